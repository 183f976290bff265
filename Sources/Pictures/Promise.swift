import CasusCore
import Treaties

/// The strongest promise of a treaty, as a ladder tells it apart: by a letter, and by the thickness of its bar.
struct Promise: Hashable {
    /// How its bar is drawn.
    enum Weight: String { case help = "pic-bar", lesser = "pic-lesser", loose = "pic-loose" }

    /// Nil of an instrument that promises nothing.
    var kind: DutyKind?
    /// Whether neither of the two owes it to the other.
    var isOfOthers: Bool
    var binds: Bool

    /// - Parameter pair: the codes of two states; nil: whoever owes it to whom.
    init(of treaty: Treaty, between pair: (Set<String>, Set<String>)?) {
        let own = pair.map { treaty.strongest(between: $0.0, and: $0.1) } ?? treaty.strongest
        kind = own ?? treaty.strongest
        isOfOthers = own == nil && kind != nil
        binds = treaty.force.binds
    }

    var weight: Weight { !binds ? .loose : kind?.isHelp ?? false && !isOfOthers ? .help : .lesser }

    /// Capitals for help.
    var letter: String? { kind.map(\.letter).map { isOfOthers ? "(\($0))" : $0 } }

    /// "Defence", "Guarantee, not between them", "Cooperation, not binding"
    var words: String {
        (kind?.words ?? "No duty") + (isOfOthers ? ", not between them" : "") + (binds ? "" : ", not binding")
    }
}

extension DutyKind {
    fileprivate var letter: String {
        switch self {
        case .defence: "D"
        case .offence: "O"
        case .guarantee: "G"
        case .neutrality: "n"
        case .nonaggression: "a"
        case .consultation: "c"
        case .cooperation: "p"
        }
    }

    var words: String {
        switch self {
        case .nonaggression: "Non-aggression"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }
}

extension Treaty.Link.How {
    /// How a connector is dashed.
    var dashes: String? {
        switch self {
        case .replaces, .renews: nil
        case .ends: "8 2 2 2"
        case .amends: "6 3"
        case .follows: "1.5 3"
        }
    }
}

extension Treaty.End.How {
    var words: String {
        switch self {
        case .violated: "broken"
        case .stateEnded: "a state ended"
        default: rawValue
        }
    }
}
