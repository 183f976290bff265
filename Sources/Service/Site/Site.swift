import Answers
import Casus
import CasusCore
import Ledger
import Synchronization
import WhosWho

/// Everything that is served: pages, their twins, and the API.
final class Site: Sendable {
    let desks: Desks
    let options: ServiceOptions
    let assets = Assets()
    let readings: Readings
    private let cache: PageCache
    private let routes: [Route]

    init(_ desks: Desks, _ options: ServiceOptions, readings: Readings) {
        (self.desks, self.options, self.readings) = (desks, options, readings)
        cache = PageCache(room: options.cache)
        routes = Route.pages
    }

    /// What can be refused before the body has come.
    func refuse(_ request: Request) -> Response? {
        do throws(Refusal) {
            try checkHost(request)
            switch request.method {
            case "GET", "HEAD": return nil
            case "POST": try checkOrigin(request)
            default: throw Refusal(.methodNotAllowed, "no such method here", at: request.method, mend: "use GET, HEAD or POST")
            }
            return nil
        } catch {
            return self.response(error, to: request)
        }
    }

    /// A page elsewhere could have its own name lead to this machine, and read the ledger through the visitor's browser.
    private func checkHost(_ request: Request) throws(Refusal) {
        guard let host = request.headers["host"] else { throw Refusal(.badRequest, "no Host", mend: "send the header Host") }
        let name = host.split(separator: ":", omittingEmptySubsequences: false).first.map { $0.lowercased() } ?? ""
        guard options.hosts.contains(name) else {
            throw Refusal(
                .misdirected, "this server is not called so", at: String(host.prefix(80)),
                mend: "call it \(options.hosts[0]), or start it with --host NAME")
        }
    }

    /// A form on a page elsewhere must not write here.
    private func checkOrigin(_ request: Request) throws(Refusal) {
        guard let origin = request.headers["origin"], origin != "null" || request.headers["sec-fetch-site"] != "same-origin" else { return }
        let host = origin.split(separator: "/").last.map(String.init) ?? ""
        if host.lowercased() != request.headers["host"]?.lowercased() {
            throw Refusal(
                .forbidden, "comes from a page elsewhere", at: String(origin.prefix(80)), mend: "send it from a page of this server")
        }
    }

    func answer(_ request: Request) -> Server.Outgoing {
        if request.method == "POST" { return .work(.patient) { .response(self.post(request)) } }
        let state = PageCache.State(ledger: desks.stamp, day: desks.today)
        if let entry = cache.entry(key(request), state) { return send(entry, to: request) }
        guard let effort = effort(request) else { return made(request, state) }
        return .work(effort) {
            // Others may have asked the same meanwhile.
            let state = PageCache.State(ledger: self.desks.stamp, day: self.desks.today)
            if let entry = self.cache.entry(self.key(request), state) { return self.send(entry, to: request) }
            return self.made(request, state)
        }
    }

    /// - Parameter state: of before the question, so that an answer is never taken for one of a later ledger.
    private func made(_ request: Request, _ state: PageCache.State) -> Server.Outgoing {
        do throws(Refusal) {
            let response = try get(request)
            guard case .bytes(let bytes) = response.body, response.status == .ok else { return .response(response) }
            let entry = PageCache.Entry(response, bytes)
            if !response.isFleeting { cache.keep(entry, key(request), state) }
            return send(entry, to: request)
        } catch {
            return .response(self.response(error, to: request))
        }
    }

    /// What a request takes; nil where it can be answered at once.
    private func effort(_ request: Request) -> Server.Effort? {
        var effort = Server.Effort?.none
        if isOperation(request) {
            effort = .usual
        } else {
            let path = Visit.Form.cut(request.path).path
            effort = routes.first { $0.matches(path) }?.effort
            if effort == nil, path.first == "treaty", !desks.knowTreaties { effort = .usual }
        }
        guard effort == .usual, let limit = request.query["limit"].flatMap({ Int($0) }) else { return effort }
        return limit > Site.manyRows ? .large : .usual
    }

    /// Whether a request is for the API, and not for a page about it.
    private func isOperation(_ request: Request) -> Bool {
        request.path.first == "api" && request.path != ["api", "v1"] && request.path != ["api"]
    }

    /// What an answer is kept under: an operation tells its answer in the form that the client accepts.
    private func key(_ request: Request) -> String {
        isOperation(request) ? request.target + "\n" + (request.headers["accept"] ?? "") : request.target
    }

    /// Who asks for more waits among those who do.
    private static let manyRows = 1000

