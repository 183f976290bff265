/// A universal part of speech (UD v2).
package enum UPOS: UInt8, CaseIterable, Sendable {
    case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

    /// "VERB", as in CoNLL-U.
    package var name: String { Self.names[Int(rawValue)] }

    package init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ]
}

/// A tag of the Penn Treebank, as the English treebanks of UD use it.
package struct XPOS: Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// "VBD", as in CoNLL-U.
    package var name: String { Self.names[Int(rawValue)] }

    package init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    package static let addressOrLink = XPOS(rawValue: 0)
    package static let affix = XPOS(rawValue: 1)
    package static let cc = XPOS(rawValue: 2)
    package static let cd = XPOS(rawValue: 3)
    package static let dt = XPOS(rawValue: 4)
    package static let ex = XPOS(rawValue: 5)
    package static let fw = XPOS(rawValue: 6)
    package static let gw = XPOS(rawValue: 7)
    package static let hyph = XPOS(rawValue: 8)
    package static let `in` = XPOS(rawValue: 9)
    package static let jj = XPOS(rawValue: 10)
    package static let jjr = XPOS(rawValue: 11)
    package static let jjs = XPOS(rawValue: 12)
    package static let ls = XPOS(rawValue: 13)
    package static let md = XPOS(rawValue: 14)
    package static let nfp = XPOS(rawValue: 15)
    package static let nn = XPOS(rawValue: 16)
    package static let nnp = XPOS(rawValue: 17)
    package static let nnps = XPOS(rawValue: 18)
    package static let nns = XPOS(rawValue: 19)
    package static let pdt = XPOS(rawValue: 20)
    package static let pos = XPOS(rawValue: 21)
    package static let prp = XPOS(rawValue: 22)
    /// PRP$: my, their.
    package static let prpPoss = XPOS(rawValue: 23)
    package static let rb = XPOS(rawValue: 24)
    package static let rbr = XPOS(rawValue: 25)
    package static let rbs = XPOS(rawValue: 26)
    package static let rp = XPOS(rawValue: 27)
    package static let sym = XPOS(rawValue: 28)
    package static let to = XPOS(rawValue: 29)
    package static let uh = XPOS(rawValue: 30)
    package static let vb = XPOS(rawValue: 31)
    package static let vbd = XPOS(rawValue: 32)
    package static let vbg = XPOS(rawValue: 33)
    package static let vbn = XPOS(rawValue: 34)
    package static let vbp = XPOS(rawValue: 35)
    package static let vbz = XPOS(rawValue: 36)
    package static let wdt = XPOS(rawValue: 37)
    package static let wp = XPOS(rawValue: 38)
    /// WP$: whose.
    package static let wpPoss = XPOS(rawValue: 39)
    package static let wrb = XPOS(rawValue: 40)
    /// $, and other signs of money.
    package static let currency = XPOS(rawValue: 41)
    package static let comma = XPOS(rawValue: 42)
    /// Whatever closes a sentence: . ? !
    package static let stop = XPOS(rawValue: 43)
    /// What divides inside a sentence: colon, semicolon, dashes.
    package static let colon = XPOS(rawValue: 44)
    package static let openQuote = XPOS(rawValue: 45)
    package static let closeQuote = XPOS(rawValue: 46)
    package static let openBracket = XPOS(rawValue: 47)
    package static let closeBracket = XPOS(rawValue: 48)

    package static let all = (0..<UInt8(names.count)).map(XPOS.init(rawValue:))

    private static let names = [
        "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS",
        "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$", "WRB", "$", ",", ".", ":", "``", "''", "-LRB-", "-RRB-",
    ]
}
