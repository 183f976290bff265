import CasusCore

/// A statement on its way: it knows its tokens, and names other statements by their place in the list.
struct Draft {
    var statement: Statement
    /// The token that carries it: a verb, a noun, a word of speech.
    var token: Int
    /// The tokens of its span.
    var range: Range<Int>
    /// The tokens of what a claim says.
    var content: [Range<Int>] = []
    var claims: [Int] = []
    var about: [Int] = []
    var sameAs: [Int] = []
    /// The number of its trail, where the reading is traced.
    var trail: Int?

    var event: Event? {
        if case .event(let event) = statement { return event }
        return nil
    }

    var agreement: Agreement? {
        if case .agreement(let agreement) = statement { return agreement }
        return nil
    }

    var claim: Claim? {
        if case .claim(let claim) = statement { return claim }
        return nil
    }
}
