/// Things that belong together: joined two by two, and never where two members would not be compatible.
struct Groups {
    /// The members of each group, under the number of its first.
    private var members: [Int: [Int]] = [:]
    private var homes: [Int]

    init(count: Int) { homes = Array(0..<count) }

    /// The number of the group that a thing is in.
    func home(_ index: Int) -> Int { homes[index] }
    func group(_ home: Int) -> [Int] { members[home] ?? [home] }

    /// Every group in the order of its first member, its members in order.
    var all: [[Int]] { homes.indices.filter { homes[$0] == $0 }.map { group($0).sorted() } }

    mutating func join(_ a: Int, _ b: Int) {
        let (kept, lost) = (min(homes[a], homes[b]), max(homes[a], homes[b]))
        if kept == lost { return }
        let moved = group(lost)
        for index in moved { homes[index] = kept }
        members[kept] = group(kept) + moved
        members[lost] = nil
    }

    /// Joins pairs where all members of both groups are compatible. What would fit two groups that do not fit each other is left alone:
    /// it cannot be told to which it belongs.
    mutating func join(_ pairs: [(Int, Int)], where mayBe: (Int, Int) -> Bool) {
        var neighbours: [Int: Set<Int>] = [:]
        for (a, b) in pairs where homes[a] != homes[b] {
            neighbours[homes[a], default: []].insert(homes[b])
            neighbours[homes[b], default: []].insert(homes[a])
        }
        func fit(_ a: Int, _ b: Int) -> Bool {
            group(a).allSatisfy { one in group(b).allSatisfy { mayBe(one, $0) } }
        }
        var torn: Set<Int> = []
        for (home, others) in neighbours where others.count > 1 {
            let others = others.sorted()
            let isTorn = others.indices.contains { i in others[..<i].contains { !fit($0, others[i]) } }
            if isTorn { torn.insert(home) }
        }
        for (a, b) in pairs where homes[a] != homes[b] && !torn.contains(homes[a]) && !torn.contains(homes[b]) && fit(homes[a], homes[b]) {
            join(a, b)
        }
    }
}
