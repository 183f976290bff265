/// The candidate that is nearest to what was written, for "did you mean"; nil when none is near.
package func closest(to written: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: written, in: candidates, limit: 1).first
}

/// Up to `limit` candidates that are near to what was written, the nearest first; equally near ones keep their order.
package func nearest(to written: String, in candidates: some Sequence<String>, limit: Int) -> [String] {
    let target = Array(written.lowercased().unicodeScalars)
    let most = max(1, target.count / 3)
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        let other = Array(candidate.lowercased().unicodeScalars)
        guard abs(other.count - target.count) <= most else { continue }
        let distance = editDistance(target, other)
        if distance <= most, !found.contains(where: { $0.candidate == candidate }) { found.append((distance, candidate)) }
    }
    return found.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        .prefix(limit).map(\.element.candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var (before, row) = ([Int](), Array(0...b.count))
    for i in a.indices {
        var next = [i + 1]
        for j in b.indices {
            var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
            next.append(cost)
        }
        (before, row) = (row, next)
    }
    return row[b.count]
}
