/// A page that says what was wrong, and the mend.
enum RefusalPage {
    static func page(_ refusal: Refusal) -> Page {
        Page(title: refusal.status.phrase, kind: "refusal", answer: nil, status: refusal.status) { html in
            html.element("h1", [:], refusal.status.phrase)
            html.element("p", ["class": "lead"], (refusal.place.map { $0 + ": " } ?? "") + refusal.what + ".")
            if let mend = refusal.mend {
                let ways = DidYouMean.addresses(in: mend)
                html.element("p", [:]) { html in
                    if ways.isEmpty { html.text(mend) } else { DidYouMean.write(mend, ways, in: &html) }
                }
            }
        }
    }
}

/// Addresses within a mend, as links.
private enum DidYouMean {
    /// "/treaty/x" and the like.
    static func addresses(in mend: String) -> [Substring] {
        mend.split { " ,;?".contains($0) }.filter { $0.hasPrefix("/") && !$0.hasPrefix("//") }
    }

    static func write(_ mend: String, _ ways: [Substring], in html: inout HTML) {
        var rest = mend[...]
        for way in ways {
            html.text(String(rest[rest.startIndex..<way.startIndex]))
            html.link(
                way.split(separator: "/", omittingEmptySubsequences: false).map { PercentEncoding.encode(String($0)) }.joined(
                    separator: "/"), String(way))
            rest = rest[way.endIndex...]
        }
        html.text(String(rest))
    }
}
