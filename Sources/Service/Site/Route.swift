import Answers
import CasusCore

/// Which page answers which path.
struct Route: Sendable {
    /// Parts of the path; nil for any name.
    let pattern: [String?]
    let answer: @Sendable (Visit) throws(Refusal) -> Response
    /// What it takes; nil of what is there at once, as it asks nothing of the ledger.
    private(set) var effort: Server.Effort? = .usual

    init(_ pattern: String, _ page: @escaping @Sendable (Visit) throws(Refusal) -> Page) {
        self.init(pattern) { (visit: Visit) throws(Refusal) -> Response in try visit.response(try page(visit)) }
    }

    /// A page that shows what passes.
    init(_ pattern: String, fleeting page: @escaping @Sendable (Visit) throws(Refusal) -> Page) {
        self.init(pattern) { (visit: Visit) throws(Refusal) -> Response in
            var response = try visit.response(try page(visit))
            response.headers = response.headers.filter { $0.name != "Cache-Control" } + [("Cache-Control", "no-store")]
            return response
        }
    }

    init(_ pattern: String, response: @escaping @Sendable (Visit) throws(Refusal) -> Response) {
        self.pattern = pattern.split(separator: "/").map { $0 == "*" ? nil : String($0) }
        answer = response
    }

    func taking(_ effort: Server.Effort?) -> Route {
        var route = self
        route.effort = effort
        return route
    }

    func matches(_ path: [String]) -> Bool {
        path.count == pattern.count && zip(path, pattern).allSatisfy { $1 == nil || $0 == $1 }
    }

    static let pages: [Route] = [
        Route("/", HomePage.page),
        Route("/pair", response: PairPage.chosen), Route("/pair/*", PairPage.page), Route("/pair/*/*", PairPage.page),
        Route("/actor/*", ActorPage.page), Route("/actors", ActorsPage.page),
        Route("/treaties", TreatiesPage.page), Route("/treaty/*", TreatyPage.page).taking(nil),
        Route("/scenario", ScenarioPage.page),
        Route("/timeline", TimelinePage.page), Route("/claims", ClaimsPage.page), Route("/questions", QuestionsPage.page),
        Route("/search", SearchPage.page),
        Route("/documents", DocumentsPage.page), Route("/document/*", DocumentPage.page), Route("/statement/*", StatementPage.page),
        Route("/read", ReadPage.page).taking(nil), Route("/read/*", fleeting: ReadPage.reading).taking(.patient),
        Route("/read/*/events", response: ReadPage.events).taking(nil),
        Route("/about", AboutPage.page).taking(nil), Route("/api", APIPage.page).taking(nil), Route("/api/v1", APIPage.page).taking(nil),
    ]

    /// What is probably meant by a path that leads nowhere.
    static func mend(for path: [String]) -> String {
        let names = pages.compactMap { $0.pattern.first ?? nil }
        guard let first = path.first, let near = meant(by: first.lowercased(), among: names) else { return "begin at /" }
        return "did you mean /\(([near] + path.dropFirst()).joined(separator: "/"))?"
    }
}

extension Visit {
    /// A page in the form that is asked for.
    func response(_ page: Page) throws(Refusal) -> Response {
        let headers = SecurityHeaders.all + [("Cache-Control", "no-cache")]
        if form == .html {
            let layout = site.layout(links, path: path, query: query)
            return Response(page.status, type: MediaType.html, .bytes(layout.page(page)), headers: headers)
        }
        if form == .svg, let picture = page.picture {
            return Response(type: MediaType.svg, picture(), headers: SecurityHeaders.picture + [("Cache-Control", "no-cache")])
        }
        guard let answer = page.answer, let type = AnswerType(rawValue: form.rawValue) else {
            throw Refusal(.notFound, "there is no such form of this page", at: form.rawValue, mend: "ask without the ending")
        }
        return Response(type: type.media, type.body(answer), headers: headers)
    }
}
