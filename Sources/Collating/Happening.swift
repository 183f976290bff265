package import CasusCore

/// Event statements, of one document or of several, that tell of one act.
package struct Happening: Sendable {
    /// Best first: actual before others, then the fullest, the earliest published, the lowest id.
    package let statements: [Kept]
    package let type: EventType
    package let mode: String?
    /// The most exact date that a record gives.
    package let date: EDTF?
    /// Of the fullest record.
    package let actors: [Actor]
    /// Of the fullest record.
    package let recipients: [Actor]
    /// Actual where some document tells it in its own voice, or on the word of somebody who has no part in it.
    package let status: Status
    package let sources: Sources

    /// The id of the best statement, which stands for all.
    package var id: String { statements[0].id }

    init(_ members: [Kept], in reports: Reports) {
        statements = members.sorted { Happening.goesBefore($0, $1) }
        let events = statements.compactMap(\.event)
        let fullest = events[0]
        (type, mode) = (fullest.type, fullest.mode ?? events.lazy.compactMap(\.mode).first)
        date = events.compactMap(\.date).min { ($0.width, $0.description) < ($1.width, $1.description) }
        (actors, recipients) = (fullest.actors, fullest.recipients)
        status = Happening.status(of: statements, in: reports)
        sources = Sources(statements, in: reports)
    }

    private static func status(of members: [Kept], in reports: Reports) -> Status {
        let statuses = members.compactMap(\.statement.status)
        let isContested = statuses.contains(.alleged) || statuses.contains(.denied)
        guard isContested else { return statuses[0] }
        if members.contains(where: { isToldByOutsider($0, reports) }) { return .actual }
        return statuses.contains { $0 != .denied } ? .alleged : .denied
    }

    /// Whether a document tells an act as such in its own voice, or gives the word of somebody outside.
    private static func isToldByOutsider(_ kept: Kept, _ reports: Reports) -> Bool {
        guard let event = kept.event, event.status == .actual else { return false }
        let sides = Set((event.actors + event.recipients).map { Who.key(of: $0) })
        let speakers = event.claims.compactMap { reports[$0]?.claim?.speaker }
        return speakers.isEmpty || speakers.contains { !sides.contains(Who.key(of: $0)) }
    }

    private static func goesBefore(_ a: Kept, _ b: Kept) -> Bool {
        let (x, y) = (a.event!, b.event!)
        if (x.status == .actual) != (y.status == .actual) { return x.status == .actual }
        if x.weight != y.weight { return x.weight > y.weight }
        return (a.publication.published?.number ?? .max, a.id) < (b.publication.published?.number ?? .max, b.id)
    }
}

extension Event {
    /// How much a record tells.
    fileprivate var weight: Int {
        (actors.count + recipients.count) * 2 + objects.count + (place == nil ? 0 : 2) + (mode == nil ? 0 : 1)
            + (date.map { $0.isExact ? 4 : 2 } ?? 0)
    }
}

extension EDTF {
    /// The number of days that it can mean, less one.
    var width: Int32 {
        guard let earliest, let latest else { return .max }
        return latest.number - earliest.number
    }
}

extension Kept {
    var event: Event? { if case .event(let event) = statement { event } else { nil } }
    var agreement: Agreement? { if case .agreement(let agreement) = statement { agreement } else { nil } }
    var claim: Claim? { if case .claim(let claim) = statement { claim } else { nil } }
    var question: Question? { if case .question(let question) = statement { question } else { nil } }
    var published: Day? { publication.published }
}

extension Happening {
    /// The happenings of the events at hand: what readers linked, then what is firmly one, then what can only be one.
    static func all(in reports: Reports) -> [[Int]] {
        let deeds = reports.deeds
        var groups = Groups(count: deeds.count)
        var numbers: [Int: Int] = [:]
        for (number, deed) in deeds.enumerated() { numbers[deed.index] = number }
        // A reader links records two by two; what would join two acts that cannot be one is left alone.
        var linked: [(Int, Int)] = []
        for (number, deed) in deeds.enumerated() {
            for id in reports.all[deed.index].statement[.sameAs] {
                guard let other = reports.index(of: id).flatMap({ numbers[$0] }), deeds[other].phase == deed.phase else { continue }
                linked.append((number, other))
            }
        }
        var sameness = Sameness(reports)
        let sound = linked.filter { sameness.isLinkSound(deeds[$0.0], deeds[$0.1]) }
        groups.join(sound) { a, b in
            let (one, other) = (deeds[a], deeds[b])
            return one.sides.mayBe(other.sides) && (one.date == nil || other.date == nil || one.date!.overlaps(other.date!))
        }
        var (firm, loose): ([(Int, Int)], [(Int, Int)]) = ([], [])
        for pair in Candidates(reports).pairs {
            switch sameness.tie(deeds[pair.a], deeds[pair.b]) {
            case .firm: firm.append((pair.a, pair.b))
            case .loose: loose.append((pair.a, pair.b))
            case nil: break
            }
        }
        let judge = sameness
        func mayBe(_ a: Int, _ b: Int) -> Bool { judge.mayBe(deeds[a], deeds[b]) }
        groups.join(firm, where: mayBe)
        groups.join(loose, where: mayBe)
        return groups.all.map { $0.map { deeds[$0].index } }
    }
}
