/// What one document says at one span.
public enum Statement: Sendable {
    case event(Event)
    case agreement(Agreement)
    case claim(Claim)
    case question(Question)

    /// Where it stands and what produced it.
    public var origin: Origin {
        get {
            switch self {
            case .event(let it): it.origin
            case .agreement(let it): it.origin
            case .claim(let it): it.origin
            case .question(let it): it.origin
            }
        }
        set {
            switch self {
            case .event(var it): it.origin = newValue; self = .event(it)
            case .agreement(var it): it.origin = newValue; self = .agreement(it)
            case .claim(var it): it.origin = newValue; self = .claim(it)
            case .question(var it): it.origin = newValue; self = .question(it)
            }
        }
    }

    public var id: String { origin.id }

    public var kind: String {
        switch self {
        case .event: "event"
        case .agreement: "agreement"
        case .claim: "claim"
        case .question: "question"
        }
    }
}

/// Where a statement stands, and what produced it.
public struct Origin: Sendable, Hashable {
    /// A hash of the document's key, the kind, the span and the meaning: it survives a better rule.
    public var id: String = ""
    /// The document's own name, else its key.
    public var document: String = ""
    /// The number of the sentence, from 1.
    public var sentence: Int
    /// The clause that states it.
    public var span: Span
    /// The text at `span`.
    public var quote: String
    /// The rule that read it: "frame:accuse", "noun:visit".
    public var rule: String
    /// How sure the reading is, from 0 to 1.
    public var confidence: Double

    public init(sentence: Int, span: Span, quote: String, rule: String, confidence: Double) {
        self.sentence = sentence
        self.span = span
        self.quote = quote
        self.rule = rule
        self.confidence = confidence
    }
}

/// Something done, planned, alleged or denied between public actors.
public struct Event: Sendable {
    public var origin: Origin
    public var type: EventType
    public var mode: String?
    public var contexts: [String] = []
    /// The most specific CAMEO code known.
    public var cameo: String?
    public var actors: [Actor]
    public var recipients: [Actor]
    public var status: Status
    public var date: EDTF?
    /// The words that date it, kept also where they could not be resolved.
    public var dateText: String?
    public var place: String?
    /// What was given, sold, fired.
    public var objects: [String] = []
    /// The claims it was read from.
    public var claims: [String] = []
    /// The events that this one accuses of, denies, rejects, praises.
    public var about: [String] = []
    /// The records of the same document that tell of the same happening.
    public var sameAs: [String] = []

    public init(origin: Origin, type: EventType, mode: String?, cameo: String?, actors: [Actor], recipients: [Actor], status: Status) {
        self.origin = origin
        self.type = type
        self.mode = mode
        self.cameo = cameo
        self.actors = actors
        self.recipients = recipients
        self.status = status
    }
}

/// An instrument between parties: proposed, signed, in force, suspended, ended.
public struct Agreement: Sendable {
    /// One promise in it.
    public struct Duty: Sendable, Hashable {
        public var kind: DutyKind
        /// The condition in the text's words.
        public var trigger: String?
        public var quote: String

        public init(kind: DutyKind, trigger: String?, quote: String) {
            self.kind = kind
            self.trigger = trigger
            self.quote = quote
        }
    }

    /// An earlier instrument that this one takes the place of.
    public struct Replaced: Sendable, Hashable {
        public var date: EDTF?
        /// The key of a known treaty.
        public var treaty: String?
        public var text: String

        public init(date: EDTF?, treaty: String?, text: String) {
            self.date = date
            self.treaty = treaty
            self.text = text
        }
    }

    public var origin: Origin
    public var name: String
    public var parties: [Actor]
    public var duties: [Duty] = []
    /// How far it has come; nil where the text speaks of what it holds and does not say.
    public var stage: Stage?
    public var signed: EDTF?
    public var spheres: [String] = []
    public var replaces: [Replaced] = []
    public var status: Status
    /// The claims it was read from.
    public var claims: [String] = []
    /// The records of the same document that tell of the same instrument at the same stage.
    public var sameAs: [String] = []

    /// The strongest duty.
    public var type: DutyKind? {
        DutyKind.allCases.first { kind in duties.contains { $0.kind == kind } }
    }

    public init(origin: Origin, name: String, parties: [Actor], stage: Stage?, status: Status) {
        self.origin = origin
        self.name = name
        self.parties = parties
        self.stage = stage
        self.status = status
    }
}

/// Somebody's words, or the outlet's own.
public struct Claim: Sendable {
    public var origin: Origin
    /// Nil where the outlet speaks for itself, or nobody is named.
    public var speaker: Actor?
    /// The outlets and agencies through which it comes.
    public var via: [String] = []
    public var speakerSpan: Span?
    public var cueSpan: Span?
    public var contentSpan: Span?
    /// The pieces of a content that is interrupted.
    public var contentPieces: [Span] = []
    public var cue: String?
    public var stance: Stance
    /// Whether the content is quoted.
    public var direct: Bool
    /// What the text offers as evidence.
    public var evidence: String?
    /// The claims that this one stands inside.
    public var claims: [String] = []

    public init(origin: Origin, speaker: Actor?, stance: Stance, direct: Bool) {
        self.origin = origin
        self.speaker = speaker
        self.stance = stance
        self.direct = direct
    }
}

/// What the text leaves open.
public struct Question: Sendable {
    public var origin: Origin
    /// The open point in the text's words.
    public var asks: String
    public var about: [Actor]
    public var raisedBy: Actor?
    /// The text itself calls it unknown or unspecified.
    public var unspecified: Bool

    public init(origin: Origin, asks: String, about: [Actor], raisedBy: Actor?, unspecified: Bool) {
        self.origin = origin
        self.asks = asks
        self.about = about
        self.raisedBy = raisedBy
        self.unspecified = unspecified
    }
}
