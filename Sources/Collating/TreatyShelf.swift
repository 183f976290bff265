import CasusCore
import Treaties

/// The curated treaties in the form in which what a text calls an instrument is found among them.
struct TreatyShelf {
    private let treaties: [(treaty: Treaty, members: Set<String>, stems: Set<String>, names: [String])]

    init(_ book: TreatyBook) {
        treaties = book.treaties.map { treaty in
            let members = Set((treaty.parties.map(\.state) + treaty.signatories).map(TreatyShelf.heir))
            let names = [treaty.title] + treaty.also
            return (treaty, members, Set(names.flatMap { Paper.describes($0) }), names.map(Words.fold))
        }
    }

    /// The one treaty of some parties that was signed then, or that bears the name; nil where there is none, or more than one.
    func treaty(of parties: [String], signed: EDTF?, name: String) -> String? {
        guard parties.count > 1 else { return nil }
        let folded = Words.fold(name)
        let states = Set(parties.map(TreatyShelf.heir))
        let ours = treaties.filter { states.isSubset(of: $0.members) }
        guard let signed else {
            let named = ours.filter { $0.names.contains(folded) && folded.contains(" ") }
            return named.count == 1 ? named[0].treaty.id : nil
        }
        let dated = ours.filter { $0.members.count == states.count && $0.treaty.signed.overlaps(signed) }
        if dated.count == 1, signed.isExact, dated[0].treaty.signed.isExact { return dated[0].treaty.id }
        let words = Paper.describes(name).filter { Int($0) == nil }
        let alike = words.isEmpty ? dated : dated.filter { entry in words.contains { entry.stems.contains($0) } }
        return alike.count == 1 && signed.width <= 366 ? alike[0].treaty.id : nil
    }

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
