public import CasusCore

/// Whether something holds on a day, and why.
public struct Standing: Sendable, Hashable {
    /// In its own words, for people; `since` and `until` are EDTF.
    public enum Reason: Sendable, Hashable {
        /// In force, or bound, since then.
        case since(EDTF?)
        /// The date of the beginning, or of the end, is not known so exactly.
        case inexact(EDTF)
        /// Signed but not yet in force; with the day it came into force, if it did.
        case notYet(EDTF?)
        case ended(Treaty.End)
        /// The state had not yet joined, with the day it did.
        case joinedLater(EDTF)
        case left(EDTF, Party.Exit?)
        /// Signed and never bound.
        case neverRatified
        case noParty
        /// The duty was added later, or dropped before.
        case dutyFrom(EDTF)
        case dutyUntil(EDTF)
    }

    /// Whether it holds.
    public var holds: Truth
    /// Why.
    public var reason: Reason
    /// Keys of the sources that it comes from.
    public var source: [String]

    /// Every part given.
    public init(_ holds: Truth, _ reason: Reason, source: [String]) {
        (self.holds, self.reason, self.source) = (holds, reason, source)
    }
}

extension Truth {
    /// Whether a day is at or after a date, as exactly as the date is known.
    static func reached(_ date: EDTF, on day: Day) -> Truth {
        if let latest = date.latest, day >= latest { return .yes }
        if let earliest = date.earliest, day < earliest { return .no }
        return .unknown
    }

    /// Whether a day is after a date.
    static func passed(_ date: EDTF, on day: Day) -> Truth {
        if let latest = date.latest, day > latest { return .yes }
        if let earliest = date.earliest, day <= earliest { return .no }
        return .unknown
    }

    /// Whether a day lies in a time; nil for an open end.
    static func within(_ from: EDTF?, _ to: EDTF?, on day: Day) -> Truth {
        (from.map { reached($0, on: day) } ?? .yes) && (to.map { !passed($0, on: day) } ?? .yes)
    }
}

extension Treaty {
    /// Whether the instrument is in force on a day: computed, never stored.
    public func standing(on day: Day) -> Standing {
        guard let inForce else { return Standing(.no, .notYet(nil), source: source) }
        let begun = Truth.reached(inForce, on: day)
        if begun == .no { return Standing(.no, .notYet(inForce), source: source) }
        if let ended {
            // What an attack breaks holds on the day on which the attack breaks it.
            let over = ended.how == .violated ? Truth.passed(ended.on, on: day) : Truth.reached(ended.on, on: day)
            if over == .yes { return Standing(.no, .ended(ended), source: ended.source) }
            if over == .unknown { return Standing(.unknown, .inexact(ended.on), source: ended.source) }
        }
        return begun == .yes ? Standing(.yes, .since(inForce), source: source) : Standing(.unknown, .inexact(inForce), source: source)
    }

    /// Whether a state is a party on a day, leaving aside whether the instrument is in force.
    public func standing(of state: String, on day: Day) -> Standing {
        var best: Standing?
        for party in parties where party.state == state {
            let standing = standing(of: party, on: day)
            if standing.holds == .yes { return standing }
            // Of several times one that may hold counts most; else the last that had begun tells why not.
            if best == nil || standing.holds > best!.holds || standing.holds == best!.holds && !standing.isEarly { best = standing }
        }
        if let best { return best }
        return signatories.contains(state)
            ? Standing(.no, .neverRatified, source: source) : Standing(.no, .noParty, source: source)
    }

    private func standing(of party: Party, on day: Day) -> Standing {
        if let from = party.from {
            let begun = Truth.reached(from, on: day)
            if begun == .no { return Standing(.no, .joinedLater(from), source: party.source) }
            if begun == .unknown { return Standing(.unknown, .inexact(from), source: party.source) }
        }
        if let to = party.to {
            let over = Truth.passed(to, on: day)
            if over == .yes { return Standing(.no, .left(to, party.exit), source: party.source) }
            if over == .unknown { return Standing(.unknown, .inexact(to), source: party.source) }
        }
        return Standing(.yes, .since(party.from ?? inForce), source: party.source)
    }

    /// The row of a party on a day; nil when it is none.
    public func party(_ state: String, on day: Day) -> Party? {
        parties.first { $0.state == state && standing(of: $0, on: day).holds != .no }
    }

    /// The states that are parties on a day, certainly or perhaps, in the order of codes.
    public func parties(on day: Day) -> [String] {
        Set(parties.filter { standing(of: $0, on: day).holds != .no }.map(\.state)).sorted()
    }
}

extension Standing {
    fileprivate var isEarly: Bool { if case .joinedLater = reason { true } else { false } }
}

extension Duty {
    /// Whether the duty is part of its instrument on a day.
    public func standing(on day: Day) -> Standing? {
        if let from {
            let begun = Truth.reached(from, on: day)
            if begun != .yes { return Standing(begun, begun == .no ? .dutyFrom(from) : .inexact(from), source: source) }
        }
        if let to {
            let over = Truth.passed(to, on: day)
            if over != .no { return Standing(!over, over == .yes ? .dutyUntil(to) : .inexact(to), source: source) }
        }
        return nil
    }
}

extension Treaty.Contest {
    /// Whether a day lies in the disputed time.
    public func covers(_ day: Day) -> Bool { Truth.within(from, to, on: day) != .no }
}

extension Party.Leg {
    /// Whether a day lies in the time.
    public func covers(_ day: Day) -> Truth { Truth.within(from, to, on: day) }
}

extension Duty.Exception {
    /// Whether a day lies in the time of the exception.
    public func covers(_ day: Day) -> Truth { Truth.within(from, to, on: day) }
}
