import Answers
import CasusCore

/// What is answered under `/api/v1/`.
enum APIRoutes {
    static func answer(_ request: Request, _ site: Site) throws(Refusal) -> Response {
        guard request.path.count >= 2, request.path[1] == "v1" else {
            throw Refusal(
                .notFound, "no such version", at: request.path.dropFirst().joined(separator: "/"), mend: "begin at \(Operation.base)")
        }
        let path = Array(request.path.dropFirst(2))
        switch path {
        case ["openapi.json"]: return Response(type: MediaType.openAPI, OpenAPI(version: site.options.version).text, headers: headers)
        case ["export"]: return try export(request, site)
        case ["read"]: throw Refusal(.methodNotAllowed, "takes a text", at: Operation.base + "read", mend: "send it with POST")
        default: break
        }
        let operation = try Operation.named(path)
        let type = try AnswerType(request)
        let given = request.query.items.filter { $0.name != "format" }.map { (name: $0.name, text: $0.value) }
        return try site.desks.with { desk throws(Refusal) in
            let answer = try operation.answer(given, at: desk)
            let notes = answer.notes.map { (name: "X-Casus-Note", value: HeaderText.plain($0)) }
            return Response(type: type.media, type.body(answer), headers: headers + notes)
        }
    }

    /// The whole ledger, a line a document, reading, statement, correction; a client may take its time.
    private static func export(_ request: Request, _ site: Site) throws(Refusal) -> Response {
        if let other = request.query.items.first {
            throw Refusal(.badRequest, "no such parameter", at: other.name, mend: "export takes none")
        }
        do throws(Problem) {
            return Response(
                type: MediaType.ndjson, .stream(try ExportSource(site.desks.path)),
                headers: SecurityHeaders.all + [("Cache-Control", "no-store")])
        } catch {
            throw Refusal(error)
        }
    }

    static let headers = SecurityHeaders.all + [("Cache-Control", "no-cache"), ("Vary", "Accept")]
}

/// Text that may stand in a header.
enum HeaderText {
    static func plain(_ text: String) -> String {
        String(decoding: text.utf8.map { 0x20..<0x7F ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
