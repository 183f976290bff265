import Language
import Testing

/// The best tree, against every tree there is.
struct TreeSearchTests {
    /// Numbers that look random and are the same in every run.
    private struct Source {
        var state: UInt64

        mutating func next() -> Float {
            state = mixed(state &+ 0x9E37_79B9_7F4A_7C15)
            return Float(state >> 40) / Float(1 << 20) - 8
        }

        mutating func scores(_ count: Int) -> [[Float]] {
            (0...count).map { _ in (0...count).map { _ in next() } }
        }
    }

    private func isTree(_ heads: [Int]) -> Bool {
        (1..<heads.count).allSatisfy { start in
            var at = start
            var steps = 0
            while at > 0 && steps < heads.count { (at, steps) = (heads[at], steps + 1) }
            return at == 0
        } && heads.dropFirst().count { $0 == 0 } == 1
    }

    private func total(_ heads: [Int], _ scores: [[Float]]) -> Float {
        (1..<heads.count).reduce(0) { $0 + scores[$1][heads[$1]] }
    }

    /// The total of the best tree among all.
    private func best(_ scores: [[Float]]) -> Float {
        let count = scores.count - 1
        var heads = [Int](repeating: 0, count: count + 1)
        var best = -Float.infinity
        func choose(_ node: Int) {
            if node > count {
                if isTree(heads) { best = max(best, total(heads, scores)) }
                return
            }
            for head in 0...count where head != node {
                heads[node] = head
                choose(node + 1)
            }
        }
        choose(1)
        return best
    }

    @Test(arguments: 1...5)
    func isTheBestOfAllTrees(count: Int) {
        var source = Source(state: UInt64(count))
        var search = TreeSearch()
        for _ in 0..<(count == 5 ? 60 : 200) {
            let scores = source.scores(count)
            search.search(count: count) { scores[$0][$1] }
            #expect(isTree(search.heads))
            #expect(abs(total(search.heads, scores) - best(scores)) < 0.05)
        }
    }

    @Test(arguments: [10, 40, 120])
    func isATreeWithOneRootHoweverLong(count: Int) {
        var source = Source(state: UInt64(count))
        var search = TreeSearch()
        for _ in 0..<20 {
            let scores = source.scores(count)
            search.search(count: count) { scores[$0][$1] }
            #expect(isTree(search.heads))
        }
    }

    /// The hardest case: every word would hang on its neighbour, in cycles of cycles.
    @Test func nestedCyclesCostNoMoreThanTheCubeOfTheSentence() {
        for count in [50, 100, 200] {
            var search = TreeSearch()
            search.search(count: count) { dependent, head in head == 0 ? -5 : -Float(abs(dependent - head)) }
            #expect(isTree(search.heads))
            #expect(search.steps < count * count * count / 4 + 20_000)
        }
    }
}
