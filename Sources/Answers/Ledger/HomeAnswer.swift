package import CasusCore
import Collating
package import Ledger
import Treaties

/// The answer to "what is new?": what came in last, what it leaves open, what is most contested, what changed between treaties.
package struct HomeAnswer: AnswerForms {
    /// How many of each are told.
    static let few = 8
    /// Statements that are looked through for what is contested.
    static let reach = 400

    package let documents: [RecordedDocument]
    package let open: [QuestionsAnswer.Item]
    /// How many more are open, of those looked at.
    package let openMore: Int
    /// Acts that some assert or accuse of and others deny or doubt, the most voices first.
    package let contested: [ClaimsAnswer.Item]
    /// What changed between treaties in the two years before the day.
    package let changes: ChangesAnswer?
    package let firstReading: Instant?

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let knownBy = asked.knownBy.map { Instant(endOf: $0) }
        let day = asked.day(desk)
        documents = try desk.store.recorded(before: nil, limit: HomeAnswer.few, knownBy: knownBy)
        firstReading = try desk.store.firstReading()
        var open = Asked()
        (open.on, open.knownBy) = (asked.on, asked.knownBy)
        let items = try QuestionsAnswer(open, at: desk).items.reversed()
        self.open = Array(items.prefix(HomeAnswer.few))
        openMore = items.count - self.open.count
        var claims = Asked()
        (claims.on, claims.knownBy, claims.limit) = (asked.on, asked.knownBy, HomeAnswer.reach)
        let contested = try ClaimsAnswer(claims, at: desk).items.filter(\.isContested)
        self.contested = Array(
            contested.sorted { ($1.voices.count, $1.dayNumber) < ($0.voices.count, $0.dayNumber) }.prefix(HomeAnswer.few))
        let covered = desk.gazetteer.book.coverage
        let last = min(day, covered.upperBound)
        changes =
            last > covered.lowerBound
            ? ChangesAnswer(in: max(covered.lowerBound, last.adding(days: -730))...last, gazetteer: desk.gazetteer) : nil
    }

    package var isEmpty: Bool { documents.isEmpty }

    package func words(_ style: AnswerStyle) -> String {
        rows.text(.table)
    }

    package var rows: Rows {
        let opened = open.map { ["open", $0.kept.publication.published?.description ?? "", $0.text, $0.kept.id] }
        let disputed = contested.map { ["contested", $0.day?.description ?? "", $0.subject ?? "", $0.kept.first?.id ?? ""] }
        let came = documents.map {
            ["document", $0.publication.published?.description ?? "", $0.publication.title ?? "", $0.publication.key]
        }
        let changed = (changes?.changes ?? []).map { ["treaty", $0.on.description, "\($0.what): \($0.treaty.title)", $0.treaty.id] }
        return Rows(["section", "date", "what", "id"], came + opened + disputed + changed)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("documents")
            json.array(documents) { json, it in json.recorded(it) }
            json.key("open")
            json.array(open) { json, it in
                json.object { json in
                    json.field("text", it.text)
                    json.field("outcome", it.followUp.outcome.rawValue)
                    json.field("statement", it.kept.id)
                }
            }
            json.key("contested")
            json.array(contested) { json, it in
                json.object { json in
                    json.field("subject", it.subject)
                    json.field("status", it.status?.rawValue)
                    json.field("voices", it.voices.count)
                    json.field("statements", it.kept.map(\.id))
                }
            }
            json.key("changes")
            if let changes { changes.write(to: &json) } else { json.null() }
        }
    }

    package func lines() -> String {
        rows.rows.map { row in
            JSONWriter.line { json in
                json.object { json in for (name, cell) in zip(rows.header, row) { json.field(name, cell.isEmpty ? nil : cell) } }
            }
        }.joined()
    }
}

extension ClaimsAnswer.Item {
    /// Whether one speaker asserts, confirms or accuses and another denies or doubts.
    package var isContested: Bool {
        voices.contains { $0.voice.stance == .denies || $0.voice.stance == .doubts }
            && voices.contains { $0.voice.stance == .accuses || $0.voice.stance == .asserts || $0.voice.stance == .confirms }
    }

    fileprivate var dayNumber: Int32 { day?.number ?? .min }
}

extension JSONWriter {
    mutating func recorded(_ it: RecordedDocument) {
        object { json in
            it.publication.writeFields(to: &json)
            json.field("read", it.read.description)
            json.field("statements", it.statements)
            json.field("added", it.added)
            json.field("retracted", it.retracted)
        }
    }
}
