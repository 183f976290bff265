public import CasusCore

/// Where things are: territories with their holders, and the areas that treaties draw, as named sets of them.
///
/// A territory is a key of territories.csv, or the code of a state for that state's home territory.
public struct Atlas: Sendable {
    /// A time in which one state held a territory.
    public final class Holding: Sendable {
        /// A key of territories.csv, or the code of a state.
        public let territory: String
        /// Its name.
        public let name: String
        /// `metropolitan`, `overseas`, `disputed`, `occupied`, `sea`.
        public let kind: String
        /// The state that administers it; nil for waters.
        public let holder: String?
        /// First day; nil: from the beginning.
        public let from: EDTF?
        /// Last day; nil: no end.
        public let to: EDTF?
        /// States that claim it without holding it.
        public let claimedBy: [String]
        /// A remark for readers.
        public let note: String?
        /// Keys of the sources that it comes from.
        public let source: [String]

        /// Every part given.
        public init(
            territory: String, name: String, kind: String, holder: String?, from: EDTF?, to: EDTF?, claimedBy: [String],
            note: String? = nil, source: [String]
        ) {
            (self.territory, self.name, self.kind, self.holder) = (territory, name, kind, holder)
            (self.from, self.to, self.claimedBy, self.note, self.source) = (from, to, claimedBy, note, source)
        }
    }

    /// One territory's place in an area.
    public final class Member: Sendable {
        /// A key of areas.csv.
        public let area: String
        /// A key of territories.csv, or the code of a state.
        public let territory: String
        /// First day; nil: from the beginning.
        public let from: EDTF?
        /// Last day; nil: no end.
        public let to: EDTF?
        /// Unknown: the text leaves it unclear.
        public let holds: Truth
        /// A remark for readers.
        public let note: String?
        /// Keys of the sources that it comes from.
        public let source: [String]

        /// Every part given.
        public init(
            area: String, territory: String, from: EDTF?, to: EDTF?, holds: Truth, note: String? = nil, source: [String]
        ) {
            (self.area, self.territory, self.from, self.to) = (area, territory, from, to)
            (self.holds, self.note, self.source) = (holds, note, source)
        }
    }

    private let holdings: [String: [Holding]]
    private let members: [String: [String: [Member]]]
    private let spellings: [String: String]

    /// - Parameter names: other spellings of territories, as people type them.
    public init(holdings: [Holding], members: [Member], names: [(text: String, territory: String)]) {
        self.holdings = Dictionary(grouping: holdings, by: \.territory)
        self.members = Dictionary(grouping: members, by: \.area).mapValues { Dictionary(grouping: $0, by: \.territory) }
        var spellings: [String: String] = [:]
        for holding in holdings {
            spellings[Atlas.folded(holding.name)] = holding.territory
            spellings[holding.territory] = holding.territory
            spellings[holding.territory.replacing("-", with: " ")] = holding.territory
        }
        for (text, territory) in names { spellings[Atlas.folded(text)] = territory }
        self.spellings = spellings
    }

    /// What a state's land was on a day before its independence: `malta-before-1964`, `estonia-1940-1991`.
    public func territory(of state: String, before day: Day) -> String? {
        let name = Atlas.folded(state).replacing(" ", with: "-")
        // By its name or its adjective: malta-before-1964, algerian-departments.
        return holdings.keys.sorted().first { key in
            (key.hasPrefix(name + "-") || key.hasPrefix(name + "n-")) && holding(of: key, on: day) != nil
        }
    }

    /// The keys of all areas, in order.
    public var areas: [String] { members.keys.sorted() }

    /// What people may type for a territory, in lower case.
    public var names: [String] { spellings.keys.sorted() }

    /// The territory that a person means by a word; a state code where it names a place inside a state's home territory.
    public func territory(named word: String) -> String? { spellings[Atlas.folded(word)] }

    /// Who held a territory on a day; nil where it is not listed for that day.
    public func holding(of territory: String, on day: Day) -> Holding? {
        let rows = holdings[territory] ?? []
        return rows.first { Truth.within($0.from, $0.to, on: day) == .yes }
            ?? rows.first { Truth.within($0.from, $0.to, on: day) == .unknown }
    }

    /// The name of a territory.
    public func name(of territory: String) -> String? { holdings[territory]?.last?.name }

    /// Whether a territory lies in an area on a day, and the row that says so; what is not listed does not.
    public func contains(_ territory: String, in area: String, on day: Day) -> (holds: Truth, member: Member?) {
        guard let rows = members[area]?[territory] else { return (.no, nil) }
        if let row = rows.first(where: { Truth.within($0.from, $0.to, on: day) == .yes }) { return (row.holds, row) }
        if let row = rows.first(where: { Truth.within($0.from, $0.to, on: day) == .unknown }) { return (.unknown, row) }
        return (.no, rows.last)
    }

    /// Whether there is such an area.
    public func hasArea(_ area: String) -> Bool { members[area] != nil }

    /// Lower case, with single spaces, without an article.
    private static func folded(_ word: String) -> String {
        var text = word.lowercased().split(whereSeparator: { $0 == " " || $0 == "_" }).joined(separator: " ")
        if text.hasPrefix("the ") { text.removeFirst(4) }
        return text
    }
}
