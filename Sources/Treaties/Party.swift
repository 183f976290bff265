public import CasusCore

/// One state's time as a party; a state that left and came back has two.
public struct Party: Sendable, Hashable {
    public enum Entry: String, Sendable, CaseIterable { case ratification, accession, succession, signature }
    public enum Exit: String, Sendable, CaseIterable {
        case withdrawal, expulsion, expiry, superseded
        case stateEnded = "state-ended"
    }

    /// A code of states.csv.
    public var state: String
    /// First day bound; nil: the treaty's first day in force.
    public var from: EDTF?
    public var entry: Entry?
    /// Last day bound; nil: until the treaty's end.
    public var to: EDTF?
    public var exit: Exit?
    public var legs: [Leg]
    public var source: [String]
    public var doubt: String?

    /// Part of what ties a party, out of order for a time.
    public struct Leg: Sendable, Hashable {
        public enum State: String, Sendable, CaseIterable { case suspended, contested }
        /// Which of the two directions is meant.
        public enum Owed: String, Sendable, CaseIterable { case by, to, both }

        public var `is`: State
        public var owed: Owed
        /// Only towards these; empty for all.
        public var with: [String]
        public var from: EDTF
        public var to: EDTF?
        public var gist: String
        public var source: [String]
    }
}
