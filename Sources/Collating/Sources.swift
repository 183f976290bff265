import CasusCore

/// How many independent sources tell of something.
package struct Sources: Sendable, Hashable {
    /// How many documents tell of it.
    package let documents: Int
    /// Those that do not repeat one another, sorted; a document without a publisher stands under its own key.
    package let publishers: [String]
    /// The documents that only repeat another one's words, by name, sorted.
    package let copies: [String]

    /// One document: what it says, and whom it credits.
    private struct Report {
        var publication: Publication
        var quotes: Set<String> = []
        var credits: Set<String> = []

        var publisher: String { publication.publisher ?? publication.key }
        var order: (Int32, String) { (publication.published?.number ?? .max, publication.key) }
    }

    init(_ statements: [Kept], in reports: Reports) {
        if statements.count == 1 {
            let publication = statements[0].publication
            (documents, publishers, copies) = (1, [publication.publisher ?? publication.key], [])
            return
        }
        var byKey: [String: Report] = [:]
        for kept in statements {
            let key = kept.publication.key
            byKey[key, default: Report(publication: kept.publication)].quotes.insert(Words.collapse(kept.statement.origin.quote))
            for claim in kept.statement[.claims].compactMap({ reports[$0]?.claim }) {
                byKey[key]!.credits.formUnion(claim.via.map { $0.lowercased() })
            }
        }
        let all = byKey.values.sorted { $0.order < $1.order }
        var groups = Groups(count: all.count)
        var copies: [String] = []
        for (place, report) in all.enumerated() {
            let repeated = all[..<place].firstIndex {
                $0.publication.sha == report.publication.sha || !$0.quotes.isDisjoint(with: report.quotes)
            }
            if let repeated {
                copies.append(report.publication.name)
                groups.join(place, repeated)
            }
            for (other, earlier) in all[..<place].enumerated() where Sources.shareAgency(report, earlier) { groups.join(place, other) }
        }
        documents = all.count
        publishers = Set(groups.all.map { Sources.origin(of: $0.map { all[$0] }).publisher }).sorted()
        self.copies = copies.sorted()
    }

    /// Whether both credit one agency, or one credits the other.
    private static func shareAgency(_ a: Report, _ b: Report) -> Bool {
        if !a.credits.isDisjoint(with: b.credits) { return true }
        return a.credits.contains(b.publisher.lowercased()) || b.credits.contains(a.publisher.lowercased())
    }

    /// Of reports that come from one, the agency itself where it is among them; else the first.
    private static func origin(of reports: [Report]) -> Report {
        reports.first { report in reports.contains { $0.credits.contains(report.publisher.lowercased()) } } ?? reports[0]
    }
}
