import Answers
import CasusCore

/// The words that a line rests on, with the way to their place in the text.
struct Evidence {
    let links: Links

    /// The best sentence in the open, others folded away.
    func quotes(_ kept: [Kept], in html: inout HTML) {
        guard let first = kept.first else { return }
        quote(first, in: &html)
        var told: Set<String> = [place(first)]
        let others = kept.dropFirst().filter { told.insert(place($0)).inserted }
        if others.isEmpty { return }
        html.element("details", ["class": "more"]) { html in
            html.element("summary", [:], others.count == 1 ? "1 more sentence" : "\(others.count) more sentences")
            for other in others { quote(other, in: &html) }
        }
    }

    func quote(_ kept: Kept, in html: inout HTML) {
        html.element("blockquote", ["class": "words k-\(kept.statement.kind)"]) { html in
            html.element("p", [:]) { html in
                html.link(links.place(kept), "“" + StatementWords.flat(kept.statement.origin.quote) + "”")
            }
            source(kept, in: &html)
        }
    }

    /// "The Gazette, 2024-06-20, sentence 12 · 4f3a9c21"
    func source(_ kept: Kept, in html: inout HTML) {
        html.element("footer", [:]) { html in
            html.element("cite", [:], kept.publication.citation)
            html.text(", sentence \(kept.statement.origin.sentence) · ")
            html.link(links.statement(kept.id), String(kept.id.prefix(8)), "id")
            for correction in kept.corrections {
                html.element("span", ["class": "corrected"], " · " + correction.words)
            }
        }
    }

    private func place(_ kept: Kept) -> String {
        "\(kept.publication.key)/\(kept.statement.origin.span.start)-\(kept.statement.origin.span.end)"
    }
}

/// The small marks of pages: never a colour alone, always a word or a letter too.
enum Badge {
    static func status(_ status: String, in html: inout HTML) {
        if status.isEmpty || status == "actual" { return }
        html.text(" ")
        html.element("span", ["class": "badge s-\(status)"], status)
    }

    static func verdict(_ verdict: String, in html: inout HTML) {
        html.element("span", ["class": "badge v-\(verdict)"], verdict.replacing("_", with: " "))
    }

    static func word(_ word: String, _ kind: String, in html: inout HTML) {
        html.text(" ")
        html.element("span", ["class": "badge \(kind)"], word)
    }

    /// E, A, C, Q: the letter that marks a kind of statement.
    static func letter(_ kind: String) -> String { kind.prefix(1).uppercased() }
}
