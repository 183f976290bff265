package import CasusCore
package import Collating
import Ledger

/// The answer to "who says so, who accuses, who denies?": each thing that is said, with everybody's word on it.
package struct ClaimsAnswer: LedgerQuestion {
    package static let name = "claims"
    package static let words: AskedWords? = AskedWords(.state, least: 0, most: 2)
    package static let summary = "Who asserts, accuses, denies what, and on what evidence; --matrix counts accusers by accused."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .limit, .cursor, .matrix]

    package static let usual = 400

    /// One thing said, with the words of each on it.
    package struct Item {
        /// The act that it is about, in words; nil of a claim that belongs to no act.
        package var subject: String?
        package var status: Status?
        package var kept: [Kept]
        package var voices: [(voice: Proposition.Voice, kept: Kept, text: String)]
        package var day: Day?
    }

    package let sides: [AskedSide]
    package let items: [Item]
    package let matrix: AccusationMatrix
    package let isMatrix: Bool
    package let shown: Int
    package let total: Int
    /// Where those begin that were left out.
    package let next: String?
    private let desk: Desk
    private let knownBy: Day?

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let sides = try desk.sides(of: asked, on: asked.on ?? asked.to ?? desk.today)
        var query = try asked.query(sides)
        query.kinds = ["event", "claim"]
        query.statuses = []
        query.limit = asked.limit ?? ClaimsAnswer.usual
        if let on = asked.on { query.to = min(query.to ?? on, on) }
        let (found, context) = try desk.gather(query, asked)
        let collation = Collation(context, book: desk.gazetteer.book, on: asked.day(desk))
        let phrases = desk.phrases(context, on: asked.day(desk))
        (self.desk, knownBy) = (desk, asked.knownBy)
        let wanted = Set(found.kept.map(\.id))
        items = collation.propositions.compactMap { proposition -> Item? in
            let happening = collation.happening(of: proposition.subject)
            let voices = proposition.voices.compactMap { voice in
                collation.statement(voice.statement).map { (voice, $0, ClaimsAnswer.text(voice, $0, phrases)) }
            }
            guard
                happening?.statements.contains(where: { wanted.contains($0.id) }) == true
                    || voices.contains(where: { wanted.contains($0.1.id) })
            else { return nil }
            if !asked.statuses.isEmpty, !(happening.map { asked.statuses.contains($0.status) } ?? false) { return nil }
            return Item(
                subject: happening.map { it in
                    guard case .event(let event) = it.statements[0].statement else { return "" }
                    return phrases.act(event) + (it.date.map { ", " + StatementWords.words($0) } ?? "") + phrases.place(event)
                }, status: happening?.status, kept: happening?.statements ?? [], voices: voices,
                day: happening?.date?.earliest ?? happening?.statements[0].day ?? proposition.voices.first?.published)
        }.sorted {
            ($0.day?.number ?? .max, $0.kept.first?.id ?? $0.voices[0].kept.id) < (
                $1.day?.number ?? .max, $1.kept.first?.id ?? $1.voices[0].kept.id
            )
        }
        matrix = AccusationMatrix(collation) { wanted.contains($0) }
        (self.sides, isMatrix, shown, total) = (sides, asked.isMatrix, found.kept.count, found.total)
        next = found.next?.description
    }

    private static func text(_ voice: Proposition.Voice, _ kept: Kept, _ phrases: StatementWords) -> String {
        switch kept.statement {
        case .claim(let claim):
            return phrases.claim(claim, by: claim.speaker.map { [$0] } ?? [])
                + (claim.evidence.map { "; evidence: “\(StatementWords.flat($0))”" } ?? "")
        default: return phrases.text(kept.statement)
        }
    }

    package var isEmpty: Bool { isMatrix ? matrix.isEmpty : items.isEmpty }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        let about = sides.isEmpty ? "all sides" : ActWords.listed(sides.map(\.name))
        if isMatrix { return matrix.words(about, style) }
        var sources = SourceList(text: desk.text)
        sheet.title("Who says what: \(about)")
        if items.isEmpty { sheet.line(desk.nothing(about: "what is said of \(about)", knownBy: knownBy), indent: 0) }
        for item in items {
            if let subject = item.subject {
                sheet.line(
                    subject + (item.status == .actual ? "" : " — " + (item.status?.rawValue ?? "")) + " " + sources.mark(item.kept),
                    indent: 2)
            }
            for (voice, kept, text) in item.voices {
                let when = voice.published.map { "\($0)  " } ?? ""
                sheet.line(when + text + " " + sources.mark([kept]), indent: item.subject == nil ? 2 : 6)
            }
        }
        if shown < total { sheet.line("from the newest \(shown) of \(total) statements; --limit takes more", indent: 0) }
        sources.write(to: &sheet)
        return sheet.text
    }

    package var rows: Rows {
        if isMatrix { return matrix.rows }
        return Rows(
            ["subject", "subject_status", "stance", "speaker", "speaker_name", "person", "via", "evidence"] + SourceColumns.names,
            items.flatMap { item in
                item.voices.map { voice, kept, _ in
                    var evidence = ""
                    if case .claim(let claim) = kept.statement { evidence = claim.evidence ?? "" }
                    return [
                        item.subject ?? "", item.status?.rawValue ?? "", voice.stance.rawValue, voice.speaker?.code ?? "",
                        voice.speaker?.name ?? "", voice.speaker?.person ?? "", voice.via.joined(separator: "; "), evidence,
                    ] + SourceColumns.cells(kept)
                }
            })
    }

    package var table: Rows {
        if isMatrix { return matrix.rows }
        return Rows(
            ["published", "stance", "speaker", "about", "statement"],
            items.flatMap { item in
                item.voices.map { voice, kept, text in
                    let about = item.subject ?? text
                    return [
                        voice.published?.description ?? "", voice.stance.rawValue, voice.speaker?.name ?? voice.via.joined(separator: ", "),
                        Rows.cut(about, to: 80), String(kept.id.prefix(8)),
                    ]
                }
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("sides", sides.map(\.code))
            json.field("shown", shown)
            json.field("total", total)
            json.field("next", next)
            json.key("matrix")
            matrix.write(to: &json)
            json.key("propositions")
            json.array(items) { json, item in write(item, to: &json) }
        }
    }

    package func lines() -> String {
        items.map { item in JSONWriter.line { write(item, to: &$0) } }.joined()
    }

    private func write(_ item: Item, to json: inout JSONWriter) {
        json.object { json in
            json.field("subject", item.subject)
            json.field("status", item.status?.rawValue)
            json.key("told_by")
            json.array(item.kept) { $0.kept($1) }
            json.key("voices")
            json.array(item.voices) { json, voice in
                json.object { json in
                    json.field("stance", voice.voice.stance.rawValue)
                    json.key("speaker")
                    if let speaker = voice.voice.speaker { speaker.write(to: &json) } else { json.null() }
                    json.field("via", voice.voice.via)
                    json.field("published", voice.voice.published?.description)
                    json.key("told_by")
                    json.kept(voice.kept)
                }
            }
        }
    }
}
