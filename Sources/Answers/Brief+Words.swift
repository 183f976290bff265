import CasusCore

extension Brief {
    package struct Options: Sendable {
        /// Print each line's sentence under it.
        package var quotes: Bool
        /// Print a citation under each line.
        package var citations: Bool

        package init(quotes: Bool = false, citations: Bool = false) {
            self.quotes = quotes
            self.citations = citations
        }
    }

    /// The brief as text for a reader: sections, lines, and each line's sentence number in brackets.
    package func words(_ options: Options = Options()) -> String {
        var text = heading + "\n"
        if sections.isEmpty { return text + "\nNothing that Casus can read as a statement.\n" }
        for section in sections {
            text += "\n" + section.title.uppercased() + "\n"
            for line in section.lines { write(line, indent: "  ", options, into: &text) }
        }
        return text
    }

    private var heading: String {
        var parts: [String] = [document.title ?? document.id ?? "Untitled"]
        if let publisher = document.publisher { parts.append(publisher) }
        parts.append(document.published.map { $0.description } ?? "no date given: relative dates stay unresolved")
        return parts.joined(separator: " · ") + " · \(count) statements"
    }

    private func write(_ line: Line, indent: String, _ options: Options, into text: inout String) {
        text += indent + line.text + "  [" + String(line.origin.sentence) + "]\n"
        if options.quotes {
            text += indent + "    “" + line.origin.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”\n"
        }
        if options.citations { text += indent + "    " + citation(line.origin) + "\n" }
        for detail in line.details { write(detail, indent: indent + "    ", options, into: &text) }
    }

    /// Who published what and when, and where in it the words stand.
    private func citation(_ origin: Origin) -> String {
        var parts: [String] = []
        if let author = document.author { parts.append(author) }
        if let title = document.title { parts.append("“\(title)”") }
        if let publisher = document.publisher { parts.append(publisher) }
        if let published = document.published { parts.append(published.description) }
        if let url = document.url { parts.append(url) }
        if parts.isEmpty { parts.append(origin.document) }
        return parts.joined(separator: ", ") + ", sentence \(origin.sentence), characters \(origin.span.start)–\(origin.span.end)"
    }
}
