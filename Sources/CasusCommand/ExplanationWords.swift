import Answers
import Casus
import CasusCore

/// An explanation for people: the sentence, its tree, what was read and why, what was not.
struct ExplanationWords {
    let knowledge: Knowledge
    let document: Document
    let statements: [Statement]
    var width = 100

    func text(of sentence: ExplainedSentence) -> String {
        var page = Lines(width: width)
        let span = sentence.span
        page.add("Sentence \(sentence.number), characters \(span.start)–\(span.end): “\(sentence.text)”", indent: 0)
        page.add("TREE", indent: 2)
        tree(of: sentence, under: 0, indent: 4, on: &page)
        page.add(sentence.read.isEmpty ? "READ: nothing" : "READ", indent: 2)
        for statement in sentence.read { tell(statement, on: &page) }
        if !sentence.rejected.isEmpty { page.add("CONSIDERED, AND NO RECORD", indent: 2) }
        for word in sentence.rejected { tell(word, on: &page) }
        return page.text + "\n"
    }

    private func tree(of sentence: ExplainedSentence, under head: Int, indent: Int, on page: inout Lines) {
        for word in sentence.words where word.head == head && word.upos != "PUNCT" {
            page.add("\(word.text)  \(word.relation) \(word.xpos)" + (word.isMended ? " (mended)" : ""), indent: indent)
            tree(of: sentence, under: word.number, indent: indent + 2, on: &page)
        }
    }

    private func tell(_ read: ExplainedStatement, on page: inout Lines) {
        let line = read.statement.line(among: statements) { knowledge.name(ofState: $0, on: document.published) }
        page.add(line, indent: 4)
        let kind = [read.statement.kind, nature(of: read.statement)].compactMap(\.self).joined(separator: ", ")
        page.add("\(kind): “\(read.text)” by \(read.statement.origin.rule)" + place(read.source), indent: 6)
        var topic: Topic?
        for ground in read.grounds {
            page.add((ground.topic == topic ? "" : ground.topic.rawValue + ": ") + words(ground), indent: ground.topic == topic ? 8 : 6)
            topic = ground.topic
        }
        for (reason, attempts) in grouped(read.tried) where !reason.isOfRow {
            page.add("another row: " + words(reason, attempts), indent: 6)
        }
    }

    private func nature(of statement: Statement) -> String? {
        switch statement {
        case .event(let event): event.status.rawValue
        case .agreement(let agreement): agreement.status.rawValue
        case .claim(let claim): claim.stance.rawValue
        case .question: nil
        }
    }

    private func tell(_ word: RejectedWord, on page: inout Lines) {
        page.add("“\(word.text)” (\(word.kind))", indent: 4)
        for (reason, attempts) in grouped(word.attempts) {
            page.add(words(reason, attempts), indent: 6)
            var told: [Ground] = []
            for ground in attempts.flatMap(\.grounds) where !reason.isOfRow && !told.contains(ground) {
                page.add(ground.topic.rawValue + ": " + words(ground), indent: 8)
                told.append(ground)
            }
        }
    }

    /// "rows of frames.csv ...: the row asks for another object"
    private func words(_ reason: Reason, _ attempts: [Attempt]) -> String {
        let details = Set(attempts.map(\.detail)).filter { !$0.isEmpty }.sorted().map { "“\($0)”" }.joined(separator: ", ")
        let says = reason.says + (details.isEmpty ? "" : " than \(details)")
        let places = attempts.compactMap(\.source).map { knowledge.place(of: $0) }
        guard let first = places.first else { return says }
        let lines = places.compactMap(\.line).map(String.init)
        // One row with its key; of several their lines alone.
        return says + (places.count == 1 || lines.count < places.count ? text(first) : " [\(first.file): \(lines.joined(separator: ", "))]")
    }

    private func words(_ ground: Ground) -> String {
        (ground.words.map { "“\($0)”: " } ?? "") + ground.says + place(ground.source)
    }

    private func place(_ source: Source?) -> String { source.map { text(knowledge.place(of: $0)) } ?? "" }

    /// " [verbs/frames.csv:1480: visit, state]"
    private func text(_ place: DataPlace) -> String {
        " [\(place.file)\(place.line.map { ":\($0)" } ?? ""): \(place.key.joined(separator: ", "))]"
    }

    /// Attempts by their reason, in the order of the first.
    private func grouped(_ attempts: [Attempt]) -> [(Reason, [Attempt])] {
        var reasons: [Reason] = []
        for attempt in attempts where !reasons.contains(attempt.reason) { reasons.append(attempt.reason) }
        return reasons.map { reason in (reason, attempts.filter { $0.reason == reason }) }
    }
}

/// Lines of text, wrapped with a hanging indent.
private struct Lines {
    let width: Int
    private(set) var text = ""

    init(width: Int) { self.width = width }

    mutating func add(_ words: String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        var line = margin
        for (index, word) in words.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if index > 0, line.count + 1 + word.count > width {
                text += line + "\n"
                line = margin + "    " + word
            } else {
                line += (index == 0 ? "" : " ") + word
            }
        }
        text += line + "\n"
    }
}
