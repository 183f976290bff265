import Answers
import CasusCore
import Exchange
import Ledger

/// What can be sent.
struct PostRoute: Sendable {
    let pattern: [String?]
    let answer: @Sendable (Request, Site) throws(Refusal) -> Response

    func matches(_ path: [String]) -> Bool { path.count == pattern.count && zip(path, pattern).allSatisfy { $1 == nil || $0 == $1 } }
}

extension Route {
    static let posts: [PostRoute] = [
        PostRoute(pattern: ["read"], answer: read),
        PostRoute(pattern: ["read", nil, "keep"], answer: keep),
        PostRoute(pattern: ["api", "v1", "read"], answer: ReadOperation.answer),
    ]

    /// The methods that a path takes, as the header has them.
    static func allowed(_ path: [String]) -> String {
        guard posts.contains(where: { $0.matches(path) }) else { return "GET, HEAD" }
        return pages.contains { $0.matches(path) } ? "GET, HEAD, POST" : "POST"
    }

    /// A text from the page; its reading has an address of its own.
    private static func read(_ request: Request, _ site: Site) throws(Refusal) -> Response {
        let type = request.headers["content-type"] ?? ""
        let form: Multipart
        if type.lowercased().hasPrefix("multipart/form-data") {
            form = try Multipart(request.body, type: type)
        } else {
            throw Refusal(
                .unsupportedMediaType, "is no form with a text", at: String(type.prefix(60)),
                mend: "send multipart/form-data, or use POST /api/v1/read")
        }
        let documents = try Sent.documents(
            form.fields["text"] ?? [], published: form.text("published"), publisher: form.text("publisher"))
        let reading = try site.readings.begin(documents)
        return Response.redirect("/read/" + reading.id + "?live=yes")
    }

    /// Into the ledger, by who knows the token.
    private static func keep(_ request: Request, _ site: Site) throws(Refusal) -> Response {
        let form = try request.form()
        try site.checkToken(form["token"] ?? "")
        let reading = try ReadPage.find(request.path[1], site)
        let state = reading.wait(seconds: 30)
        guard state.isDone else { throw Refusal(.unavailable, "is still being read", at: "the text", mend: "try again in a while") }
        let keys = try site.keep(state.read)
        return Response.redirect(keys.count == 1 ? "/document/" + keys[0] : "/documents")
    }
}

extension Response {
    /// To be asked for elsewhere.
    static func redirect(_ address: String) -> Response {
        Response(
            .seeOther, type: MediaType.text, "See \(address)\n",
            headers: SecurityHeaders.all + [("Location", address), ("Cache-Control", "no-store")])
    }
}

extension Site {
    /// Whether who writes may: compared in a time that does not tell how much of it was right.
    func checkToken(_ given: String) throws(Refusal) {
        guard let token = options.token else {
            throw Refusal(.forbidden, "this server only reads", mend: "start it with --write and a token in $CASUS_TOKEN")
        }
        let (a, b) = (Array(SHA256.hex(Array(given.utf8)).utf8), Array(SHA256.hex(Array(token.utf8)).utf8))
        if zip(a, b).reduce(0, { $0 | ($1.0 ^ $1.1) }) != 0 {
            throw Refusal(
                .unauthorized, given.isEmpty ? "no token" : "the token is wrong", mend: "send the one that the server was started with")
        }
    }

    /// Keeps readings; gives the keys of their documents.
    func keep(_ read: [(document: Document, statements: [Statement])]) throws(Refusal) -> [String] {
        do throws(Problem) {
            let ledger = try SQLiteLedger(desks.path, .changing)
            var keys: [String] = []
            for (document, statements) in read {
                let publication = Publication(document)
                if case .forgotten = try ledger.standing(of: publication.key, under: readings.ruleSet) {
                    throw Problem(
                        .usage, "was forgotten on purpose", at: publication.key,
                        mend: "casus forget \(publication.key) --undo lets it be read")
                }
                if try ledger.standing(of: publication.key, under: readings.ruleSet) != .current {
                    _ = try ledger.record([
                        DocumentReading(
                            of: document, as: publication, statements: statements, rules: readings.ruleSet, finished: desks.moment)
                    ])
                }
                keys.append(publication.key)
            }
            try ledger.settle()
            return keys
        } catch {
            throw Refusal(error)
        }
    }
}

/// The events of a reading, as a browser takes them: each document as it is read, then the end.
final class ReadingEvents: ByteSource {
    private let reading: TextReading
    private let told: @Sendable (Int, TextReading.State) -> String
    private let place = Place()

    init(_ reading: TextReading, told: @escaping @Sendable (Int, TextReading.State) -> String) {
        (self.reading, self.told) = (reading, told)
    }

    func next(wake: @escaping @Sendable () -> Void) -> Piece {
        let (count, isEnded) = place.now
        if isEnded { return .end }
        guard let state = reading.more(after: count, wake: wake) else { return .later }
        var text = ""
        for index in state.read.indices.dropFirst(count) {
            let html = told(index, state)
            text +=
                "event: document\n" + html.split(separator: "\n", omittingEmptySubsequences: false).map { "data: \($0)\n" }.joined() + "\n"
        }
        if state.isDone { text += "event: end\ndata: " + LedgerLines.end(rows: state.read.count) + "\n" }
        place.set(state.read.count, state.isDone)
        return .bytes(Array(text.utf8))
    }

    func close() {}
}
