public import CasusCore
public import Treaties

/// One step of a proof: a question about a duty, and what the scenario and the treaty say to it.
public struct Check: Sendable {
    /// What is asked.
    public enum Subject: Sendable {
        /// Whether the instrument is in force.
        case inForce(Standing)
        /// Whether the duty is part of it on the day.
        case duty(Standing)
        /// Whether the debtor is a party.
        case debtor(Standing)
        /// Whether the creditor is a party, or one whom the duty protects.
        case creditor(Standing)
        /// What ties the two is suspended or disputed.
        case leg(Party.Leg)
        /// It is disputed whether the instrument holds.
        case contest(Treaty.Contest)
        /// The text is not published.
        case text
        /// Whether the act is one of those that fire the duty.
        case act
        /// Who attacks whom first.
        case nature(Nature)
        /// Whether those on the other side are such as the duty is for.
        case opponent
        case object
        /// Whether the place is the victim's.
        case title(Atlas.Holding?)
        case area(Atlas.Member?)
        case condition(Condition)
        /// The debtor's own reading or opt-out.
        case exception(Duty.Exception)
        /// It may act, and need not.
        case right
        /// Action follows the debtor's constitutional processes.
        case process
    }

    /// What is asked.
    public var subject: Subject
    /// Whether it holds.
    public var holds: Truth
    /// The fact that would settle it, where it is unknown.
    public var asks: Condition?
    /// Taken as given, not known.
    public var isAssumed: Bool
    /// Failing it excuses a debtor whose duty would otherwise be due.
    public var excuses: Bool
    /// Keys of the treaty's sources; empty: the scenario itself, or the atlas.
    public var source: [String]

    init(
        _ subject: Subject, _ holds: Truth, asks: Condition? = nil, isAssumed: Bool = false, excuses: Bool = false, source: [String] = []
    ) {
        (self.subject, self.holds, self.asks) = (subject, holds, asks)
        (self.isAssumed, self.excuses, self.source) = (isAssumed, excuses, source)
    }

    /// A leg that is out of order on a day: suspended, it frees; contested, it leaves open.
    init(_ leg: Party.Leg, of state: String, in treaty: Treaty, on day: Day) {
        let suspends = leg.is == .suspended && leg.covers(day) == .yes
        self.init(
            .leg(leg), suspends ? .no : .unknown, asks: suspends ? nil : .holds(treaty, for: state), excuses: suspends, source: leg.source)
    }
}

/// How an act stands to what went before.
public enum Nature: Sendable, Hashable {
    /// It begins a fight.
    case aggression
    /// The attacked strikes back.
    case selfDefence
    /// Help to a state that the other attacked: no attack in the sense of a pact of defence.
    case aid(String)
}

/// Conditions that the evaluator itself asks about.
extension Condition {
    /// Whether an act that is no plain attack by a state counts as an armed attack under the article.
    static func armedAttack(under treaty: Treaty) -> Condition { Condition("armed-attack", of: treaty.id) }
    /// Whether an article that does not say so covers an attack by a fellow party.
    static func fellowMember(of treaty: Treaty) -> Condition { Condition("fellow-member", of: treaty.id) }
    /// Whether a place lies in an area whose edge is unclear there.
    static func inArea(_ place: String) -> Condition { Condition("in-area", of: place) }
    /// Whether a disputed place is the victim's.
    static func title(to place: String) -> Condition { Condition("title", of: place) }
    /// Whether an unpublished text says what is told of it.
    static func text(of treaty: Treaty) -> Condition { Condition("text", of: treaty.id) }
    /// Whether an instrument whose standing is disputed holds.
    static func holds(_ treaty: Treaty) -> Condition { Condition("holds", of: treaty.id) }
    /// Whether what ties a party to it holds.
    static func holds(_ treaty: Treaty, for state: String) -> Condition { Condition("holds", of: treaty.id + ":" + state) }
    /// Whether it was in force, where the day is not known exactly; nil where that is known.
    static func inForce(_ treaty: Treaty, _ holds: Truth) -> Condition? {
        holds == .unknown ? Condition("in-force", of: treaty.id) : nil
    }
    /// Whether the unnamed attacker is one that the article names.
    static let attacker = Condition("attacker")
    /// Whether an attacker comes to the aid of one that the other attacked first, where nothing says so.
    static let inAid = Condition("in-aid")
    static let constitutionalProcess = Condition("constitutional-process")
}
