import CasusCore
import Language

/// Learns to parse with a dynamic oracle: it follows its own moves, right or wrong, and learns the best way on from where it stands.
struct ParserTraining {
    private(set) var perceptron: Perceptron
    private(set) var leftLabels: UInt64 = 0
    private(set) var rightLabels: UInt64 = 0
    private let tags: [Tags]
    private let state = ParserState()
    private let features = UnsafeMutablePointer<UInt64>.allocate(capacity: ParserFeatures.capacity)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: 256)
    private var dice: SplitMix64

    /// How many parts the further examples are cut into; each epoch takes the next one.
    private static let parts = 3

    /// Classes: moves 0..<3, then labels of left arcs from 3, of right arcs from 67.
    /// - Parameter further: examples of which each epoch sees a part.
    init(
        _ examples: [Example], further: [Example] = [], tags: [Tags], epochs: Int, exploration: Double, threshold: UInt32,
        report: (Int) -> Void
    ) {
        self.tags = tags
        perceptron = Perceptron(threshold: threshold)
        dice = SplitMix64(seed: 20_240_619)
        for example in examples {
            for (child, head) in example.heads.enumerated() where head < example.count {
                if head > child {
                    leftLabels |= 1 << UInt64(example.labels[child])
                } else {
                    rightLabels |= 1 << UInt64(example.labels[child])
                }
            }
        }
        for epoch in 0..<epochs {
            var order =
                Array(examples.indices) + further.indices.filter { $0 % Self.parts == epoch % Self.parts }.map { $0 + examples.count }
            order.shuffle(using: &dice)
            for index in order {
                let example = index < examples.count ? examples[index] : further[index - examples.count]
                learn(example, exploration: epoch == 0 ? 0 : exploration)
            }
            report(epoch + 1)
        }
    }

    private mutating func learn(_ example: Example, exploration: Double) {
        state.begin(count: example.count)
        for index in 0..<example.count {
            state.nodes[index] = .init(example.words[index + 2], class: example.shown[index], tags: tags[Int(example.shown[index])])
        }
        let oracle = Oracle(heads: example.heads)
        while !state.isFinal {
            let size = ParserFeatures.write(state, into: features)
            scores.update(repeating: 0, count: 131)
            perceptron.score(features, size, into: scores)
            var guess: Move?
            var right: Move?
            let costs = oracle.costs(state)
            for move in [Move.right, .left, .shift] where state.allows(move) {
                if guess.map({ scores[move.rawValue] > scores[$0.rawValue] }) ?? true { guess = move }
                if let best = right {
                    let (cost, least) = (costs[move.rawValue], costs[best.rawValue])
                    if cost < least || (cost == least && scores[move.rawValue] > scores[best.rawValue]) { right = move }
                } else {
                    right = move
                }
            }
            guard let guess, let right else { return }
            perceptron.tick()
            if costs[guess.rawValue] > costs[right.rawValue] {
                perceptron.correct(features, size, right: right.rawValue, wrong: guess.rawValue)
            }
            teachLabel(right, example, size)
            var next = right
            if costs[guess.rawValue] > costs[right.rawValue], exploration > 0, Double(dice.next() >> 11) / Double(1 << 53) < exploration {
                next = guess
            } else if costs[guess.rawValue] == costs[right.rawValue] {
                next = guess
            }
            state.apply(next, label: label(next))
        }
    }

    /// The node that a move gives a head, and that head.
    private func arc(_ move: Move) -> (child: Int, head: Int)? {
        switch move {
        case .shift: nil
        case .left: (state.top(), state.next)
        case .right: (state.top(), state.top(1))
        }
    }

    private mutating func teachLabel(_ move: Move, _ example: Example, _ size: Int) {
        guard let arc = arc(move), arc.head < example.count, example.heads[arc.child] == arc.head else { return }
        let first = move == .left ? 3 : 67
        let gold = Int(example.labels[arc.child])
        let guess = Int(label(move))
        if guess != gold { perceptron.correct(features, size, right: first + gold, wrong: first + guess) }
    }

    private func label(_ move: Move) -> UInt8 {
        if move == .shift { return 255 }
        if move == .left && state.next == state.count { return Relation.root.rawValue }
        var allowed = move == .left ? leftLabels : rightLabels
        let first = move == .left ? 3 : 67
        var best = 0
        var score = -Float.infinity
        while allowed != 0 {
            let label = allowed.trailingZeroBitCount
            allowed &= allowed - 1
            if scores[first + label] > score { (best, score) = (label, scores[first + label]) }
        }
        return UInt8(best)
    }
}

/// How many right arcs each move puts out of reach (Goldberg and Nivre, 2013). A word whose head is not known (-1) costs nothing.
struct Oracle {
    private let heads: [Int]
    private var children: [[Int]]

    init(heads: [Int]) {
        self.heads = heads
        children = Array(repeating: [], count: heads.count + 1)
        for (child, head) in heads.enumerated() where head >= 0 { children[head].append(child) }
    }

    /// Costs of shift, left, right; of no meaning for a move that is not allowed.
    func costs(_ state: ParserState) -> [3 of Int] {
        var costs: [3 of Int] = [0, 0, 0]
        let next = state.next
        if next < state.count {
            costs[0] += children[next].count { $0 < next && state.isOnStack($0) }
            let head = heads[next]
            if head >= 0 && head < next && state.isOnStack(head) && head != state.top() { costs[0] += 1 }
        }
        if state.depth > 0 {
            let top = state.top()
            let lost = children[top].count { $0 >= next }
            costs[1] += lost
            costs[2] += lost
            if heads[top] > next || (state.depth > 1 && heads[top] == state.top(1)) { costs[1] += 1 }
            if heads[top] >= next { costs[2] += 1 }
        }
        return costs
    }
}

/// Lifts arcs that cross others until none does, shortest first.
func projective(_ heads: [Int]) -> [Int] {
    var heads = heads
    let root = heads.count
    func isProjective(_ child: Int) -> Bool {
        let head = heads[child]
        if head == root { return true }
        for between in (min(child, head) + 1)..<max(child, head) where max(child, head) - min(child, head) > 1 {
            var ancestor = between
            while ancestor != root && ancestor != head { ancestor = heads[ancestor] }
            if ancestor != head { return false }
        }
        return true
    }
    while true {
        let crossing = heads.indices.filter { !isProjective($0) }
        guard let child = crossing.min(by: { abs($0 - heads[$0]) < abs($1 - heads[$1]) }) else { return heads }
        heads[child] = heads[heads[child]]
    }
}
