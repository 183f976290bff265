public import CasusCore

/// One state's time as a party; a state that left and came back has two.
public struct Party: Sendable, Hashable {
    /// How a state becomes a party.
    public enum Entry: String, Sendable, CaseIterable { case ratification, accession, succession, signature }
    /// How a state ceases to be one.
    public enum Exit: String, Sendable, CaseIterable {
        case withdrawal, expulsion, expiry, superseded
        case stateEnded = "state-ended"
    }

    /// A code of states.csv.
    public var state: String
    /// First day bound; nil: the treaty's first day in force.
    public var from: EDTF?
    /// How it became a party.
    public var entry: Entry?
    /// Last day bound; nil: until the treaty's end.
    public var to: EDTF?
    /// How it ceased to be one.
    public var exit: Exit?
    /// What of its ties is out of order for a time.
    public var legs: [Leg]
    /// Keys of the sources that it comes from.
    public var source: [String]
    /// What could not be confirmed of it.
    public var doubt: String?

    /// Part of what ties a party, out of order for a time.
    public struct Leg: Sendable, Hashable {
        /// Suspended, or in dispute.
        public enum State: String, Sendable, CaseIterable { case suspended, contested }
        /// Which of the two directions is meant.
        public enum Owed: String, Sendable, CaseIterable { case by, to, both }

        /// Suspended, or in dispute.
        public var `is`: State
        /// In which direction.
        public var owed: Owed
        /// Only towards these; empty for all.
        public var with: [String]
        /// First day.
        public var from: EDTF
        /// Last day; nil: no end.
        public var to: EDTF?
        /// In own words.
        public var gist: String
        /// Keys of the sources that it comes from.
        public var source: [String]
    }
}
