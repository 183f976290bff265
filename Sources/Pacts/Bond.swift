import CasusCore
public import Treaties

/// One duty as it stands on a day: who owes it to whom, and what is settled about it before anything happens.
public final class Bond: Sendable {
    /// The instrument.
    public let treaty: Treaty
    /// The promise.
    public let duty: Duty
    /// The day on which it stands so.
    let day: Day
    /// The place of the treaty in its book.
    let treatyNumber: Int
    /// In the order of their codes.
    let debtors: [Seat]
    let creditors: [Seat]
    /// Those who are parties on the day, and those who perhaps are, for "outside".
    private let parties: Set<String>
    private let perhapsParties: Set<String>
    /// Steps that are the same for both sides.
    let shared: [Check]

    private let debtorPlaces: Places
    private let creditorPlaces: Places

    /// One side of it.
    final class Seat: Sendable {
        let state: String
        /// The place of the state among those of `Bonds`.
        let index: Int
        /// What is settled about it before anything happens.
        let steps: Steps
        /// Legs that are out of order towards some states only.
        let legs: [Party.Leg]
        /// Further conditions of this debtor alone.
        let conditions: [Duty.Exception]

        init(state: String, index: Int, steps: Steps, legs: [Party.Leg], conditions: [Duty.Exception]) {
            (self.state, self.index, self.steps, self.legs, self.conditions) = (state, index, steps, legs, conditions)
        }

        /// Whether nothing about it has to be looked at for each act.
        var isPlain: Bool { legs.isEmpty && conditions.isEmpty }
    }

    /// Nil where the instrument or the duty is not in force on the day, or nobody stands on one side.
    init?(_ treaty: Treaty, number: Int, _ duty: Duty, _ standing: Standing, on day: Day, index: (String) -> Int) {
        guard standing.holds != .no else { return nil }
        var shared = [Check(.inForce(standing), standing.holds, asks: .inForce(treaty, standing.holds), source: standing.source)]
        if let own = duty.standing(on: day) {
            if own.holds == .no { return nil }
            shared.append(Check(.duty(own), own.holds, asks: .inForce(treaty, own.holds), source: own.source))
        }
        for contest in treaty.contests where contest.covers(day) {
            shared.append(Check(.contest(contest), .unknown, asks: .holds(treaty), source: contest.source))
        }
        if treaty.text == .unpublished {
            shared.append(Check(.text, .unknown, asks: .text(of: treaty), source: treaty.source))
        }
        let debtors = Bond.seats(of: treaty, duty, owed: .by, on: day, shared: [], index: index)
        let creditors = Bond.seats(of: treaty, duty, owed: .to, on: day, shared: shared, index: index)
        guard !debtors.isEmpty, !creditors.isEmpty else { return nil }
        (self.treaty, self.duty, self.day, treatyNumber, self.shared) = (treaty, duty, day, number, shared)
        (self.debtors, self.creditors) = (debtors, creditors)
        (debtorPlaces, creditorPlaces) = (Places(debtors.map(\.index)), Places(creditors.map(\.index)))
        let all = treaty.parties(on: day)
        parties = Set(all.filter { treaty.standing(of: $0, on: day).holds == .yes })
        perhapsParties = Set(all).subtracting(parties)
        (isHelp, binds) = (duty.kind.isHelp, treaty.force.binds)
        kindPlace = DutyKind.allCases.firstIndex(of: duty.kind)!
    }

    /// One side of a duty on a day: parties, or states named, who need be no parties as creditors.
    private static func seats(
        of treaty: Treaty, _ duty: Duty, owed: Party.Leg.Owed, on day: Day, shared: [Check], index: (String) -> Int
    ) -> [Seat] {
        let side = owed == .by ? duty.debtors : duty.creditors
        return treaty.states(side).sorted().compactMap { state in
            let standing = treaty.standing(of: state, on: day)
            var checks = shared
            if standing.holds == .no {
                // A protected state is no party; one that has left, or not yet joined, is out.
                guard owed == .to, case .states = side, !treaty.parties.contains(where: { $0.state == state }) else { return nil }
                checks.append(Check(.creditor(standing), .yes, source: treaty.source))
            } else {
                let subject: Check.Subject = owed == .by ? .debtor(standing) : .creditor(standing)
                checks.append(Check(subject, standing.holds, asks: .inForce(treaty, standing.holds), source: standing.source))
            }
            if owed == .by, duty.isConstitutional {
                checks.append(Check(.process, .yes, isAssumed: true, excuses: true, source: duty.source))
            }
            if owed == .by, duty.modality == .right { checks.append(Check(.right, .no, source: duty.source)) }
            let legs = (treaty.party(state, on: day)?.legs ?? []).filter { leg in
                leg.covers(day) != .no && (leg.owed == .both || leg.owed == owed)
            }
            checks += legs.filter(\.with.isEmpty).map { Check($0, of: state, in: treaty, on: day) }
            let exceptions = owed == .by ? duty.exceptions.filter { $0.states.contains(state) && $0.covers(day) != .no } : []
            for exception in exceptions where exception.effect != .condition {
                let holds = exception.effect == .limits ? Truth.yes : !exception.covers(day)
                checks.append(
                    Check(
                        .exception(exception), holds, asks: .inForce(treaty, holds), excuses: exception.effect == .excused,
                        source: exception.source))
            }
            return Seat(
                state: state, index: index(state), steps: Steps(checks), legs: legs.filter { !$0.with.isEmpty },
                conditions: exceptions.filter { $0.effect == .condition })
        }
    }

    /// Whether a state is a party on the day.
    func isParty(_ state: String) -> Truth { parties.contains(state) ? .yes : perhapsParties.contains(state) ? .unknown : .no }

    var partyCount: Int { parties.count + perhapsParties.count }

    func owes(_ index: Int) -> Bool { debtorPlaces.contains(index) }
    func isOwed(_ index: Int) -> Bool { creditorPlaces.contains(index) }

    /// The place of its kind, from the strongest.
    let kindPlace: Int
    /// Whether it is a promise to stand by another in a fight.
    let isHelp: Bool
    /// Whether its instrument binds.
    let binds: Bool

    /// A promise to stand by another that its debtor may not pass over.
    var isFirmHelp: Bool { isHelp && duty.modality == .duty && binds }
}

/// Steps of a proof with what they come to.
final class Steps: Sendable {
    let checks: [Check]
    /// The weakest of them.
    let holds: Truth
    /// Whether all that fail excuse.
    let isExcuse: Bool
    /// How many fail.
    let failures: Int
    /// The facts that would settle what is unknown.
    let asks: [Condition]

    init(_ checks: [Check]) {
        self.checks = checks
        var holds = Truth.yes
        var isExcuse = true
        var failures = 0
        var asks: [Condition] = []
        for check in checks where check.holds != .yes {
            holds = min(holds, check.holds)
            if check.holds == .no {
                failures += 1
                if !check.excuses { isExcuse = false }
            }
            if let fact = check.asks, !asks.contains(fact) { asks.append(fact) }
        }
        (self.holds, self.isExcuse, self.failures, self.asks) = (holds, isExcuse, failures, asks)
    }
}

/// A set of small numbers.
private struct Places: Sendable {
    private var words: [UInt64] = []

    init(_ numbers: [Int]) {
        words = [UInt64](repeating: 0, count: (numbers.max() ?? 0) / 64 + 1)
        for number in numbers { words[number / 64] |= 1 << UInt64(number % 64) }
    }

    func contains(_ number: Int) -> Bool { number / 64 < words.count && words[number / 64] >> UInt64(number % 64) & 1 == 1 }
}
