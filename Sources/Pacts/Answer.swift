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
public struct Answer: Sendable {
    /// The place of the act in the scenario, from 0.
    public var act: Int
    /// The debtor.
    public var state: String
    /// The creditor.
    public var to: String
    public var treaty: Treaty
    public var duty: Duty
    public var verdict: Verdict
    /// The facts that would settle it; empty unless something is unknown.
    public var dependsOn: [Condition]
    let shared: [Check]
    let triggered: [Check]
    let own: [Check]

    /// Every step, those that hold and those that fail.
    public var proof: [Check] { shared + own + triggered }

    /// What fails.
    public var failures: [Check] { proof.filter { $0.holds == .no } }

    /// The facts that were not confirmed behind it.
    public var doubts: [String] {
        let parties = [state, to].compactMap { code in treaty.parties.first { $0.state == code }?.doubt }
        var doubts: [String] = []
        for doubt in [treaty.doubt, duty.doubt].compactMap(\.self) + parties where !doubts.contains(doubt) { doubts.append(doubt) }
        return doubts
    }

    /// Whether it promises to stand by the creditor and is not ruled out.
    public var isLiveHelp: Bool { duty.kind.isHelp && verdict != .notBound && verdict != .excused }
}

/// Why a state owes no help, though one might think so.
public struct Miss: Sendable {
    public enum Reason: Sendable {
        /// The duty that comes nearest, with its proof.
        case failed(Answer)
        /// Its instrument only says to consult, to stay neutral, or the like.
        case lesser(Answer)
        /// A mistake that is often made.
        case assumed(Treaty, Treaty.Assumption)
        /// A promise that had ended, or was not yet in force.
        case outOfForce(Treaty, Duty, Standing)
        /// It stands by the attacker if that is attacked, not when it attacks.
        case attackersAlly(Treaty, Duty, ally: String)
    }

    public var act: Int
    public var state: String
    public var to: String
    public var reason: Reason
}

/// Duties that pull one state two ways.
public struct Conflict: Sendable {
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

    public var act: Int
    public var kind: Kind
    public var state: String
    /// The other side of the second promise.
    public var towards: String
    /// The instruments that pull against one another; of a breach, the one broken.
    public var treaties: [Treaty]
    public var duties: [Duty]
}
