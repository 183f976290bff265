/// Finds the best tree of a sentence from the scores of its arcs: Chu-Liu and Edmonds, with exactly one root. Keeps its room.
package struct TreeSearch {
    /// One cycle that was made one node.
    private struct Contraction {
        var cycle: [Int]
        /// For each node, where its arc into the cycle ends, and where its head in the cycle is.
        var enters: [Int32]
        var leaves: [Int32]
    }

    /// Taken off every arc from the root when more than one was chosen, so that the best tree has one.
    private static let rootPrice: Float = 10_000

    package private(set) var heads: [Int] = []
    /// Scores that were looked at, to show that work grows as it should.
    package private(set) var steps = 0
    private var scores: [Float] = []
    private var isActive: [Bool] = []
    private var mark: [Int] = []

    package init() {}

    /// Sets `heads[1...count]`; node 0 is the root.
    /// - Parameter score: the score of `head` (0...count) for `dependent` (1...count).
    package mutating func search(count: Int, score: (_ dependent: Int, _ head: Int) -> Float) {
        let nodes = count + 1
        heads.removeAll(keepingCapacity: true)
        heads.append(-1)
        var roots = 0
        for dependent in 1..<nodes {
            var best = dependent == 1 && count > 1 ? 2 : 0
            var most = -Float.infinity
            for head in 0..<nodes where head != dependent {
                let value = score(dependent, head)
                if value > most { (best, most) = (head, value) }
            }
            if best == 0 { roots += 1 }
            heads.append(best)
        }
        steps += nodes * nodes
        if roots == 1 && cycle(nodes: nodes, all: true).isEmpty { return }
        scores.removeAll(keepingCapacity: true)
        for dependent in 0..<nodes {
            for head in 0..<nodes {
                scores.append(
                    dependent == 0 || head == dependent
                        ? -.infinity : score(dependent, head) - (head == 0 ? Self.rootPrice : 0))
            }
        }
        contract(nodes: nodes)
    }

    /// The nodes of a cycle among the chosen heads, in the order in which they lead to each other.
    private mutating func cycle(nodes: Int, all: Bool) -> [Int] {
        mark.removeAll(keepingCapacity: true)
        mark.append(contentsOf: repeatElement(-1, count: nodes))
        mark[0] = 0
        for start in 1..<nodes where mark[start] < 0 && (all || isActive[start]) {
            var at = start
            while mark[at] < 0 {
                mark[at] = start
                at = heads[at]
            }
            guard at != 0, mark[at] == start else { continue }
            var found = [at]
            var next = heads[at]
            while next != at {
                found.append(next)
                next = heads[next]
            }
            return found
        }
        return []
    }

    private mutating func contract(nodes: Int) {
        isActive.removeAll(keepingCapacity: true)
        isActive.append(contentsOf: repeatElement(true, count: nodes))
        var contractions: [Contraction] = []
        for node in 1..<nodes { heads[node] = best(node, nodes) }
        while true {
            let ring = cycle(nodes: nodes, all: false)
            guard !ring.isEmpty else { break }
            contractions.append(merge(ring, nodes))
        }
        for contraction in contractions.reversed() {
            let one = contraction.cycle[0]
            let outside = heads[one]
            for node in 1..<nodes where isActive[node] && node != one && heads[node] == one {
                heads[node] = Int(contraction.leaves[node])
            }
            let broken = Int(contraction.enters[outside])
            for (place, node) in contraction.cycle.enumerated() {
                isActive[node] = true
                heads[node] = contraction.cycle[(place + 1) % contraction.cycle.count]
            }
            heads[broken] = outside
        }
    }

    private mutating func best(_ node: Int, _ nodes: Int) -> Int {
        var best = 0
        var most = -Float.infinity
        for head in 0..<nodes where isActive[head] && head != node && scores[node * nodes + head] > most {
            (best, most) = (head, scores[node * nodes + head])
        }
        steps += nodes
        return best
    }

    /// Makes the cycle one node, its first: arcs into it count what they gain over the arc they break.
    private mutating func merge(_ ring: [Int], _ nodes: Int) -> Contraction {
        let one = ring[0]
        var isInside = [Bool](repeating: false, count: nodes)
        for node in ring { isInside[node] = true }
        var result = Contraction(
            cycle: ring, enters: .init(repeating: Int32(one), count: nodes), leaves: .init(repeating: Int32(one), count: nodes))
        let broken = ring.map { scores[$0 * nodes + heads[$0]] }
        for other in 0..<nodes where isActive[other] && !isInside[other] {
            var entry = -Float.infinity
            var exit = -Float.infinity
            for (place, node) in ring.enumerated() {
                let gain = scores[node * nodes + other] - broken[place]
                if gain > entry {
                    entry = gain
                    result.enters[other] = Int32(node)
                }
                if other > 0, scores[other * nodes + node] > exit {
                    exit = scores[other * nodes + node]
                    result.leaves[other] = Int32(node)
                }
            }
            scores[one * nodes + other] = entry
            scores[other * nodes + one] = other == 0 ? -.infinity : exit
        }
        steps += nodes * ring.count
        for node in ring.dropFirst() { isActive[node] = false }
        heads[one] = best(one, nodes)
        for other in 1..<nodes where isActive[other] && other != one && isInside[heads[other]] { heads[other] = one }
        return result
    }
}
