import CKernels

/// The relations of a tree that stands, and what a relation says of a tag.
extension Parser {
    /// How each word hangs on its head.
    func findRelations(_ sideWidth: Int) {
        let side = network.side
        sideBytes.hold(rows * side)
        var word = 0
        for sentence in sentences {
            for row in sentence {
                let head = words[word].head
                let headSide =
                    head < 0 ? network.rootRelation : UnsafePointer(sides.base + (sentence.lowerBound + head) * sideWidth + 3 * side)
                kernels.rectify_sum(
                    sides.base + row * sideWidth + 2 * side, headSide, side, network.relation.inverse, sideBytes.base + row * side)
                word += 1
            }
        }
        let width = Int(network.relation.kernel.outputs)
        pairs.hold(rows * width)
        multiply(network.relation, sideBytes.base, side, into: pairs.base)
        var start = 0
        for sentence in sentences {
            for (offset, row) in sentence.enumerated() {
                let head = words[start + offset].head
                words[start + offset].relation = relation(
                    pairs.base + row * width, isRoot: head < 0, barred: head > offset ? Self.rightward : 0)
            }
            mend(start..<(start + sentence.count), sentence.lowerBound, width)
            mendTag(start..<(start + sentence.count))
            start += sentence.count
        }
    }

    /// The best relation; the root alone bears `root`.
    /// - Parameter barred: bits of the relations that will not do.
    private func relation(_ values: UnsafePointer<Float>, isRoot: Bool, barred: UInt64 = 0) -> Relation {
        if isRoot { return .root }
        let barred = barred | 1 << UInt64(Relation.root.rawValue)
        var best = Relation.dep
        var most = -Float.infinity
        for index in 0..<network.relations.count where values[index] > most {
            let relation = network.relations[index]
            if barred >> UInt64(relation.rawValue) & 1 == 1 { continue }
            (best, most) = (relation, values[index])
        }
        return best
    }

    /// A noun with a preposition is no subject and no object.
    private func mend(_ range: Range<Int>, _ row: Int, _ width: Int) {
        for word in range where words[word].relation == .case {
            let noun = range.lowerBound + words[word].head
            guard noun > word, Self.bare >> UInt64(words[noun].relation.rawValue) & 1 == 1 else { continue }
            words[noun].relation = relation(
                pairs.base + (row + words[word].head) * width, isRoot: false,
                barred: Self.bare | (words[noun].head > words[word].head ? Self.rightward : 0))
        }
    }

    /// "Moscow and Minsk deny it": the verb of a sentence with a subject in front and no auxiliary is finite.
    private func mendTag(_ range: Range<Int>) {
        guard let present, let verb = range.first(where: { words[$0].head < 0 }), network.tags[words[verb].tags] == Tags(.verb, .vb) else {
            return
        }
        let children = range.filter { range.lowerBound + words[$0].head == verb }
        guard children.contains(where: { $0 < verb && words[$0].relation == .nsubj }),
            !children.contains(where: { $0 < verb && [.aux, .mark, .cop].contains(words[$0].relation.universal) })
        else { return }
        words[verb].tags = present
    }

    /// Relations whose head stands first, by definition.
    private static let rightward = [Relation.flat, .fixed, .goeswith, .conj, .appos].reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }

    private static let bare = [Relation.nsubj, .nsubjPass, .obj, .iobj].reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }
}
