import Answers
import CasusCore
import Exchange

/// `POST /api/v1/read`: what texts state, a line a statement, as they are read.
enum ReadOperation {
    static let parameters = ["published", "publisher", "keep"]

    static func answer(_ request: Request, _ site: Site) throws(Refusal) -> Response {
        for (name, value) in request.query.items where parameters.contains(name) {
            if value.isEmpty { throw Refusal(.badRequest, "has no value", at: name, mend: "leave it out, or give one") }
            if request.query.all(name).count > 1 { throw Refusal(.badRequest, "is given twice", at: name, mend: "give it once") }
        }
        for (name, _) in request.query.items where !parameters.contains(name) {
            let mend = meant(by: name, among: parameters).map { "did you mean \($0)?" } ?? "one of " + parameters.joined(separator: ", ")
            throw Refusal(.badRequest, "no such parameter", at: name, mend: mend)
        }
        let type = (request.headers["content-type"] ?? "text/plain").prefix { $0 != ";" }.lowercased()
        guard ["text/plain", "application/json", "application/x-ndjson"].contains(type) else {
            throw Refusal(
                .unsupportedMediaType, "is no text", at: String(type.prefix(60)),
                mend: "send text/plain, or application/x-ndjson with a document a line")
        }
        let keeps = try keeps(request)
        if keeps { try site.checkToken(bearer(request)) }
        let documents = try Sent.documents(
            request.body, published: request.query["published"], publisher: request.query["publisher"])
        let reading = try site.readings.begin(documents)
        return Response(
            type: MediaType.ndjson, .stream(StatementLines(reading, keeping: keeps ? site : nil)),
            headers: SecurityHeaders.all + [("Cache-Control", "no-store")])
    }

    private static func keeps(_ request: Request) throws(Refusal) -> Bool {
        switch request.query["keep"] {
        case nil, "false": return false
        case "true": return true
        case let other?: throw Refusal(.badRequest, "\"\(other.prefix(40))\" is not true or false", at: "keep", mend: "give one of the two")
        }
    }

    private static func bearer(_ request: Request) -> String {
        let header = request.headers["authorization"] ?? ""
        return header.lowercased().hasPrefix("bearer ") ? String(header.dropFirst(7)) : ""
    }
}

/// The statements of a reading, a line each, then a line that counts them; kept in a ledger before that last line, where that was asked.
final class StatementLines: ByteSource {
    private let reading: TextReading
    private let site: Site?
    private let place = Place()
    private let rows = Place()

    init(_ reading: TextReading, keeping site: Site?) { (self.reading, self.site) = (reading, site) }

    func next(wake: @escaping @Sendable () -> Void) -> Piece {
        let (count, isEnded) = place.now
        if isEnded { return .end }
        guard let state = reading.more(after: count, wake: wake) else { return .later }
        let new = state.read.dropFirst(count).flatMap(\.statements)
        var text = new.map { $0.json + "\n" }.joined()
        let told = rows.now.count + new.count
        rows.set(told, false)
        if state.isDone {
            var kept = true
            do throws(Refusal) { if let site { _ = try site.keep(state.read) } } catch {
                // The last line is what says that all went well.
                kept = false
                text += error.json
            }
            if kept { text += LedgerLines.end(rows: told) }
        }
        place.set(state.read.count, state.isDone)
        // Where a document states nothing, there is nothing to send yet: then it is asked again.
        return .bytes(Array(text.utf8))
    }

    func close() {}
}
