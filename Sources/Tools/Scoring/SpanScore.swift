import CasusCore

/// How attributions compare with those that somebody else marked: stretch by stretch, and as wholes.
///
/// Right is a stretch with the same pieces (`exact`), or one that shares a character with a marked one (`overlap`); pairs are one to one, those
/// that share most first, so that a long stretch is right once only. Two attributions of one source have that stretch once.
package struct SpanScore: Sendable {
    package private(set) var exact: [Attribution.Part: Tally] = [:]
    package private(set) var overlap: [Attribution.Part: Tally] = [:]
    /// Attributions with all parts right.
    package private(set) var whole = Tally()
    package private(set) var wholeOverlap = Tally()

    package init() {}

    /// Takes the attributions of one document; gives those that were missed and those that are false, where a shared character in cue and
    /// content is enough.
    @discardableResult
    package mutating func add(wanted: [Attribution], found: [Attribution]) -> (missed: [Attribution], wrong: [Attribution]) {
        for part in Attribution.Part.allCases {
            let marked = Set(wanted.compactMap { $0.pieces[part] })
            let read = Set(found.compactMap { $0.pieces[part] })
            exact[part, default: Tally()] += Self.tally(marked.count, read.count, paired: marked.intersection(read).count)
            let pairs = Self.pairs(Self.ordered(marked), Self.ordered(read), Self.shared)
            overlap[part, default: Tally()] += Self.tally(marked.count, read.count, paired: pairs.count)
        }
        let marked = Set(wanted)
        let read = Set(found)
        whole += Self.tally(marked.count, read.count, paired: marked.intersection(read).count)
        let (left, right) = (Self.ordered(marked), Self.ordered(read))
        let joined = Self.pairs(left, right) { Self.shared($0, $1, by: Attribution.Part.allCases) }
        wholeOverlap += Self.tally(left.count, right.count, paired: joined.count)
        let near = Self.pairs(left, right) { Self.shared($0, $1, by: [.cue, .content]) }
        let met = (Set(near.map(\.0)), Set(near.map(\.1)))
        return (
            left.indices.filter { !met.0.contains($0) }.map { left[$0] }, right.indices.filter { !met.1.contains($0) }.map { right[$0] }
        )
    }

    /// In the order of the text, so that ties are broken alike in every run.
    private static func ordered(_ stretches: Set<[Span]>) -> [[Span]] {
        stretches.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func ordered(_ attributions: Set<Attribution>) -> [Attribution] {
        attributions.sorted { $0.place.lexicographicallyPrecedes($1.place) }
    }

    private static func tally(_ wanted: Int, _ found: Int, paired: Int) -> Tally {
        var tally = Tally()
        (tally.found, tally.missed, tally.wrong) = (paired, wanted - paired, found - paired)
        return tally
    }

    /// Pairs one to one by what they share, most first; what shares nothing is no pair.
    private static func pairs<Element>(_ left: [Element], _ right: [Element], _ shared: (Element, Element) -> Int) -> [(Int, Int)] {
        var all: [(Int, Int, Int)] = []
        for (i, a) in left.enumerated() {
            for (j, b) in right.enumerated() {
                let count = shared(a, b)
                if count > 0 { all.append((count, i, j)) }
            }
        }
        var used = (Set<Int>(), Set<Int>())
        var pairs: [(Int, Int)] = []
        for (_, i, j) in all.sorted(by: { $0.0 > $1.0 }) where !used.0.contains(i) && !used.1.contains(j) {
            used.0.insert(i)
            used.1.insert(j)
            pairs.append((i, j))
        }
        return pairs
    }

    private static func shared(_ a: [Span], _ b: [Span]) -> Int {
        a.reduce(0) { sum, one in sum + b.reduce(0) { $0 + max(0, min(one.end, $1.end) - max(one.start, $1.start)) } }
    }

    /// What two attributions share in all the parts, or nothing where they share nothing in one; a part that both lack is shared.
    private static func shared(_ a: Attribution, _ b: Attribution, by parts: [Attribution.Part]) -> Int {
        var sum = 0
        for part in parts {
            let (one, other) = (a.pieces[part] ?? [], b.pieces[part] ?? [])
            if one.isEmpty, other.isEmpty { continue }
            let count = shared(one, other)
            if count == 0 { return 0 }
            sum += count
        }
        return sum
    }
}
