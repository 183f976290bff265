package import CasusCore
import Treaties

/// Agreement statements of one instrument: its planning, signing, ratification, end.
package struct Instrument: Sendable {
    /// Something that the instrument takes the place of, and the curated treaty that it is.
    package struct Replaced: Sendable, Hashable {
        package let told: Agreement.Replaced
        package let treaty: String?
    }

    /// Best first: actual before others, then the fullest, the earliest published, the lowest id.
    package let statements: [Kept]
    /// The codes of the parties, or the names of those without one, sorted.
    package let parties: [String]
    /// The name that tells most.
    package let name: String
    /// When it was signed, by those who tell that it was.
    package let signed: EDTF?
    /// How far it has come, by those who tell it as a fact.
    package let stage: Stage?
    package let duties: [Agreement.Duty]
    package let spheres: [String]
    package let replaced: [Replaced]
    /// The curated treaty that it is.
    package let treaty: String?
    package let sources: Sources

    /// The id of the best statement, which stands for all.
    package var id: String { statements[0].id }

    init(_ members: [Kept], in reports: Reports, shelf: TreatyShelf?) {
        statements = members.sorted { Instrument.goesBefore($0, $1) }
        let agreements = statements.compactMap(\.agreement)
        let facts = agreements.filter { $0.status == .actual }
        parties = Set(agreements.flatMap { $0.parties.map { $0.code ?? $0.name } }).sorted()
        name = agreements.map(\.name).max { (Paper.describes($0).count, $1) < (Paper.describes($1).count, $0) }!
        signed = facts.compactMap(\.signed).min { ($0.width, $0.description) < ($1.width, $1.description) }
        stage = Instrument.stage(of: statements)
        duties = Instrument.merged(agreements.flatMap(\.duties))
        spheres = Instrument.merged(agreements.flatMap(\.spheres))
        treaty = shelf?.treaty(of: parties, signed: signed, name: name)
        let parties = parties
        replaced = Instrument.merged(agreements.flatMap(\.replaces)).map { told in
            Replaced(told: told, treaty: told.treaty ?? shelf?.treaty(of: parties, signed: told.date, name: told.text))
        }
        sources = Sources(statements, in: reports)
    }

    /// The furthest stage told as a fact. What came into force again after a suspension is in force.
    private static func stage(of statements: [Kept]) -> Stage? {
        let facts = statements.filter { $0.agreement?.status == .actual && $0.agreement?.stage != nil }
        let furthest = facts.max { a, b in
            let (x, y) = (a.agreement!.stage!.rank, b.agreement!.stage!.rank)
            return x == y ? (a.published?.number ?? 0) < (b.published?.number ?? 0) : x < y
        }
        guard let furthest, let stage = furthest.agreement?.stage else { return nil }
        guard stage == .suspended, let day = furthest.published else { return stage }
        let resumed = facts.contains { $0.agreement!.stage == .inForce && ($0.published.map { $0 > day } ?? false) }
        return resumed ? .inForce : stage
    }

    private static func goesBefore(_ a: Kept, _ b: Kept) -> Bool {
        let (x, y) = (a.agreement!, b.agreement!)
        if (x.status == .actual) != (y.status == .actual) { return x.status == .actual }
        if x.weight != y.weight { return x.weight > y.weight }
        return (a.published?.number ?? .max, a.id) < (b.published?.number ?? .max, b.id)
    }

    /// Each once, in order.
    private static func merged<T: Hashable>(_ items: [T]) -> [T] {
        var seen: Set<T> = []
        return items.filter { seen.insert($0).inserted }
    }
}

extension Stage {
    /// From the first to the last.
    var rank: Int { Stage.allCases.firstIndex(of: self)! }
}

extension Agreement {
    /// How much a record tells.
    fileprivate var weight: Int {
        2 * duties.count + spheres.count + replaces.count + parties.count + (signed.map { $0.isExact ? 4 : 2 } ?? 0)
            + (origin.rule == "terms" ? 0 : 4)
    }
}

extension Instrument {
    /// The places of the statements of each instrument at hand.
    static func all(in reports: Reports) -> [[Int]] {
        var papers: [Paper] = []
        var numbers: [Int: Int] = [:]
        for (index, kept) in reports.all.enumerated() {
            guard let agreement = kept.agreement else { continue }
            numbers[index] = papers.count
            papers.append(Paper(agreement, at: index, in: kept.publication, offices: reports.offices))
        }
        var groups = Groups(count: papers.count)
        for (number, paper) in papers.enumerated() {
            for id in reports.all[paper.index].statement[.sameAs] {
                if let other = reports.index(of: id).flatMap({ numbers[$0] }) { groups.join(number, other) }
            }
        }
        var byParties: [[String]: [Int]] = [:]
        for (number, paper) in papers.enumerated() where paper.parties.count > 1 { byParties[paper.parties, default: []].append(number) }
        var (firm, loose): ([(Int, Int)], [(Int, Int)]) = ([], [])
        for (_, numbers) in byParties.sorted(by: { $0.value[0] < $1.value[0] }) {
            for (place, number) in numbers.enumerated() {
                for other in numbers[..<place] {
                    switch papers[other].tie(papers[number]) {
                    case .firm: firm.append((other, number))
                    case .loose: loose.append((other, number))
                    case nil: break
                    }
                }
            }
        }
        func mayBe(_ a: Int, _ b: Int) -> Bool {
            papers[a].mayBe(papers[b]) || reports.areSame(papers[a].index, papers[b].index)
        }
        groups.join(firm, where: mayBe)
        groups.join(loose, where: mayBe)
        return groups.all.map { $0.map { papers[$0].index } }
    }
}
