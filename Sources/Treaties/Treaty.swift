public import CasusCore

/// One instrument: who is party to it when, and what each promises to whom.
///
/// Whether it is in force is never stored: `standing(on:)` computes it for a day. The form of its file is
/// `docs/treaty.schema.json`.
public struct Treaty: Sendable, Identifiable {
    /// Lower-case words and the year of signature: `north-atlantic-1949`.
    public var id: String
    /// As it calls itself, in English.
    public var title: String
    /// Other names by which it is known.
    public var also: [String]
    /// What makes it bind.
    public var force: Force
    /// The day, or what is known of it.
    public var signed: EDTF
    /// Where it was signed.
    public var place: String?
    /// First day in force; nil when it never was, or is not yet.
    public var inForce: EDTF?
    /// How and when it ended; nil while it lasts.
    public var ended: End?
    /// How much of the text is known.
    public var text: Publicity
    /// When a secret text became known.
    public var published: EDTF?
    /// Who was bound when, one row a time.
    public var parties: [Party]
    /// States that signed and were never bound.
    public var signatories: [String]
    /// Times in which it is disputed whether the instrument holds.
    public var contests: [Contest]
    /// Its promises, one a kind and trigger.
    public var duties: [Duty]
    /// Articles that make no duty but matter.
    public var articles: [Article]
    /// Its links to earlier instruments.
    public var supersedes: [Link]
    /// Whom people take to be bound by it who is not.
    public var oftenAssumed: [Assumption]
    /// Its number in the Alliance Treaty Obligations and Provisions data.
    public var atop: Int?
    /// A remark for readers.
    public var note: String?
    /// What could not be confirmed of its dates.
    public var doubt: String?
    /// Keys of `sources`.
    public var source: [String]
    /// The works that its facts come from.
    public var sources: [Source]
}

extension Treaty {
    /// What makes an instrument bind.
    public enum Force: String, Sendable, CaseIterable {
        case treaty
        /// An agreement of governments.
        case executive
        /// A binding promise of one side.
        case unilateral
        /// The law of one state, which binds nobody towards others.
        case domestic
        /// A declaration that is not meant to bind.
        case political

        /// Whether it binds in international law.
        public var binds: Bool { self != .domestic && self != .political }
    }

    /// How much of the text is known.
    public enum Publicity: String, Sendable, CaseIterable {
        case published
        case partlySecret = "partly-secret"
        /// Published only later.
        case secret
        /// Never seen: known from statements about it.
        case unpublished
    }

    /// How and when it ended.
    public struct End: Sendable, Hashable {
        /// In which way.
        public enum How: String, Sendable, CaseIterable {
            case expired, lapsed, denounced, annulled, terminated, superseded, violated, fulfilled
            case stateEnded = "state-ended"
        }

        /// First day on which it no longer holds; of `violated`, the day on which it was broken, the last.
        public var on: EDTF
        /// In which way.
        public var how: How
        /// In own words.
        public var gist: String?
        /// Keys of the sources that it comes from.
        public var source: [String]
        /// What could not be confirmed of it.
        public var doubt: String?
    }

    /// A time in which it is disputed whether something holds.
    public struct Contest: Sendable, Hashable {
        /// Who holds what of a disputed time.
        public struct Reading: Sendable, Hashable {
            /// Who reads it so.
            public var by: String
            /// Whether it holds.
            public var holds: Bool
            /// In own words.
            public var gist: String?
        }

        /// First day.
        public var from: EDTF
        /// Last day; nil: no end.
        public var to: EDTF?
        /// In own words.
        public var gist: String
        /// Who reads it how.
        public var readings: [Reading]
        /// Keys of the sources that it comes from.
        public var source: [String]
    }

    /// An article that makes no duty but matters.
    public struct Article: Sendable, Hashable {
        /// As the text numbers it.
        public var article: String
        /// In own words, never the text's.
        public var gist: String
    }

    /// What the instrument does to an earlier one.
    public struct Link: Sendable, Hashable {
        /// In which way.
        public enum How: String, Sendable, CaseIterable {
            case replaces, renews, amends, ends
            /// The next between the same states, which does not end the other.
            case follows
        }

        /// The id of the earlier instrument.
        public var treaty: String
        /// In which way.
        public var how: How
        /// In own words.
        public var gist: String?
        /// Keys of the sources that it comes from.
        public var source: [String]
        /// What could not be confirmed of it.
        public var doubt: String?
    }

    /// A common mistake about it.
    public struct Assumption: Sendable, Hashable {
        /// Who owes it.
        public var debtors: Side
        /// To whom it is owed.
        public var creditors: Side
        /// First day; nil: from the beginning.
        public var from: EDTF?
        /// Last day; nil: no end.
        public var to: EDTF?
        /// Why it is not so.
        public var why: String
        /// Keys of the sources that it comes from.
        public var source: [String]
    }

    /// A work that facts of the file come from.
    public struct Source: Sendable, Hashable {
        /// The name by which facts refer to it.
        public var key: String
        /// Work, volume, page, number.
        public var cite: String
        /// Where it can be read.
        public var url: String?
        /// Whether the editors read it; else it is cited from general knowledge.
        public var seen: Bool

        /// Every part given.
        public init(key: String, cite: String, url: String?, seen: Bool) {
            (self.key, self.cite, self.url, self.seen) = (key, cite, url, seen)
        }
    }
}

/// All parties of an instrument, or the states named.
public enum Side: Sendable, Hashable {
    case parties
    case states([String])
}
