"""The best tree of a matrix of scores: Chu-Liu and Edmonds, with exactly one root."""

import numpy as np


def best_tree(scores):
    """Heads of words 1..n (0 is the root) for `scores[dependent, head]` of shape (n, n + 1)."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:, :] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full.argmax(axis=1)
    heads[0] = -1
    if (heads[1:] == 0).sum() == 1 and not cycle(heads):
        return heads[1:]
    # One root: every choice of root is tried in the order of its loss, the best total wins.
    best, best_score = None, -np.inf
    for root in np.argsort(-full[1:, 0], kind="stable")[:6] + 1:
        kept = full.copy()
        kept[:, 0] = -np.inf
        kept[root, :] = -np.inf
        kept[root, 0] = full[root, 0]
        found = edmonds(kept)
        total = sum(full[d, found[d]] for d in range(1, n + 1))
        if total > best_score:
            best, best_score = found, total
    return best[1:]


def cycle(heads):
    """The members of a cycle, or nothing."""
    state = np.zeros(len(heads), dtype=int)
    state[0] = 2
    for start in range(1, len(heads)):
        at, seen = start, []
        while state[at] == 0:
            state[at] = 1
            seen.append(at)
            at = heads[at]
        if state[at] == 1:
            return seen[seen.index(at):]
        for node in seen:
            state[node] = 2
    return []


def edmonds(scores):
    """Heads of the best tree over nodes 0..n, 0 being the root; contracts one cycle at a time."""
    n = scores.shape[0]
    heads = scores.argmax(axis=1)
    heads[0] = -1
    ring = cycle(heads)
    if not ring:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[ring] = True
    rest = [node for node in range(n) if not inside[node]]
    m = len(rest)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    gain = scores[ring] - scores[ring, heads[ring]][:, None]
    entry = gain[:, rest].argmax(axis=0)
    small[m, :m] = gain[:, rest].max(axis=0)
    leave = scores[np.ix_(rest, ring)].argmax(axis=1)
    small[:m, m] = scores[np.ix_(rest, ring)].max(axis=1)
    small[m, m] = -np.inf
    small[0, :] = -np.inf
    found = edmonds(small)
    result = np.zeros(n, dtype=int)
    result[0] = -1
    for place, node in enumerate(rest):
        if place == 0 and node == 0:
            continue
        result[node] = ring[leave[place]] if found[place] == m else rest[found[place]]
    for node in ring:
        result[node] = heads[node]
    outside = found[m]
    broken = ring[entry[outside]]
    result[broken] = rest[outside]
    return result
