/// The number of letters to insert, delete, replace or swap with their neighbour to make one word of the other.
public func spellingDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.lowercased().unicodeScalars), Array(b.lowercased().unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}

/// What a mistyped word probably meant: the candidate that is nearest, or that alone begins with it; nil when none is near.
public func meant(by word: String, among candidates: some Sequence<String>) -> String? {
    let candidates = Array(candidates)
    let near = candidates.map { ($0, spellingDistance(word, $0)) }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    if let (candidate, distance) = near, distance <= max(1, min(word.count, candidate.count) / 3) { return candidate }
    let longer = candidates.filter { word.count > 1 && $0.hasPrefix(word) }
    return longer.count == 1 ? longer[0] : nil
}