    private func send(_ entry: PageCache.Entry, to request: Request) -> Server.Outgoing {
        .prepared(request.knows(entry.tag) ? entry.unchanged : entry.whole)
    }

    private func get(_ request: Request) throws(Refusal) -> Response {
        if request.path.first == "assets", let file = assets.file(at: "/" + request.path.joined(separator: "/")) {
            return Response(
                type: file.type, .bytes(file.bytes),
                headers: SecurityHeaders.all + [("Cache-Control", "public, max-age=31536000, immutable")])
        }
        // Browsers ask for it by themselves beside what is no page.
        if request.path == ["favicon.ico"] {
            return Response(
                type: assets.icon.type, .bytes(assets.icon.bytes),
                headers: SecurityHeaders.all + [("Cache-Control", "public, max-age=86400")])
        }
        if isOperation(request) {
            return try APIRoutes.answer(request, self)
        }
        let (path, form) = Visit.Form.cut(request.path)
        let links = try links(request)
        guard let route = routes.first(where: { $0.matches(path) }) else {
            throw Refusal(.notFound, "no such page", at: "/" + request.path.joined(separator: "/"), mend: Route.mend(for: path))
        }
        return try desks.with { desk throws(Refusal) in
            try route.answer(Visit(request: request, path: path, form: form, desk: desk, links: links, site: self))
        }
    }

    private func post(_ request: Request) -> Response {
        do throws(Refusal) {
            guard let route = Route.posts.first(where: { $0.matches(request.path) }) else {
                throw Refusal(
                    .methodNotAllowed, "nothing can be sent there", at: "/" + request.path.joined(separator: "/"), mend: "ask with GET")
            }
            return try route.answer(request, self)
        } catch {
            return response(error, to: request)
        }
    }

    /// The two days that a request asks about: today, unless it says.
    func links(_ request: Request) throws(Refusal) -> Links {
        func day(_ name: String) throws(Refusal) -> Day {
            guard let text = request.query[name] else { return desks.today }
            guard let day = Day(iso: text) else { throw Refusal(.badRequest, "\"\(text)\" is no day", at: name, mend: "write 2024-06-19") }
            return day
        }
        return Links(on: try day("on"), knownBy: try day("known-by"))
    }

    /// Statements in words, with states named as of the day.
    func act(_ links: Links) -> ActMarkup {
        let who = desks.commitments.who
        return ActMarkup(links: links) { who.state($0)?.name(on: links.on) }
    }

    func layout(_ links: Links, path: [String], query: Query) -> Layout {
        Layout(
            links: links, assets: assets, path: "/" + path.map(PercentEncoding.encode).joined(separator: "/"), query: query,
            section: path.first ?? "")
    }

    /// A page that says what was wrong, or the same as data.
    func response(_ refusal: Refusal, to request: Request) -> Response {
        let isData = request.path.first == "api" || Visit.Form.cut(request.path).form != .html
        var headers = SecurityHeaders.all + [("Cache-Control", "no-store")]
        if refusal.status == .methodNotAllowed { headers.append(("Allow", Route.allowed(request.path))) }
        if refusal.status == .unauthorized { headers.append(("WWW-Authenticate", "Bearer")) }
        if refusal.status == .unavailable { headers.append(("Retry-After", "5")) }
        if isData { return Response(refusal.status, type: MediaType.problem, refusal.json, headers: headers) }
        let links = (try? self.links(request)) ?? Links(on: desks.today, knownBy: desks.today)
        let layout = layout(links, path: [], query: Query())
        return Response(
            refusal.status, type: MediaType.html, .bytes(layout.page(RefusalPage.page(refusal, request, links))), headers: headers)
    }
}

extension Response {
    /// Whether it is not to be kept: it tells of something that passes.
    var isFleeting: Bool { headers.contains { $0.name == "Cache-Control" && $0.value == "no-store" } }
}

extension Refusal {
    /// As RFC 9457 has it, with the mend as `hint`.
    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.field("type", "about:blank")
            json.field("title", status.phrase)
            json.field("status", status.code)
            json.field("detail", (place.map { $0 + ": " } ?? "") + what)
            json.field("hint", mend)
        }
        return json.string + "\n"
    }
}

/// How the server is run.
package struct ServiceOptions: Sendable {
    /// Names by which it may be called.
    package var hosts = ["127.0.0.1", "localhost"]
    /// Who writes has to know it; nil: nobody may.
    package var token: String?
    /// Bytes of answers that are kept.
    package var cache = 64 << 20
    package var threads = 4
    package var port = 8080
    /// Of Casus.
    package var version = ""
    /// The folder laid over what Casus knows.
    package var overlay: String?

    package init() {}
}
