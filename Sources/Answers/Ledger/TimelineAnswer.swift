package import CasusCore
package import Collating
import Ledger

/// The answer to "what happened between them, in order?".
package struct TimelineAnswer: LedgerQuestion {
    package static let name = "timeline"
    package static let words: AskedWords? = AskedWords(.state, least: 0, most: 2)
    package static let summary = "What happened, between two states or to one, in order; each line with its sentence."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .kind, .limit, .cursor]

    /// So many statements are told unless more are asked for.
    package static let usual = 200

    /// One happening, or one stage of an instrument, with the statements that tell of it.
    package struct Entry {
        package var date: EDTF?
        /// Where no date is known, the day on which it was reported.
        package var reported: Day?
        package var kind: String
        package var status: String
        package var text: String
        /// Best first.
        package var kept: [Kept]
        /// Nil of claims and questions.
        package var sources: Sources?
        package var followUp: FollowUp?
        package var first: First?
        /// Who says so, where no record tells it in a report's own voice: "according to Ukraine".
        package var attribution = ""
        /// Everybody's word on the act, where somebody alleges or denies it.
        package var voices: [(voice: Proposition.Voice, kept: Kept)] = []
    }

    package let sides: [AskedSide]
    package let entries: [Entry]
    package let shown: Int
    package let total: Int
    /// Where those begin that were left out.
    package let next: String?
    package let isTotalExact: Bool
    package let knownBy: Day?
    package let collation: Collation
    private let desk: Desk

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let day = asked.day(desk)
        let sides = try desk.sides(of: asked, on: asked.on ?? asked.to ?? desk.today)
        var query = try asked.query(sides)
        if query.kinds.isEmpty { query.kinds = ["event", "agreement"] }
        query.limit = asked.limit ?? TimelineAnswer.usual
        if let on = asked.on { (query.from, query.to) = (on, on) }
        let (found, context) = try desk.gather(query, asked)
        collation = Collation(context, book: desk.gazetteer.book, on: day)
        self.desk = desk
        entries = TimelineAnswer.entries(found.kept, collation, desk, on: day)
        knownBy = asked.knownBy
        (self.sides, shown, total, isTotalExact) = (sides, found.kept.count, found.total, found.isTotalExact)
        next = found.next?.description
    }

    /// Statements of one happening are one entry; every statement given is in one.
    package static func entries(_ kept: [Kept], _ collation: Collation, _ desk: Desk, on day: Day) -> [Entry] {
        let phrases = desk.phrases(kept, on: day)
        let wanted = Set(kept.map(\.id))
        let voices = Dictionary(collation.propositions.map { ($0.subject, $0.voices) }) { first, _ in first }
        let speakers = desk.phrases(collation.propositions.flatMap(\.voices).compactMap { collation.statement($0.statement) }, on: day)
        var entries: [Entry] = []
        var told: Set<String> = []
        for it in kept where !told.contains(it.id) {
            switch it.statement {
            case .event:
                guard let happening = collation.happening(of: it.id) else { continue }
                let its = happening.statements.filter { wanted.contains($0.id) }
                told.formUnion(its.map(\.id))
                guard let lead = its.first, case .event(let event) = lead.statement else { continue }
                entries.append(
                    Entry(
                        date: happening.date, reported: happening.date == nil ? lead.publication.published : nil, kind: "event",
                        status: happening.status.rawValue, text: phrases.act(event) + phrases.place(event), kept: its,
                        sources: happening.sources,
                        followUp: collation.followUp(of: lead.id),
                        first: collation.firsts.first { first in its.contains { $0.id == first.of } },
                        attribution: Attribution(of: its, in: collation, speakers.actors).words,
                        voices: (voices[happening.id] ?? []).compactMap { voice in collation.statement(voice.statement).map { (voice, $0) }
                        }))
            case .agreement(let agreement):
                // Records of one instrument that say the same of its standing are one entry.
                guard let instrument = collation.instrument(of: it.id) else { continue }
                let its = instrument.statements.filter { other in
                    guard wanted.contains(other.id), case .agreement(let same) = other.statement else { return false }
                    return same.stage == agreement.stage && same.status == agreement.status
                }
                told.formUnion(its.map(\.id))
                guard let lead = its.first, case .agreement(let best) = lead.statement else { continue }
                let date = its.compactMap(\.statement.happened).max { !$0.isExact && $1.isExact }
                entries.append(
                    Entry(
                        date: date, reported: date == nil ? lead.publication.published : nil, kind: "agreement",
                        status: best.status.rawValue, text: phrases.agreement(best), kept: its, sources: instrument.sources,
                        followUp: collation.followUp(of: lead.id),
                        first: collation.firsts.first { first in its.contains { $0.id == first.of } }))
            case .claim, .question:
                told.insert(it.id)
                entries.append(
                    Entry(
                        date: nil, reported: it.publication.published, kind: it.statement.kind, status: "",
                        text: phrases.text(it.statement),
                        kept: [it], sources: nil, followUp: collation.followUp(of: it.id), first: nil))
            }
        }
        return entries.sorted { a, b in a.place < b.place }
    }

    package var isEmpty: Bool { entries.isEmpty }

    package var title: String {
        sides.isEmpty ? "Everything in the ledger" : ActWords.listed(sides.map(\.name))
    }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        var sources = SourceList(text: desk.text)
        sheet.title(title + ", in order")
        if entries.isEmpty { sheet.line(desk.nothing(about: title, knownBy: knownBy), indent: 0) }
        for entry in entries { sheet.line(entry.line(&sources, collation), indent: 2) }
        if shown < total { sheet.line(elision, indent: 0) }
        sources.write(to: &sheet)
        return sheet.text
    }

    /// "showing the newest 400 of 5120 statements; --limit shows more"
    private var elision: String {
        "showing the newest \(shown) of \(isTotalExact ? "" : "more than ")\(isTotalExact ? total : total - 1) statements; --limit shows more, --from and --to another time"
    }

    package var rows: Rows {
        Rows(
            Entry.columns + SourceColumns.names,
            entries.flatMap { entry in entry.kept.map { entry.cells($0) + SourceColumns.cells($0) } })
    }

    package var table: Rows {
        Rows(
            ["date", "status", "what", "sources", "statement"],
            entries.map { entry in
                let text = Rows.cut(entry.text, to: 90)
                let date = entry.date?.description ?? entry.reported.map { "(\($0))" } ?? ""
                return [
                    date, entry.status, text, entry.sources.map { String($0.publishers.count) } ?? "", String(entry.kept[0].id.prefix(8)),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("sides", sides.map(\.code))
            json.field("shown", shown)
            json.field("total", total)
            json.field("total_exact", isTotalExact)
            json.field("next", next)
            json.key("entries")
            json.array(entries) { json, entry in entry.write(to: &json) }
        }
    }

    package func lines() -> String {
        entries.map { entry in JSONWriter.line { entry.write(to: &$0) } }.joined()
    }
}

extension TimelineAnswer.Entry {
    /// By day, then by the id that leads it; what has no day at all last.
    fileprivate var place: (Int32, String) {
        ((date?.earliest ?? reported)?.number ?? .max, kept[0].id)
    }

    package static let columns = ["date", "reported", "kind", "status", "what", "attribution", "sources", "follow_up", "by"]

    /// The cells of one of its statements.
    package func cells(_ kept: Kept) -> [String] {
        let count = sources.map { String($0.publishers.count) }
        let by = followUp?.by.joined(separator: "; ")
        return [
            date?.description ?? "", reported?.description ?? "", kind, kept.statement.status?.rawValue ?? "", text,
            String(attribution.dropFirst(2)), count ?? "",
            followUp?.outcome.rawValue ?? "", by ?? "",
        ]
    }

    /// "2024-06-19  Russia and North Korea: mutual defence pact, signed [1, 4]; 2 independent sources"
    ///
    /// - Parameter showsStatus: where the heading above does not say it already.
    package func line(_ sources: inout SourceList, _ collation: Collation, showsStatus: Bool = true) -> String {
        let when = date.map(StatementWords.words) ?? reported.map { "reported \($0)" } ?? "undated"
        var text = "\(when)  \(self.text)\(attribution)"
        // An agreement's own words say how it stands.
        if showsStatus, status != "actual", !status.isEmpty, kind != "agreement" { text += " — " + status }
        if let followUp { text += " — " + followUp.words(&sources, collation) }
        if let first {
            text +=
                " (“\(first.words)”: \(first.verdict.words)\(first.by.flatMap { collation.statement($0) }.map { " " + sources.mark([$0]) } ?? ""))"
        }
        if let count = self.sources?.publishers.count, count > 1 { text += "; \(count) independent sources" }
        return text + " " + sources.mark(kept)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("date", date?.description)
            json.field("reported", reported?.description)
            json.field("kind", kind)
            json.field("status", status.isEmpty ? nil : status)
            json.field("text", text)
            json.field("attribution", attribution.isEmpty ? nil : String(attribution.dropFirst(2)))
            json.field("publishers", sources?.publishers ?? [])
            json.field("copies", sources?.copies ?? [])
            json.followUp(followUp)
            json.first(first)
            json.key("voices")
            json.array(voices) { json, it in
                json.object { json in
                    json.field("stance", it.voice.stance.rawValue)
                    json.key("speaker")
                    if let speaker = it.voice.speaker { speaker.write(to: &json) } else { json.null() }
                    json.field("via", it.voice.via)
                    json.field("statement", it.kept.id)
                }
            }
            json.key("statements")
            json.array(kept) { $0.kept($1) }
        }
    }
}

