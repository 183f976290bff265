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
    /// What help is made of.
    public enum Means: String, Sendable, CaseIterable { case all, troops, arms, economic, diplomatic, bases }
    /// What a text says of nuclear means.
    public enum Nuclear: String, Sendable, CaseIterable { case stated, excluded, unstated }

    /// Of which kind it is.
    public var kind: DutyKind
    /// As the text numbers it; nil where it has no number or is not published.
    public var article: String?
    /// In own words, never the text's.
    public var gist: String
    /// Who owes it.
    public var debtors: Side
    /// To whom it is owed.
    public var creditors: Side
    /// First and last day, where the duty was added, changed or dropped within the treaty's life.
    public var from: EDTF?
    /// Last day; nil: no end.
    public var to: EDTF?
    /// Nil: owed at all times, as non-aggression is.
    public var trigger: Trigger?
    /// A duty, or only a right.
    public var modality: Modality
    /// How much it leaves to the debtor; nil where that is not coded.
    public var latitude: Latitude?
    /// What is left to the debtor, in own words.
    public var discretion: String?
    /// Action follows the debtor's constitutional processes.
    public var isConstitutional: Bool
    /// Who decides that the trigger is met.
    public var determinedBy: Judge
    /// What help is to consist of; empty where the text does not say.
    public var means: [Means]
    /// What it says of nuclear means.
    public var nuclear: Nuclear
    /// Readings and opt-outs of single debtors.
    public var exceptions: [Exception]
    /// Keys of the sources that it comes from.
    public var source: [String]
    /// What could not be confirmed of it.
    public var doubt: String?

    /// One debtor's own reading, reservation or opt-out.
    public struct Exception: Sendable, Hashable {
        /// What an exception changes.
        public enum Effect: String, Sendable, CaseIterable {
            /// It does not owe it.
            case excused
            /// It owes it in its own way.
            case limits
            /// It owes it under a further condition.
            case condition
        }

        /// Codes of states.
        public var states: [String]
        /// First day; nil: from the beginning.
        public var from: EDTF?
        /// Last day; nil: no end.
        public var to: EDTF?
        /// What it changes for them.
        public var effect: Effect
        /// The further condition, where the effect is one.
        public var condition: Condition?
        /// In own words.
        public var gist: String
        /// Keys of the sources that it comes from.
        public var source: [String]
    }
}

extension DutyKind {
    /// Whether it promises to stand by the other in a fight: never said of consultation, neutrality or the like.
    public var isHelp: Bool { self == .defence || self == .offence || self == .guarantee }
}
