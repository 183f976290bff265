import CasusCore
public import Treaties

/// What follows for a debtor.
public enum Verdict: String, Sendable, CaseIterable {
    case bound
    /// Settled by facts that are not given.
    case depends
    /// Promised in a form that does not bind in international law.
    case pledged
    /// The duty is there and would be due, but something frees the debtor from it.
    case excused
    case notBound = "not_bound"
}

/// What one duty asks of one debtor after one act, with its proof.
public final class Answer: Sendable {
    /// The place of the act in the scenario, from 0.
    public let act: Int
    /// The duty, as it stands on the day of the act.
    public let bond: Bond
    /// What follows.
    public let verdict: Verdict
    let debtor: Bond.Seat
    let creditor: Bond.Seat
    let triggered: Steps
    /// How far it is from being due: what fails counts more than what is unknown.
    let distance: Int
    /// Where the facts of the scenario, or the debtor's own reading, say more than what is settled beforehand.
    private let shared: Steps?
    private let own: Steps?

    /// - Parameters:
    ///   - triggered: what the act comes to under the duty's trigger.
    ///   - shared: the creditor's steps, where they are not those of its seat.
    ///   - own: the debtor's.
    init(act: Int, bond: Bond, debtor: Bond.Seat, creditor: Bond.Seat, triggered: Steps, shared: Steps?, own: Steps?) {
        (self.act, self.bond, self.debtor, self.creditor) = (act, bond, debtor, creditor)
        (self.triggered, self.shared, self.own) = (triggered, shared, own)
        let (ours, theirs) = (own ?? debtor.steps, shared ?? creditor.steps)
        distance = min(
            8 * (ours.failures + theirs.failures + triggered.failures) + ours.asks.count + theirs.asks.count + triggered.asks.count, 80)
        switch min(ours.holds, theirs.holds, triggered.holds) {
        case .no: verdict = ours.isExcuse && theirs.isExcuse && triggered.isExcuse ? .excused : .notBound
        case .unknown: verdict = bond.binds ? .depends : .pledged
        case .yes: verdict = bond.binds ? .bound : .pledged
        }
    }

    private var parts: [Steps] { [shared ?? creditor.steps, own ?? debtor.steps, triggered] }

    /// The debtor.
    public var state: String { debtor.state }
    /// The creditor.
    public var to: String { creditor.state }
    /// The instrument.
    public var treaty: Treaty { bond.treaty }
    /// The promise.
    public var duty: Duty { bond.duty }

    /// The facts that would settle it; empty unless something is unknown and nothing fails.
    public var dependsOn: [Condition] {
        guard verdict == .depends || verdict == .pledged else { return [] }
        var asks: [Condition] = []
        for fact in parts.flatMap(\.asks) where !asks.contains(fact) { asks.append(fact) }
        return asks
    }

    /// Every step, those that hold and those that fail.
    public var proof: [Check] { parts.flatMap(\.checks) }

    /// What fails.
    public var failures: [Check] { proof.filter { $0.holds == .no } }

    /// The facts that were not confirmed behind it.
    public var doubts: [String] {
        let parties = [state, to].compactMap { code in treaty.party(code, on: bond.day)?.doubt }
        var doubts: [String] = []
        for doubt in [treaty.doubt, duty.doubt].compactMap(\.self) + parties where !doubts.contains(doubt) { doubts.append(doubt) }
        return doubts
    }

    /// Whether it promises to stand by the creditor and is not ruled out.
    public var isLiveHelp: Bool { bond.isHelp && verdict != .notBound && verdict != .excused }

    /// Whether it stands among the answers; the others tell why somebody is not bound.
    var isShown: Bool {
        switch verdict {
        case .notBound: false
        case .excused: bond.isHelp
        case .bound, .depends, .pledged: true
        }
    }
}

/// Why a state owes no help, though one might think so.
public struct Miss: Sendable {
    /// What tells why.
    public enum Reason: Sendable {
        /// The duty that comes nearest, with its proof.
        case failed(Answer)
        /// Its instrument only says to consult, to stay neutral, or the like.
        case lesser(Answer)
        /// A mistake that is often made.
        case assumed(Mistake)
        /// A promise that had ended, or was not yet in force.
        case outOfForce(Dormant)
        /// It stands by the attacker if that is attacked, not when it attacks.
        case attackersAlly(Bond, ally: String)
    }

    /// The place of the act in the scenario, from 0.
    public var act: Int
    /// The code of the state.
    public var state: String
    /// The state to which it owes no help.
    public var to: String
    /// Why.
    public var reason: Reason
}

/// Duties that pull one state two ways.
public struct Conflict: Sendable {
    /// Its kinds.
    public enum Kind: String, Sendable, CaseIterable {
        /// It owes help to both.
        case bothSides = "both_sides"
        /// It owes help against one to whom it promised not to use force, or to stay neutral.
        case nonaggression
        /// Attacker and attacked stand in one pact.
        case fellowMembers = "fellow_members"
        /// The attacker breaks its own promise to the attacked.
        case breach
    }

    /// The place of the act in the scenario, from 0.
    public var act: Int
    /// Of which kind it is.
    public var kind: Kind
    /// The code of the state.
    public var state: String
    /// The other side of the second promise.
    public var towards: String
    /// The duties that pull against one another; of a breach, the one broken.
    public var bonds: [Bond]
    /// Whether the promises behind it hold beyond doubt.
    public var isCertain = true
}
