import CasusCore

/// Finds the pairs of records that are worth comparing: those with a side in common and days that touch.
struct Candidates {
    private struct Key: Hashable {
        let type: EventType
        let phase: Deed.Phase
        let one: String
        let other: String
    }

    private struct Copy: Hashable {
        let sha: String
        let span: Span
    }

    private var found: Set<Pair> = []

    struct Pair: Hashable, Comparable {
        let a: Int
        let b: Int

        init(_ a: Int, _ b: Int) { (self.a, self.b) = a < b ? (a, b) : (b, a) }

        static func < (x: Pair, y: Pair) -> Bool { (x.a, x.b) < (y.a, y.b) }
    }

    /// Places among the deeds, in order.
    var pairs: [Pair] { found.sorted() }

    init(_ reports: Reports) {
        var buckets: [Key: [Int]] = [:]
        var copies: [Copy: [Int]] = [:]
        for (number, deed) in reports.deeds.enumerated() {
            for (one, other) in Candidates.sides(of: deed) {
                buckets[Key(type: deed.type, phase: deed.phase, one: one, other: other), default: []].append(number)
            }
            copies[Copy(sha: deed.sha, span: deed.span), default: []].append(number)
        }
        for numbers in buckets.values where numbers.count > 1 { sweep(numbers, reports.deeds) }
        for numbers in copies.values where numbers.count > 1 {
            for (place, number) in numbers.enumerated() {
                for other in numbers[..<place] { found.insert(Pair(number, other)) }
            }
        }
    }

    /// The pairs of keys that a deed stands under: who acts upon whom; of talks, every two.
    private static func sides(of deed: Deed) -> [(String, String)] {
        if deed.type != .consult, !deed.targets.isEmpty {
            return deed.doers.keys.flatMap { one in deed.targets.keys.map { (one, $0) } }
        }
        let keys = deed.sides.keys
        if keys.count == 1 { return [(keys[0], "")] }
        return keys.indices.flatMap { place in keys[..<place].map { ($0, keys[place]) } }
    }

    /// Compares each with those that begin before it ends.
    private mutating func sweep(_ numbers: [Int], _ deeds: [Deed]) {
        var open: [(first: Int32, last: Int32, number: Int)] = []
        for number in numbers {
            let deed = deeds[number]
            if deed.dating == .unknown { continue }
            guard let first = deed.first, let last = deed.last else { continue }
            let reach = Int32(deed.dating == .undated ? Deed.reach : 0)
            open.append((first.number, last.number + reach, number))
        }
        open.sort { ($0.first, $0.number) < ($1.first, $1.number) }
        for (place, one) in open.enumerated() {
            for other in open[(place + 1)...] {
                if other.first > one.last { break }
                let (a, b) = (deeds[one.number], deeds[other.number])
                if a.document != b.document { found.insert(Pair(one.number, other.number)) }
            }
        }
    }
}
