import Answers
import CasusCore
import Exchange

/// One thing that can be asked of the API: a question of the one table, at its address.
struct Operation: Sendable {
    let inquiry: Inquiry

    static let all = operations.map { Operation(inquiry: $0) }

    /// `/api/v1/pacts/show`
    var path: String { Operation.base + inquiry.name.replacing(" ", with: "/") }

    static let base = "/api/v1/"

    /// The one of a path behind the base; of one that is none, what was probably meant.
    static func named(_ path: [String]) throws(Refusal) -> Operation {
        let name = path.joined(separator: " ")
        if let found = all.first(where: { $0.inquiry.name == name }) { return found }
        let mend = meant(by: name, among: all.map(\.inquiry.name) + ["export", "read"]).map {
            "did you mean \(base)\($0.replacing(" ", with: "/"))?"
        }
        throw Refusal(.notFound, "no such question", at: name, mend: mend ?? "\(base)openapi.json lists them")
    }

    func answer(_ given: [(name: String, text: String)], at desk: Desk) throws(Refusal) -> any AnswerForms {
        do throws(Problem) { return try inquiry.answer(try inquiry.asked(given), at: desk) } catch {
            throw Refusal(error.forNetwork)
        }
    }
}

/// The forms in which an answer can be had.
enum AnswerType: String, CaseIterable {
    case json, ndjson, csv, tsv, words

    var media: String {
        switch self {
        case .json: MediaType.json
        case .ndjson: MediaType.ndjson
        case .csv: MediaType.csv
        case .tsv: MediaType.tsv
        case .words: MediaType.text
        }
    }

    /// By the parameter `format`, else by what the client says it accepts, else JSON.
    init(_ request: Request) throws(Refusal) {
        let named = request.query.items.filter { $0.name == "format" }
        if named.count > 1 { throw Refusal(.badRequest, "is given twice", at: "format", mend: "give it once") }
        if let name = named.first?.value {
            guard let type = AnswerType(rawValue: name) else {
                let words = AnswerType.allCases.map(\.rawValue)
                throw Refusal(
                    .badRequest, "\"\(name.prefix(40))\" is no form", at: "format",
                    mend: meant(by: name, among: words).map { "did you mean \($0)?" } ?? "one of " + words.joined(separator: ", "))
            }
            self = type
            return
        }
        let accepted = (request.headers["accept"] ?? "").split(separator: ",").map { part in
            String(part.prefix { $0 != ";" }.filter { $0 != " " }).lowercased()
        }
        self =
            accepted.lazy.compactMap { media in
                AnswerType.allCases.first { $0.media.prefix { $0 != ";" } == media }
            }.first ?? .json
    }

    private static func json(_ answer: any AnswerForms) -> String {
        var json = JSONWriter()
        answer.write(to: &json)
        return json.string + "\n"
    }

    /// One row a line, then how many there were: whoever reads a stream knows whether it broke off.
    private static func linesWithEnd(_ answer: any AnswerForms) -> String {
        let lines = answer.lines()
        return lines + LedgerLines.end(rows: lines.utf8.count { $0 == UInt8(ascii: "\n") })
    }

    func body(_ answer: any AnswerForms) -> String {
        switch self {
        case .json: AnswerType.json(answer)
        case .ndjson: AnswerType.linesWithEnd(answer)
        case .csv: answer.rows.text(.csv)
        case .tsv: answer.rows.text(.tsv)
        case .words: answer.words(AnswerStyle())
        }
    }
}
