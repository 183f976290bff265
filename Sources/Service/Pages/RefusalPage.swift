/// A page that says what was wrong, and the mend.
enum RefusalPage {
    static func page(_ refusal: Refusal, _ request: Request, _ links: Links) -> Page {
        Page(title: refusal.status.phrase, kind: "refusal", answer: nil, status: refusal.status) { html in
            html.element("h1", [:], refusal.status.phrase)
            html.element("p", ["class": "lead"], (refusal.place.map { $0 + ": " } ?? "") + refusal.what + ".")
            guard let mend = refusal.mend else { return }
            html.element("p", [:]) { html in
                let begins = "did you mean "
                if mend.hasPrefix(begins), mend.hasSuffix("?") {
                    html.text("Did you mean ")
                    for (index, word) in mend.dropFirst(begins.count).dropLast().split(separator: ", ").enumerated() {
                        if index > 0 { html.text(", ") }
                        if let way = address(String(word), for: refusal.place, request, links) {
                            html.link(way, String(word))
                        } else {
                            html.text(String(word))
                        }
                    }
                    html.text("?")
                } else {
                    write(mend.capitalisedFirst + ".", links, in: &html)
                }
            }
        }
    }

    /// The address that was asked for, with a word of it put right.
    private static func address(_ word: String, for wrong: String?, _ request: Request, _ links: Links) -> String? {
        let query = request.query.items.map { ($0.name, $0.value) }
        if word.hasPrefix("/") { return links.to(word.split(separator: "/").map(String.init), query) }
        guard let wrong, request.method != "POST" else { return nil }
        if let place = request.path.firstIndex(where: { $0.contains(wrong) }) {
            var path = request.path
            path[place] = path[place].replacing(wrong, with: word)
            return links.to(path, query)
        }
        guard query.contains(where: { $0.1.contains(wrong) }) else { return nil }
        return links.to(request.path, query.map { ($0.0, $0.1.replacing(wrong, with: word)) })
    }

    /// Addresses within a mend are links.
    private static func write(_ mend: String, _ links: Links, in html: inout HTML) {
        var rest = mend[...]
        for way in mend.split(whereSeparator: { " ,;?.:".contains($0) }) where way.hasPrefix("/") && !way.hasPrefix("//") {
            html.text(String(rest[rest.startIndex..<way.startIndex]))
            html.link(links.to(way.split(separator: "/").map(String.init)), String(way))
            rest = rest[way.endIndex...]
        }
        html.text(String(rest))
    }
}
