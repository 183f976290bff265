public import CasusCore

/// One promise: who owes what to whom, when what happens.
public struct Duty: Sendable, Hashable {
    /// Whether the debtor must, or only may.
    public enum Modality: String, Sendable, CaseIterable { case duty, right }

    /// How much is left to the debtor, from the least to the most.
    public enum Latitude: String, Sendable, CaseIterable {
        case mustFight = "must-fight"
        case allMeans = "all-means"
        case assistWithForce = "assist-with-force"
        case assist
        case asDeemedNecessary = "as-deemed-necessary"
        case consult, none
    }

    /// Who decides that the trigger is met.
    public enum Judge: String, Sendable, CaseIterable { case each, joint, organ, victim, unstated }
    public enum Means: String, Sendable, CaseIterable { case all, troops, arms, economic, diplomatic, bases }
    public enum Nuclear: String, Sendable, CaseIterable { case stated, excluded, unstated }

    public var kind: DutyKind
    /// As the text numbers it; nil where it has no number or is not published.
    public var article: String?
    /// In own words, never the text's.
    public var gist: String
    public var debtors: Side
    public var creditors: Side
    /// First and last day, where the duty was added, changed or dropped within the treaty's life.
    public var from: EDTF?
    public var to: EDTF?
    /// Nil: owed at all times, as non-aggression is.
    public var trigger: Trigger?
    public var modality: Modality
    public var latitude: Latitude?
    /// What is left to the debtor, in own words.
    public var discretion: String?
    /// Action follows the debtor's constitutional processes.
    public var isConstitutional: Bool
    public var determinedBy: Judge
    public var means: [Means]
    public var nuclear: Nuclear
    public var exceptions: [Exception]
    public var source: [String]
    public var doubt: String?

    /// One debtor's own reading, reservation or opt-out.
    public struct Exception: Sendable, Hashable {
        public enum Effect: String, Sendable, CaseIterable {
            /// It does not owe it.
            case excused
            /// It owes it in its own way.
            case limits
            /// It owes it under a further condition.
            case condition
        }

        public var states: [String]
        public var from: EDTF?
        public var to: EDTF?
        public var effect: Effect
        public var condition: Condition?
        public var gist: String
        public var source: [String]
    }
}

extension DutyKind {
    /// Whether it promises to stand by the other in a fight: never said of consultation, neutrality or the like.
    public var isHelp: Bool { self == .defence || self == .offence || self == .guarantee }
}
