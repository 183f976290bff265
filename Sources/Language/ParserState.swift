/// A move of the arc-hybrid parser.
package enum Move: Int, Sendable {
    /// The first word of the buffer goes on the stack.
    case shift
    /// The first word of the buffer becomes the head of the top of the stack.
    case left
    /// The second word of the stack becomes the head of its top.
    case right
}

/// A sentence half parsed: stack, buffer, and the arcs made. Nodes 0..<count are words, `root` waits at the end of the buffer, `none` stands
/// for a missing node in features.
package final class ParserState {
    /// One node as the features see it.
    package struct Node {
        package var word: UInt64
        package var tag: UInt64
        package var universal: UInt64
        package var cluster: UInt64
        package init(word: UInt64, tag: UInt64, universal: UInt64, cluster: UInt64) {
            self.word = word
            self.tag = tag
            self.universal = universal
            self.cluster = cluster
        }
    }

    /// What hangs on a node so far. Children are node indices; `none` where there is none.
    struct Arcs {
        var head: Int32
        var label: UInt8
        var leftCount: UInt8 = 0
        var rightCount: UInt8 = 0
        var left: Int32
        var left2: Int32
        var right: Int32
        var right2: Int32
        var leftLabels: UInt64 = 0
        var rightLabels: UInt64 = 0
    }

    package private(set) var count = 0
    package private(set) var next = 0
    package private(set) var depth = 0
    package private(set) var nodes: UnsafeMutablePointer<Node>
    private(set) var arcs: UnsafeMutablePointer<Arcs>
    private(set) var stack: UnsafeMutablePointer<Int32>
    private var capacity: Int

    package init() {
        capacity = 512
        nodes = .allocate(capacity: capacity)
        arcs = .allocate(capacity: capacity)
        stack = .allocate(capacity: capacity)
    }

    deinit {
        nodes.deallocate()
        arcs.deallocate()
        stack.deallocate()
    }

    package var root: Int { count }
    package var none: Int { count + 1 }

    /// Starts a sentence; the caller then fills `nodes[0..<count]`.
    package func begin(count: Int) {
        if count + 2 > capacity {
            nodes.deallocate()
            arcs.deallocate()
            stack.deallocate()
            capacity = (count + 2) * 2
            nodes = .allocate(capacity: capacity)
            arcs = .allocate(capacity: capacity)
            stack = .allocate(capacity: capacity)
        }
        self.count = count
        next = 0
        depth = 0
        let none = Int32(count + 1)
        let empty = Arcs(head: -1, label: 255, left: none, left2: none, right: none, right2: none)
        for index in 0..<(count + 2) { arcs[index] = empty }
        nodes[count] = Node(word: 3, tag: 301, universal: 301, cluster: 3001)
        nodes[count + 1] = Node(word: 5, tag: 302, universal: 302, cluster: 3002)
    }

    package var isFinal: Bool { next == count && depth == 0 }

    package func top(_ below: Int = 0) -> Int { depth > below ? Int(stack[depth - 1 - below]) : none }

    package func allows(_ move: Move) -> Bool {
        switch move {
        case .shift: next < count
        case .left: depth > 0 && (next < count || depth == 1)
        case .right: depth > 1
        }
    }

    /// Whether a word still lies on the stack.
    package func isOnStack(_ node: Int) -> Bool { node < next && arcs[node].head < 0 }

    package func head(_ node: Int) -> Int { Int(arcs[node].head) }
    package func label(_ node: Int) -> UInt8 { arcs[node].label }

    /// Whether a word to the left already hangs on a node by a relation.
    func hasLeftChild(_ node: Int, _ relation: Relation) -> Bool { arcs[node].leftLabels & 1 << UInt64(relation.rawValue) != 0 }

    package func apply(_ move: Move, label: UInt8) {
        switch move {
        case .shift:
            stack[depth] = Int32(next)
            depth += 1
            next += 1
        case .left:
            depth -= 1
            let child = stack[depth]
            attach(child, to: next, label: label)
            arcs[next].left2 = arcs[next].left
            arcs[next].left = child
            if arcs[next].leftCount < 15 { arcs[next].leftCount += 1 }
            arcs[next].leftLabels |= 1 << UInt64(label & 63)
        case .right:
            depth -= 1
            let child = stack[depth]
            let head = Int(stack[depth - 1])
            attach(child, to: head, label: label)
            arcs[head].right2 = arcs[head].right
            arcs[head].right = child
            if arcs[head].rightCount < 15 { arcs[head].rightCount += 1 }
            arcs[head].rightLabels |= 1 << UInt64(label & 63)
        }
    }

    private func attach(_ child: Int32, to head: Int, label: UInt8) {
        arcs[Int(child)].head = Int32(head)
        arcs[Int(child)].label = label
    }
}
