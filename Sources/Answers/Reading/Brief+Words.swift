import CasusCore

extension Brief {
    package struct Options: Sendable {
        /// Print each line's own words of the text under it.
        package var quotes: Bool
        /// Print a citation under each line.
        package var citations: Bool
        /// Mark headings and numbers for a terminal.
        package var colours: Bool
        /// Characters a line.
        package var width: Int

        package init(quotes: Bool = false, citations: Bool = false, colours: Bool = false, width: Int = 100) {
            self.quotes = quotes
            self.citations = citations
            self.colours = colours
            self.width = width
        }
    }

    /// The brief as text for a reader: sections, lines, and each line's sentence number in brackets. An empty line ends it.
    package func words(_ options: Options = Options()) -> String {
        var page = Page(options: options)
        page.heading(document.title ?? document.id ?? "Untitled")
        page.write(about, indent: 0)
        for section in sections {
            page.text += "\n"
            page.heading(section.title.uppercased())
            for line in section.lines { write(line, indent: 2, on: &page) }
        }
        return page.text + "\n"
    }

    /// Publisher, date, and how much was found.
    private var about: String {
        let published = document.published?.description ?? "no date of publication, so relative dates stay unresolved"
        let found =
            switch count {
            case 0: "Nothing that Casus can read as a statement."
            case 1: "1 statement; its sentence is the number in brackets."
            default: "\(count) statements; the numbers in brackets are sentences."
            }
        return (document.publisher.map { $0 + ", " } ?? "") + published + ". " + found
    }

    private func write(_ line: Line, indent: Int, on page: inout Page) {
        page.write(
            line.text, indent: indent, mark: "[" + ([line.origin.sentence] + line.also).map(String.init).joined(separator: ", ") + "]")
        if page.options.quotes {
            page.write("“" + line.origin.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”", indent: indent + 6)
        }
        if page.options.citations { page.write(citation(line.origin), indent: indent + 6) }
        for detail in line.details { write(detail, indent: indent + 4, on: &page) }
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

/// Lines of text, wrapped with a hanging indent.
private struct Page {
    let options: Brief.Options
    var text = ""

    mutating func heading(_ words: String) {
        text += options.colours ? "\u{1B}[1m\(words)\u{1B}[0m\n" : words + "\n"
    }

    /// - Parameter mark: what ends the line and never stands alone on one.
    mutating func write(_ words: String, indent: Int, mark: String? = nil) {
        let margin = String(repeating: " ", count: indent)
        var column = 0
        var pieces = words.split(separator: " ").map(String.init)
        var ending = 0
        if let mark, let last = pieces.popLast() {
            ending = mark.count
            pieces.append(last + " " + (options.colours ? "\u{1B}[2m\(mark)\u{1B}[0m" : mark))
        }
        for (index, piece) in pieces.enumerated() {
            let isMarked = ending > 0 && index == pieces.count - 1
            let length = isMarked && options.colours ? piece.count - 8 : piece.count
            if index == 0 {
                text += margin
                column = indent
            } else if column + 1 + length > options.width {
                text += "\n" + margin + "  "
                column = indent + 2
            } else {
                text += " "
                column += 1
            }
            text += piece
            column += length
        }
        text += "\n"
    }
}
