"""What both teacher and student say of words: tags, features, heads, relations."""

import torch
from torch import nn
import torch.nn.functional as F

DISTANCES = 32


def distance_bucket(n, device=None):
    """For (dependent, head) the signed distance in words, far ones together; the root has a bucket of its own."""
    dependents = torch.arange(1, n + 1, device=device)[:, None]
    heads = torch.arange(0, n + 1, device=device)[None, :]
    distance = (heads - dependents).clamp(-15, 15) + 15
    return torch.where(heads == 0, torch.tensor(31, device=device), distance)


class Heads(nn.Module):
    """Biaffine arcs with a bias by distance; a relation is read from the sum of what its two words say."""

    def __init__(self, width, tags, feats, labels, arc=128, label=128, tagging=None):
        super().__init__()
        self.tag = nn.Linear(tagging or width, tags)
        self.feat = nn.Linear(tagging or width, feats)
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.pair = nn.Linear(arc, arc)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label = nn.Linear(label, labels)
        self.scale = arc ** -0.5

    def arcs(self, states, mask):
        """Scores (sentence, dependent, head) with the root at head 0."""
        batch, n, width = states.shape
        nodes = torch.cat([self.root.to(states.dtype).expand(batch, 1, width), states], 1)
        dependent = F.relu(self.arc_dependent(states))
        head = F.relu(self.arc_head(nodes))
        scores = (self.pair(dependent) @ head.transpose(1, 2)).float() * self.scale + self.distance[distance_bucket(n)]
        return scores.masked_fill(~F.pad(mask, (1, 0), value=True)[:, None, :], -1e4)

    def labels(self, states, heads):
        """Scores of relations of each word under the given heads."""
        batch, n, width = states.shape
        nodes = torch.cat([self.root.to(states.dtype).expand(batch, 1, width), states], 1)
        sides = self.label_head(nodes)
        chosen = sides.gather(1, heads[:, :, None].expand(-1, -1, sides.shape[2]))
        return self.label(F.relu(self.label_dependent(states) + chosen))