extension First.Verdict {
    /// What the ledger says to it.
    package var words: String {
        switch self {
        case .agrees: "borne out by the ledger"
        case .contradicted: "at odds with the ledger"
        case .unknown: "no earlier one at hand to check it by"
        }
    }
}

extension FollowUp {
    /// "held [7]", "open"
    package func words(_ sources: inout SourceList, _ collation: Collation) -> String {
        let later = by.compactMap { collation.statement($0) }
        let word =
            switch outcome {
            case .calledOff: "called off"
            case .lapsed, .pending: "\(outcome.rawValue): \(why)"
            default: outcome.rawValue
            }
        return word + (later.isEmpty ? "" : " " + sources.mark(later))
    }
}

extension JSONWriter {
    package mutating func followUp(_ followUp: FollowUp?) {
        key("follow_up")
        guard let followUp else { return null() }
        object { json in
            json.field("kind", followUp.kind.rawValue)
            json.field("outcome", followUp.outcome.rawValue)
            json.field("by", followUp.by)
            json.field("why", followUp.why)
        }
    }

    package mutating func first(_ first: First?) {
        key("first")
        guard let first else { return null() }
        object { json in
            json.field("words", first.words)
            json.field("years", first.years)
            json.field("since", first.since)
            json.field("verdict", first.verdict.rawValue)
            json.field("by", first.by)
            json.field("why", first.why)
        }
    }
}
