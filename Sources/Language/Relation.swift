/// A relation of Universal Dependencies, with the subtypes of the English treebanks.
package enum Relation: UInt8, CaseIterable, Sendable {
    case acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, `case`, cc, ccPreconj, ccomp, compound, compoundPrt, conj
    case cop, csubj, csubjOuter, csubjPass, dep, det, detPredet, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark
    case nmod, nmodDesc, nmodPoss, nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl, oblAgent, oblUnmarked, orphan
    case parataxis, punct, reparandum, root, vocative, xcomp

    /// "nsubj:pass", as in CoNLL-U.
    package var name: String { Self.names[Int(rawValue)] }

    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    package var universal: Relation { Self.universals[Int(rawValue)] }

    package init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp",
        "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
        "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
        "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
        "reparandum", "root", "vocative", "xcomp",
    ]

    private static let universals = names.enumerated().map { index, name in
        let base = name.prefix { $0 != ":" }
        return Relation(rawValue: UInt8(names.firstIndex { $0 == base } ?? index)) ?? .dep
    }
}
