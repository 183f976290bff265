import CasusCore

/// One side of an act, as far as two records can be told apart by it.
struct Who: Sendable {
    /// Those of one state or organisation on this side.
    struct Party: Sendable {
        /// A code, with the sector of those who do not act for the state; a lower-case name where there is no code.
        var key: String
        /// Named people, folded.
        var people: [String] = []
        /// Their offices, or those of people without a name: "foreign", "president".
        var offices: [String] = []
        /// Parliaments, courts and the like, which do not stand for one another.
        var organs: [String] = []
        /// The state or organisation itself is named.
        var isWhole = false
        /// Somebody of it who is neither named nor known by an office: "officials", "a delegation".
        var others: [String] = []
    }

    /// In the order of their keys, each key once.
    private(set) var parties: [Party] = []
    /// Their keys, in order.
    private(set) var keys: [String] = []

    init(_ actors: [Actor], offices: Offices) {
        for actor in actors { add(actor, offices) }
        sort()
    }

    private mutating func sort() {
        if parties.count > 1 { parties.sort { $0.key < $1.key } }
        keys = parties.map(\.key)
    }

    var isEmpty: Bool { parties.isEmpty }

    func joined(_ other: Who) -> Who {
        var all = self
        for party in other.parties {
            if let place = all.parties.firstIndex(where: { $0.key == party.key }) {
                all.parties[place].people += party.people
                all.parties[place].offices += party.offices
                all.parties[place].organs += party.organs
                all.parties[place].others += party.others
                all.parties[place].isWhole = all.parties[place].isWhole || party.isWhole
            } else {
                all.parties.append(party)
            }
        }
        all.sort()
        return all
    }

    /// Whether both may be the same: whoever stands on both sides under one key is not plainly somebody else.
    func mayBe(_ other: Who) -> Bool {
        for party in parties {
            guard let theirs = other.parties.first(where: { $0.key == party.key }) else { continue }
            if !party.mayBe(theirs) { return false }
        }
        return true
    }

    func hasSameKeys(as other: Who) -> Bool { keys == other.keys }

    /// How many keys stand on both sides.
    func shared(with other: Who) -> Int {
        keys.count { other.keys.contains($0) }
    }

    /// Whether one side names no other keys than the other.
    func isWithin(_ other: Who) -> Bool { shared(with: other) == parties.count }

    private mutating func add(_ actor: Actor, _ offices: Offices) {
        let key = Who.key(of: actor)
        let place = parties.firstIndex { $0.key == key } ?? parties.count
        if place == parties.count { parties.append(Party(key: key)) }
        let known = offices.of(actor)
        if Names.isPerson(actor) {
            parties[place].people.append(Words.fold(actor.name))
            parties[place].offices += known
        } else if !known.isEmpty {
            parties[place].offices += known
        } else if let sector = actor.sector, ["LEG", "JUD", "COP", "SPY"].contains(sector) {
            parties[place].organs.append(sector)
        } else if actor.sector == nil || actor.sector == "GOV" && Names.isGovernment(actor) || Who.isOutside(actor) {
            parties[place].isWhole = true
        } else {
            parties[place].others.append(Words.fold(actor.name))
        }
    }

    static func key(of actor: Actor) -> String {
        guard let code = actor.code else { return "~" + actor.name.lowercased() }
        return isOutside(actor) ? code + "/" + actor.sector! : code
    }

    /// Whether somebody bears a state's code without acting for it: rebels, companies, crowds.
    private static func isOutside(_ actor: Actor) -> Bool {
        guard let sector = actor.sector else { return false }
        return !["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI"].contains(sector)
    }
}

extension Who.Party {
    /// Whether both may be the same. What is not sure to be one, is not.
    fileprivate func mayBe(_ other: Who.Party) -> Bool {
        if !people.isEmpty, !other.people.isEmpty { return people.contains { one in other.people.contains { Names.agree(one, $0) } } }
        if isWhole || other.isWhole { return true }
        if !offices.isEmpty || !other.offices.isEmpty { return !Set(offices).isDisjoint(with: other.offices) }
        if !people.isEmpty || !other.people.isEmpty { return false }
        return !Set(organs + others).isDisjoint(with: other.organs + other.others)
    }
}
