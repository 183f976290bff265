import CasusCore
public import Treaties

/// A promise of help that did not hold on a day, with why.
public final class Dormant: Sendable {
    /// The instrument.
    public let treaty: Treaty
    /// The promise.
    public let duty: Duty
    /// Why it did not hold.
    public let standing: Standing
    /// The state whose time as a party is told; nil where it is the instrument that is not in force.
    public let whose: String?
    /// Places of states among those of `Bonds`.
    let debtors: [Int]
    /// How telling it is that the promise did not hold: the nearer in time the lower.
    let rank: Int

    private init?(_ treaty: Treaty, _ duty: Duty, _ standing: Standing, whose: String?, debtors: [Int], on day: Day) {
        guard let rank = Dormant.rank(treaty, standing, on: day) else { return nil }
        (self.treaty, self.duty, self.standing, self.whose) = (treaty, duty, standing, whose)
        (self.debtors, self.rank) = (debtors, rank)
    }

    /// The promises of help of a duty that do not hold on a day, by creditor.
    static func all(_ treaty: Treaty, _ duty: Duty, _ standing: Standing, on day: Day, index: (String) -> Int) -> [(String, Dormant)] {
        guard duty.kind.isHelp, duty.modality == .duty, treaty.force.binds else { return [] }
        // A state that is not yet, or no longer, there owes nothing that one could take it to owe.
        let debtors = treaty.states(duty.debtors).filter { !treaty.hasVanished($0, by: day) && !treaty.joinsLater($0, than: day) }
        var found: [(String, Dormant)] = []
        func add(_ creditor: String, _ standing: Standing, _ whose: String?, _ debtors: [String]) {
            if let entry = Dormant(treaty, duty, standing, whose: whose, debtors: debtors.filter { $0 != creditor }.map(index), on: day) {
                found.append((creditor, entry))
            }
        }
        let outside = standing.holds == .no ? [] : debtors.map { ($0, treaty.standing(of: $0, on: day)) }.filter { $1.holds == .no }
        for creditor in treaty.states(duty.creditors) {
            if standing.holds == .no {
                add(creditor, standing, nil, debtors.filter { treaty.wasParty($0, at: standing) })
                continue
            }
            let membership = treaty.standing(of: creditor, on: day)
            let isParty = treaty.parties.contains { $0.state == creditor } || treaty.signatories.contains(creditor)
            if membership.holds == .no, isParty {
                add(creditor, membership, creditor, debtors.filter { treaty.standing(of: $0, on: day).holds != .no })
            } else {
                for (debtor, standing) in outside { add(creditor, standing, debtor, [debtor]) }
            }
        }
        return found
    }

    /// Nil where it is too long ago, or too far ahead, to be taken for valid.
    private static func rank(_ treaty: Treaty, _ standing: Standing, on day: Day) -> Int? {
        let years: (Day) -> Int = { abs(Int($0.number) - Int(day.number)) / 365 }
        switch standing.reason {
        case .ended(let end): return end.on.latest.map(years).flatMap { $0 <= 30 ? 40 + $0 : nil }
        case .left(let last, _): return last.latest.map(years).flatMap { $0 <= 30 ? 40 + $0 : nil }
        case .notYet(let first):
            // Signed on the day or before: easily taken for valid.
            guard let signed = treaty.signed.earliest, signed <= day else { return nil }
            return first.flatMap(\.earliest).map(years).map { $0 == 0 ? 0 : 35 + $0 } ?? 36
        case .joinedLater(let first): return first.earliest.map(years).flatMap { $0 <= 1 ? 45 : nil }
        case .neverRatified: return 60
        default: return nil
        }
    }
}

/// What people take a treaty to promise, and it does not.
public final class Mistake: Sendable {
    /// The instrument.
    public let treaty: Treaty
    /// What is wrongly assumed.
    public let assumption: Treaty.Assumption
    /// Places of states among those of `Bonds`.
    let debtors: [Int]
    let creditors: [Int]

    private init(_ treaty: Treaty, _ assumption: Treaty.Assumption, debtors: [Int], creditors: [Int]) {
        (self.treaty, self.assumption, self.debtors, self.creditors) = (treaty, assumption, debtors, creditors)
    }

    static func all(_ treaty: Treaty, on day: Day, index: (String) -> Int) -> [Mistake] {
        treaty.oftenAssumed.filter { treaty.misleads($0, on: day) }.map { assumption in
            Mistake(
                treaty, assumption, debtors: treaty.states(assumption.debtors, on: day).map(index),
                creditors: treaty.states(assumption.creditors, on: day).map(index))
        }
    }
}

extension Treaty {
    /// Whether a party's time ended with the state itself.
    fileprivate func hasVanished(_ state: String, by day: Day) -> Bool {
        guard let last = parties.last(where: { $0.state == state }), last.exit == .stateEnded else { return false }
        return last.to?.latest.map { $0 < day } ?? false
    }

    /// Whether a state was a party when an instrument ended, or is one of those for whom it is to come into force.
    fileprivate func wasParty(_ state: String, at standing: Standing) -> Bool {
        guard case .ended(let end) = standing.reason, let last = end.on.earliest?.adding(days: -1) else { return true }
        return self.standing(of: state, on: last).holds != .no
    }

    /// Whether a state becomes a party only more than a year after a day.
    fileprivate func joinsLater(_ state: String, than day: Day) -> Bool {
        if case .joinedLater(let first) = standing(of: state, on: day).reason {
            first.earliest.map { $0 > day.adding(days: 366) } ?? false
        } else {
            false
        }
    }

    /// Whether a mistake about it is one of a day: from its signature to its end, unless the row says otherwise.
    fileprivate func misleads(_ assumption: Assumption, on day: Day) -> Bool {
        if let from = (assumption.from ?? signed).earliest, day < from { return false }
        if let to = assumption.to?.latest { return day <= to }
        if let end = ended?.on.latest { return day < end }
        return true
    }

    /// The states on a side: those named, or the parties on a day.
    fileprivate func states(_ side: Side, on day: Day) -> [String] {
        switch side {
        case .parties: parties(on: day)
        case .states(let states): states
        }
    }
}
