/// The features by which the parser chooses a move and a label.
package enum ParserFeatures {
    /// Room enough for the features of a state.
    package static let capacity = 192

    /// - Returns: how many features were written.
    package static func write(_ state: ParserState, into output: UnsafeMutablePointer<UInt64>) -> Int {
        var f = FeatureWriter(output)
        let nodes = state.nodes
        let arcs = state.arcs
        let (count, none, next) = (state.count, state.none, state.next)
        let (i0, i1, i2) = (state.top(), state.top(1), state.top(2))
        let j1 = next + 1 <= count ? next + 1 : none
        let j2 = next + 2 <= count ? next + 2 : none
        let j3 = next + 3 <= count ? next + 3 : none
        let (s0, s1, s2) = (nodes[i0], nodes[i1], nodes[i2])
        let (b0, b1, b2) = (nodes[next], nodes[j1], nodes[j2])
        let (a0, a1, ab) = (arcs[i0], arcs[i1], arcs[next])

        // Single nodes.
        f.add(s0.word)
        f.add(s0.tag)
        f.add(s0.word, s0.tag)
        f.add(s1.word)
        f.add(s1.tag)
        f.add(s1.word, s1.tag)
        f.add(s2.word)
        f.add(s2.tag)
        f.add(b0.word)
        f.add(b0.tag)
        f.add(b0.word, b0.tag)
        f.add(b1.word)
        f.add(b1.tag)
        f.add(b1.word, b1.tag)
        f.add(b2.word)
        f.add(b2.tag)
        f.add(nodes[j3].tag)
        f.add(s0.cluster)
        f.add(s1.cluster)
        f.add(b0.cluster)
        f.add(b1.cluster)

        // Top of the stack and buffer: the pair a left arc would join.
        f.add(s0.word, s0.tag, b0.word, b0.tag)
        f.add(s0.word, b0.word)
        f.add(s0.word, s0.tag, b0.tag)
        f.add(s0.tag, b0.word, b0.tag)
        f.add(s0.tag, b0.tag)
        f.add(s0.cluster, b0.cluster)
        f.add(s0.cluster, b0.tag)
        f.add(s0.tag, b0.cluster)
        f.add(s0.word, b0.cluster)
        f.add(s0.cluster, b0.word)

        // The two tops: the pair a right arc would join.
        f.add(s1.word, s1.tag, s0.word, s0.tag)
        f.add(s1.word, s0.word)
        f.add(s1.word, s1.tag, s0.tag)
        f.add(s1.tag, s0.word, s0.tag)
        f.add(s1.tag, s0.tag)
        f.add(s1.cluster, s0.cluster)
        f.add(s1.cluster, s0.tag)
        f.add(s1.tag, s0.cluster)
        f.add(s1.word, s0.cluster)
        f.add(s1.cluster, s0.word)
        f.add(s1.tag, b0.tag)
        f.add(s1.word, b0.word)
        f.add(s1.cluster, b0.cluster)
        f.add(s1.word, b0.tag)

        // Three and more.
        f.add(s0.tag, b0.tag, b1.tag)
        f.add(s0.word, b0.tag, b1.tag)
        f.add(s0.tag, b0.word, b1.tag)
        f.add(b0.tag, b1.tag, b2.tag)
        f.add(b0.tag, b1.tag)
        f.add(b0.word, b1.word)
        f.add(b0.word, b1.tag)
        f.add(s1.tag, s0.tag, b0.tag)
        f.add(s1.word, s0.tag, b0.tag)
        f.add(s1.tag, s0.word, b0.tag)
        f.add(s1.tag, s0.tag, b0.word)
        f.add(s1.cluster, s0.cluster, b0.cluster)
        f.add(s1.cluster, s0.tag, b0.cluster)
        f.add(s2.tag, s1.tag, s0.tag)
        f.add(s2.tag, s1.tag, s0.tag, b0.tag)
        f.add(s1.tag, s0.tag, b0.tag, b1.tag)
        f.add(s2.universal, s1.tag, b0.tag)
        f.add(s1.universal &* 64 &+ s0.universal, b0.universal &* 64 &+ b1.universal, b2.universal)
        f.add(s2.universal &* 64 &+ s1.universal, s0.universal &* 64 &+ b0.universal, b1.universal)
        f.add(s1.word, s0.word, b0.tag)

        // Where a preposition or conjunction leads: the noun that ends the next run of nouns.
        let noun = nodes[nextNoun(state)]
        f.add(s0.word, b0.word, noun.cluster)
        f.add(s1.word, b0.word, noun.cluster)
        f.add(s0.cluster, b0.word, noun.word)
        f.add(s1.cluster, b0.word, noun.word)
        f.add(s1.cluster, s0.cluster, b0.word)
        f.add(s0.tag, b0.tag, noun.tag)
        f.add(s0.word, noun.word)
        f.add(s1.word, noun.word, b0.word)
        f.add(s2.word, s1.cluster, b0.word)
        f.add(s1.word, s0.tag, b0.word)

        // Children.
        let (s0l, s0r, s0l2, s0r2) = (Int(a0.left), Int(a0.right), Int(a0.left2), Int(a0.right2))
        let (s1l, s1r, b0l, b0l2) = (Int(a1.left), Int(a1.right), Int(ab.left), Int(ab.left2))
        let s1r2 = Int(a1.right2)
        f.add(s0.tag, nodes[s0l].tag, b0.tag)
        f.add(s0.tag, nodes[s0r].tag, b0.tag)
        f.add(s0.tag, b0.tag, nodes[b0l].tag)
        f.add(s1.tag, nodes[s1r].tag, s0.tag)
        f.add(s1.tag, nodes[s1l].tag, s0.tag)
        f.add(s1.tag, s0.tag, nodes[s0l].tag)
        f.add(s1.tag, s0.tag, nodes[s0r].tag)
        f.add(s0.tag, nodes[s0l].tag, nodes[s0l2].tag)
        f.add(s0.tag, nodes[s0r].tag, nodes[s0r2].tag)
        f.add(b0.tag, nodes[b0l].tag, nodes[b0l2].tag)
        f.add(s1.tag, nodes[s1r].tag, nodes[s1r2].tag)
        f.add(nodes[s0l].word, label(arcs, s0l), s0.tag)
        f.add(nodes[s0r].word, label(arcs, s0r), s0.tag)
        f.add(nodes[s1l].word, label(arcs, s1l), s0.tag)
        f.add(nodes[s1r].word, label(arcs, s1r), s0.tag)
        f.add(nodes[b0l].word, label(arcs, b0l), s0.tag)
        f.add(s0.word, label(arcs, s0l), label(arcs, s0r))
        f.add(s1.word, label(arcs, s1l), label(arcs, s1r))
        f.add(b0.word, label(arcs, b0l), label(arcs, b0l2))
        f.add(s0.word, nodes[s0l].word)
        f.add(s0.word, nodes[s0r].word)
        f.add(s1.word, nodes[s1r].word)
        f.add(b0.word, nodes[b0l].word)
        f.add(s1.tag, s0.tag, nodes[s0l].word)
        f.add(s1.word, s0.word, nodes[s0l].word)
        f.add(s1.word, nodes[s0l].word)
        f.add(s1.tag, nodes[s0l].word, s0.cluster)
        f.add(b0.tag, s0.tag, nodes[b0l].word)
        f.add(s1.tag, s0.tag, nodes[s0l2].word)
        f.add(s1.tag, nodes[s0l].word, nodes[s0l2].word)
        f.add(s0.tag, nodes[s0r].word, b0.tag)
        f.add(s1.tag, nodes[s1r].word, b0.tag)

        // How many children, which relations, how far.
        let near = distance(i0, next)
        let far = distance(i1, i0)
        f.add(s0.word, UInt64(a0.leftCount), UInt64(a0.rightCount))
        f.add(s0.tag, UInt64(a0.leftCount), UInt64(a0.rightCount))
        f.add(s1.tag, UInt64(a1.rightCount), s0.tag)
        f.add(s1.word, UInt64(a1.rightCount))
        f.add(b0.tag, UInt64(ab.leftCount))
        f.add(b0.word, UInt64(ab.leftCount))
        f.add(s0.tag, a0.leftLabels)
        f.add(s0.tag, a0.rightLabels)
        f.add(s1.tag, a1.rightLabels, s0.tag)
        f.add(s1.tag, a1.leftLabels, s0.tag)
        f.add(b0.tag, ab.leftLabels, s0.tag)
        f.add(s0.word, a0.rightLabels)
        f.add(s1.word, a1.rightLabels)
        f.add(b0.word, ab.leftLabels)
        f.add(s0.tag, b0.tag, near)
        f.add(s0.word, near)
        f.add(b0.word, near)
        f.add(s1.tag, s0.tag, far)
        f.add(s1.word, far)
        f.add(s0.word, far)
        f.add(s0.tag, a0.leftLabels, b0.tag, a0.rightLabels)
        f.add(s1.tag, a1.rightLabels, s0.tag, b0.tag)

        // Neighbours in the text, and how the sentence ends.
        let after0 = i0 < count ? nodes[min(i0 + 1, count)].tag : 300
        let before0 = i0 > 0 && i0 < count ? nodes[i0 - 1].tag : 300
        let beforeB = next > 0 ? nodes[next - 1].tag : 300
        f.add(s0.tag, before0, b0.tag)
        f.add(s0.tag, after0, b0.tag)
        f.add(s1.tag, before0, s0.tag)
        f.add(s0.tag, beforeB, b0.tag)
        f.add(s0.tag, UInt64(min(state.depth, 4)), count > 0 ? nodes[count - 1].word : 0)
        return f.count
    }

    /// The last noun of the first run of nouns within six words behind the first of the buffer, or `none`.
    private static func nextNoun(_ state: ParserState) -> Int {
        var index = state.next + 1
        let end = min(state.count, index + 6)
        func isNoun(_ index: Int) -> Bool {
            let tag = state.nodes[index].universal
            return tag == UInt64(UPOS.noun.rawValue) || tag == UInt64(UPOS.propn.rawValue) || tag == UInt64(UPOS.pron.rawValue)
        }
        while index < end, !isNoun(index) {
            if state.nodes[index].universal == UInt64(UPOS.verb.rawValue) { return state.none }
            index += 1
        }
        guard index < end else { return state.none }
        while index + 1 < state.count, isNoun(index + 1) { index += 1 }
        return index
    }

    @inline(__always)
    private static func label(_ arcs: UnsafeMutablePointer<ParserState.Arcs>, _ node: Int) -> UInt64 {
        UInt64(arcs[node].label)
    }

    private static func distance(_ a: Int, _ b: Int) -> UInt64 {
        let gap = abs(a - b)
        return gap < 6 ? UInt64(gap) : gap < 10 ? 6 : 7
    }
}
