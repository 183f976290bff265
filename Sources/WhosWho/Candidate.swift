package import CasusCore

/// One thing that a name can stand for.
package struct Candidate: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case state(Use)
        case organisation
        case person
        case outlet
        /// With its kind: city, sea, us-state ...
        case place(String)
        /// Nothing that acts, though a state's name is part of it: "Turkish bath", "the French Open".
        case other(String)
    }

    /// How a spelling stands for a state.
    package enum Use: String, Sendable {
        /// "Russia", "the Russian Federation"
        case name
        /// "Russian"
        case adjective
        /// "Russians"
        case inhabitant
        /// "Moscow"
        case capital
        /// "the Kremlin"
        case government
    }

    package var kind: Kind
    /// State code, organisation code, person id, name of the outlet, place or other thing.
    package var id: String
    /// The code of the state it is or belongs to; nil for none.
    package var state: String?
    /// When it bears the name; empty for always.
    package var periods: [Period]

    package func isValid(on day: Day) -> Bool {
        periods.isEmpty || periods.contains { $0.contains(day) }
    }

    package var isState: Bool { if case .state = kind { true } else { false } }
    package var isStateName: Bool { kind == .state(.name) }
    package var isAdjective: Bool { kind == .state(.adjective) }
    package var isInhabitant: Bool { kind == .state(.inhabitant) }
    package var isCapital: Bool { kind == .state(.capital) }
    package var isGovernment: Bool { kind == .state(.government) }
    package var isOrganisation: Bool { kind == .organisation }
    package var isPerson: Bool { kind == .person }
    package var isOutlet: Bool { kind == .outlet }
    package var isRegion: Bool { kind == .place("region") || kind == .place("continent") }
    package var isPlace: Bool { if case .place = kind { true } else { false } }
    package var isOther: Bool { if case .other = kind { true } else { false } }
}

/// A known name in a text.
package struct NameMatch: Hashable, Sendable {
    /// In tokens; a possessive 's that is a token of its own is not among them.
    package var length: Int
    /// The bytes of the name, without a possessive 's.
    package var bytes: Range<Int>
    /// All that it can stand for, at any time; never empty.
    package var candidates: [Candidate]

    /// What it can stand for on a day.
    package func candidates(on day: Day) -> [Candidate] {
        candidates.filter { $0.isValid(on: day) }
    }
}
