import CasusCore

/// The candidate that is nearest to what was written, for "did you mean"; nil when none is near.
package func closest(to written: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: written, in: candidates, limit: 1).first
}

/// Up to `limit` candidates that are near to what was written, the nearest first; equally near ones keep their order.
package func nearest(to written: String, in candidates: some Sequence<String>, limit: Int) -> [String] {
    let most = max(1, written.unicodeScalars.count / 3)
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        guard abs(candidate.unicodeScalars.count - written.unicodeScalars.count) <= most else { continue }
        let distance = spellingDistance(written, candidate)
        if distance <= most, !found.contains(where: { $0.candidate == candidate }) { found.append((distance, candidate)) }
    }
    return found.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        .prefix(limit).map(\.element.candidate)
}
