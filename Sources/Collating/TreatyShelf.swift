import CasusCore
import Treaties

/// The curated treaties in the form in which what a text calls an instrument is found among them.
struct TreatyShelf {
    private let book: TreatyBook

    init(_ book: TreatyBook) { self.book = book }

    /// The one treaty of some parties that was signed then, or that bears the name; nil where there is none, or more than one.
    func treaty(of parties: [String], signed: EDTF?, name: String) -> String? {
        guard parties.count > 1 else { return nil }
        let folded = Words.fold(name)
        let states = Set(parties.map(TreatyShelf.heir))
        guard let signed else {
            if !folded.contains(" ") { return nil }
            let named = book.treaties.indices.filter { place in
                let treaty = book.treaties[place]
                return states.isSubset(of: TreatyShelf.members(treaty)) && TreatyShelf.names(treaty).contains { Words.fold($0) == folded }
            }
            return named.count == 1 ? book.treaties[named[0]].id : nil
        }
        // The day first: it is the cheapest, and leaves few.
        let dated = book.treaties.indices.filter { place in
            book.treaties[place].signed.overlaps(signed) && TreatyShelf.members(book.treaties[place]) == states
        }.map { book.treaties[$0] }
        if dated.count == 1, signed.isExact, dated[0].signed.isExact { return dated[0].id }
        let words = Paper.describes(name).filter { Int($0) == nil }
        let alike =
            words.isEmpty
            ? dated
            : dated.filter { treaty in
                let stems = Set(TreatyShelf.names(treaty).flatMap { Paper.describes($0) })
                return words.contains(where: stems.contains)
            }
        return alike.count == 1 && signed.width <= 366 ? alike[0].id : nil
    }

    private static func members(_ treaty: Treaty) -> Set<String> {
        Set((treaty.parties.map(\.state) + treaty.signatories).map(heir))
    }

    private static func names(_ treaty: Treaty) -> [String] { [treaty.title] + treaty.also }

    /// The state that took the place of one: a treaty of the Soviet Union is one of Russia's past.
    private static func heir(of state: String) -> String {
        switch state {
        case "SUN": "RUS"
        case "YUG", "SCG": "SRB"
        case "CSK": "CZE"
        default: state
        }
    }
}
