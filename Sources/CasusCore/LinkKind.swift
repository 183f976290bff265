/// How one statement of a document is linked to others of it.
package enum LinkKind: String, Sendable, CaseIterable {
    /// The claims that it was read from, or stands inside.
    case claims
    /// The events that it accuses of, denies, rejects, praises.
    case about
    /// The records of the same happening or instrument.
    case sameAs = "same_as"
}

extension Statement {
    /// The ids of the statements that it is linked to; a kind that has no such link has none.
    package subscript(relation: LinkKind) -> [String] {
        get {
            switch (self, relation) {
            case (.event(let it), .claims): it.claims
            case (.event(let it), .about): it.about
            case (.event(let it), .sameAs): it.sameAs
            case (.agreement(let it), .claims): it.claims
            case (.agreement(let it), .sameAs): it.sameAs
            case (.claim(let it), .claims): it.claims
            default: []
            }
        }
        set {
            switch (self, relation) {
            case (.event(var it), .claims):
                it.claims = newValue
                self = .event(it)
            case (.event(var it), .about):
                it.about = newValue
                self = .event(it)
            case (.event(var it), .sameAs):
                it.sameAs = newValue
                self = .event(it)
            case (.agreement(var it), .claims):
                it.claims = newValue
                self = .agreement(it)
            case (.agreement(var it), .sameAs):
                it.sameAs = newValue
                self = .agreement(it)
            case (.claim(var it), .claims):
                it.claims = newValue
                self = .claim(it)
            default: break
            }
        }
    }
}
