public import CasusCore

/// A collection of treaties, with the geography and the conditions that they speak of.
///
/// ```swift
/// let book = try Commitments().book
/// for treaty in book.treaties(of: ["FRA", "POL"], on: Day(iso: "1939-09-01")!) { print(treaty.title) }
/// ```
public struct TreatyBook: Sendable {
    /// In the order of their ids, whatever the order of the files was.
    public let treaties: [Treaty]
    /// The geography that treaties speak of.
    public let atlas: Atlas
    /// What their conditions mean.
    public let conditions: ConditionWords
    /// The days for which the collection was made: outside them an answer is "unknown", never "nobody".
    public let coverage: ClosedRange<Day>
    private let places: [String: Int]
    /// Of a treaty, those that supersede, amend or end it.
    let later: [String: [Int]]

    /// - Parameter treaties: of two with the same id the later one counts.
    public init(_ treaties: [Treaty], atlas: Atlas, conditions: ConditionWords, coverage: ClosedRange<Day>) {
        let byID = Dictionary(treaties.map { ($0.id, $0) }) { $1 }
        self.treaties = byID.values.sorted { $0.id < $1.id }
        self.atlas = atlas
        self.conditions = conditions
        self.coverage = coverage
        places = Dictionary(uniqueKeysWithValues: self.treaties.enumerated().map { ($1.id, $0) })
        var later: [String: [Int]] = [:]
        for (place, treaty) in self.treaties.enumerated() {
            for id in Set(treaty.supersedes.map(\.treaty)) { later[id, default: []].append(place) }
        }
        self.later = later
    }

    /// The treaties that supersede, amend or end one, in the order of their ids, and how each says so.
    public func later(than id: String) -> [(treaty: Treaty, link: Treaty.Link)] {
        (later[id] ?? []).flatMap { place in treaties[place].supersedes.filter { $0.treaty == id }.map { (treaties[place], $0) } }
    }

    /// The same with more treaties; one with a known id takes the other's place.
    public func adding(_ more: [Treaty]) -> TreatyBook {
        TreatyBook(treaties + more, atlas: atlas, conditions: conditions, coverage: coverage)
    }

    /// The one of a name; nil where there is none.
    public subscript(id: String) -> Treaty? { places[id].map { treaties[$0] } }

    /// The treaties to which all of some states are parties on a day, and which are then in force, certainly or perhaps.
    public func treaties(of states: [String], on day: Day) -> [Treaty] {
        treaties.filter { treaty in
            treaty.standing(on: day).holds != .no && states.allSatisfy { treaty.concerns($0, on: day) }
        }
    }

    /// The work that a source of a treaty names: `north-atlantic-1949/unts`.
    public func source(_ reference: String) -> Treaty.Source? {
        let halves = reference.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        return self[halves[0]]?.sources.first { $0.key == halves[1] }
    }
}

extension Treaty {
    /// Whether a state is a party on a day, or one to whom something is promised.
    public func concerns(_ state: String, on day: Day) -> Bool {
        standing(of: state, on: day).holds != .no || beneficiaries.contains(state)
    }

    /// States outside that are promised something: those whom guarantors protect.
    public var beneficiaries: Set<String> {
        var named: Set<String> = []
        for duty in duties {
            if case .states(let states) = duty.creditors { named.formUnion(states) }
        }
        return named.subtracting(parties.map(\.state))
    }

    /// Its strongest promise; nil of an instrument without any.
    public var strongest: DutyKind? {
        DutyKind.allCases.first { kind in duties.contains { $0.kind == kind } }
    }

    /// Every state that was ever a party, in the order of codes.
    public var everParties: [String] { Set(parties.map(\.state)).sorted() }
}
