public import CasusCore
public import Treaties

/// All duties of a book as they stand on one day, found by creditor: made once a day, asked for every act of that day.
public struct Bonds: Sendable {
    /// One duty, with those who owe it and those to whom it is owed.
    struct Bond: Sendable {
        var treaty: Treaty
        var duty: Duty
        /// Steps that are the same for every debtor.
        var shared: [Check]
        var debtors: [Member]
        var creditors: [Member]
        /// What all parties are, for "outside".
        var parties: Set<String>
    }

    /// One side of a bond.
    struct Member: Sendable {
        var state: String
        var checks: [Check]
        var legs: [Party.Leg]
    }

    /// A promise of help that did not hold on the day.
    struct Dormant: Sendable {
        var treaty: Treaty
        var duty: Duty
        var debtors: [String]
        var standing: Standing
    }

    public let book: TreatyBook
    public let day: Day
    let bonds: [Bond]
    /// Places of bonds, by the code of a creditor.
    let byCreditor: [String: [Int]]
    /// Promises of help that had ended or were not yet in force, by creditor.
    let dormant: [String: [Dormant]]
    /// Mistakes that are often made, by creditor.
    let assumptions: [String: [(debtors: [String], treaty: Treaty, assumption: Treaty.Assumption)]]

    /// - Complexity: one pass over the book.
    public init(_ book: TreatyBook, on day: Day) {
        self.book = book
        self.day = day
        var bonds: [Bond] = []
        var byCreditor: [String: [Int]] = [:]
        var dormant: [String: [Dormant]] = [:]
        var assumptions: [String: [(debtors: [String], treaty: Treaty, assumption: Treaty.Assumption)]] = [:]
        for treaty in book.treaties {
            let standing = treaty.standing(on: day)
            for duty in treaty.duties {
                if let bond = Bond(treaty, duty, standing, on: day) {
                    for creditor in bond.creditors { byCreditor[creditor.state, default: []].append(bonds.count) }
                    bonds.append(bond)
                }
                for (creditor, entry) in Dormant.all(treaty, duty, standing, on: day) {
                    dormant[creditor, default: []].append(entry)
                }
            }
            for assumption in treaty.oftenAssumed where treaty.misleads(assumption, on: day) {
                for creditor in treaty.states(assumption.creditors, on: day) {
                    assumptions[creditor, default: []].append((treaty.states(assumption.debtors, on: day), treaty, assumption))
                }
            }
        }
        (self.bonds, self.byCreditor, self.dormant, self.assumptions) = (bonds, byCreditor, dormant, assumptions)
    }

    func bonds(to creditor: String) -> [Int] { byCreditor[creditor] ?? [] }

    /// Whether one of two states has promised the other help, in a form that binds and is in force beyond doubt.
    func areAllied(_ a: String, _ b: String) -> Bool {
        func hasPromised(_ debtor: String, _ creditor: String) -> Bool {
            bonds(to: creditor).contains { number in
                let bond = bonds[number]
                return bond.duty.kind.isHelp && bond.treaty.force.binds && bond.shared.allSatisfy { $0.holds == .yes }
                    && bond.debtors.contains { $0.state == debtor }
            }
        }
        return hasPromised(a, b) || hasPromised(b, a)
    }
}

extension Bonds.Bond {
    /// Nil where the instrument or the duty is not in force on the day, or nobody stands on one side.
    init?(_ treaty: Treaty, _ duty: Duty, _ standing: Standing, on day: Day) {
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
        let debtors = Bonds.members(duty.debtors, of: treaty, on: day, owed: .by)
        let creditors = Bonds.members(duty.creditors, of: treaty, on: day, owed: .to)
        guard !debtors.isEmpty, !creditors.isEmpty else { return nil }
        self.init(
            treaty: treaty, duty: duty, shared: shared, debtors: debtors, creditors: creditors, parties: Set(treaty.parties(on: day)))
    }
}

extension Bonds {
    /// One side of a duty on a day: parties, or states named, who need be no parties as creditors.
    fileprivate static func members(_ side: Side, of treaty: Treaty, on day: Day, owed: Party.Leg.Owed) -> [Member] {
        treaty.states(side).compactMap { state in
            let standing = treaty.standing(of: state, on: day)
            if standing.holds == .no {
                // A protected state is no party; one that has left, or not yet joined, is out.
                guard owed == .to, case .states = side, !treaty.parties.contains(where: { $0.state == state }) else { return nil }
                return Member(state: state, checks: [Check(.creditor(standing), .yes, source: treaty.source)], legs: [])
            }
            let subject: Check.Subject = owed == .by ? .debtor(standing) : .creditor(standing)
            let legs = treaty.party(state, on: day)?.legs.filter { leg in
                leg.covers(day) != .no && (leg.owed == .both || leg.owed == owed)
            }
            let check = Check(subject, standing.holds, asks: .inForce(treaty, standing.holds), source: standing.source)
            return Member(state: state, checks: [check], legs: legs ?? [])
        }
    }
}

extension Bonds.Dormant {
    /// The promises of help of a duty that do not hold on a day, by creditor.
    fileprivate static func all(_ treaty: Treaty, _ duty: Duty, _ standing: Standing, on day: Day) -> [(String, Bonds.Dormant)] {
        guard duty.kind.isHelp, duty.modality == .duty, treaty.force.binds else { return [] }
        let debtors = treaty.states(duty.debtors).filter { !treaty.hasVanished($0, by: day) }
        var found: [(String, Bonds.Dormant)] = []
        for creditor in treaty.states(duty.creditors) {
            if standing.holds == .no {
                found.append((creditor, Self(treaty: treaty, duty: duty, debtors: debtors, standing: standing)))
                continue
            }
            let membership = treaty.standing(of: creditor, on: day)
            let isParty = treaty.parties.contains { $0.state == creditor } || treaty.signatories.contains(creditor)
            if membership.holds == .no, isParty {
                found.append((creditor, Self(treaty: treaty, duty: duty, debtors: debtors, standing: membership)))
            } else {
                for debtor in debtors {
                    let standing = treaty.standing(of: debtor, on: day)
                    if standing.holds == .no {
                        found.append((creditor, Self(treaty: treaty, duty: duty, debtors: [debtor], standing: standing)))
                    }
                }
            }
        }
        return found
    }
}

extension Treaty {
    /// Whether a party's time ended with the state itself.
    fileprivate func hasVanished(_ state: String, by day: Day) -> Bool {
        guard let last = parties.last(where: { $0.state == state }), last.exit == .stateEnded else { return false }
        return last.to?.latest.map { $0 < day } ?? false
    }

    /// The states on a side: those named, or the parties on a day.
    fileprivate func states(_ side: Side, on day: Day) -> [String] {
        switch side {
        case .parties: parties(on: day)
        case .states(let states): states
        }
    }

    /// The states on a side, whenever they were parties, in the order of the file.
    func states(_ side: Side) -> [String] {
        switch side {
        case .parties: everParties
        case .states(let states): states
        }
    }
}

extension Treaty {
    /// Whether a mistake about it is one of a day: from its signature to its end, unless the row says otherwise.
    fileprivate func misleads(_ assumption: Assumption, on day: Day) -> Bool {
        if let from = (assumption.from ?? signed).earliest, day < from { return false }
        if let to = assumption.to?.latest { return day <= to }
        if let end = ended?.on.latest { return day < end }
        return true
    }
}
