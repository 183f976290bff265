import Answers
import Casus
import CasusCore

/// A text with what was read in it: each statement begins with its letter and is underlined in the way of its kind, and stands in a
/// note beside its paragraph. Letter and note lead to one another; selecting one lights its partners.
struct MarkedText {
    struct Item {
        var statement: Statement
        /// Where it is told in full; nil of what no ledger keeps.
        var address: String?
    }

    let document: Document
    /// In the order of the text.
    let items: [Item]
    /// A place that is asked for.
    let wanted: Span?
    let act: ActMarkup
    /// What statements and sentences of texts before it on the page have had.
    let before: (items: Int, sentences: Int)

    private let scalars: [Unicode.Scalar]
    /// Numbers of items linked to one another.
    private let partners: [[Int]]

    init(_ document: Document, _ items: [Item], wanted: Span?, act: ActMarkup, before: (items: Int, sentences: Int) = (0, 0)) {
        (self.document, self.items, self.wanted, self.act, self.before) = (document, items, wanted, act, before)
        scalars = Array(document.text.string.unicodeScalars)
        let numbers = Dictionary(items.enumerated().map { ($1.statement.id, $0) }) { first, _ in first }
        var partners = Array(repeating: Set<Int>(), count: items.count)
        for (number, item) in items.enumerated() {
            for relation in LinkKind.allCases {
                for other in item.statement[relation].compactMap({ numbers[$0] }) where other != number {
                    partners[number].insert(other)
                    partners[other].insert(number)
                }
            }
        }
        self.partners = partners.map { $0.sorted() }
    }

    func write(in html: inout HTML) {
        let bodyStart = document.text.codePoints(before: document.bodyStart)
        var sentences = document.sentences.map { document.text.codePoints(before: $0.lowerBound) }[...]
        var number = before.sentences
        let owned = ownership(from: bodyStart)
        html.element("div", ["class": "reader", "data-marks": ""]) { html in
            var start = bodyStart
            while start < scalars.count {
                let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
                if scalars[start..<end].contains(where: { !$0.properties.isWhitespace }) {
                    html.element("div", ["class": "para"]) { html in
                        html.element("p", ["class": "text"]) { html in
                            var anchors: [(Int, Int)] = []
                            while let next = sentences.first, next < end {
                                number += 1
                                sentences.removeFirst()
                                anchors.append((next, number))
                            }
                            paragraph(start, end, anchors, in: &html)
                        }
                        notes(owned[start] ?? [], in: &html)
                    }
                }
                start = end + 1
            }
        }
    }

    /// The items whose note stands beside each paragraph, by where the paragraph starts.
    private func ownership(from bodyStart: Int) -> [Int: [Int]] {
        var owned: [Int: [Int]] = [:]
        var start = bodyStart
        var rest = items.indices.sorted { items[$0].statement.origin.span < items[$1].statement.origin.span }[...]
        while start < scalars.count {
            let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
            while let next = rest.first, items[next].statement.origin.span.start < end {
                owned[start, default: []].append(next)
                rest.removeFirst()
            }
            start = end + 1
        }
        return owned
    }

    private func paragraph(_ start: Int, _ end: Int, _ anchors: [(place: Int, number: Int)], in html: inout HTML) {
        let within = items.indices.filter { items[$0].statement.origin.span.start < end && items[$0].statement.origin.span.end > start }
        var cuts: Set<Int> = [start, end]
        for index in within {
            let span = items[index].statement.origin.span
            cuts.formUnion([max(start, span.start), min(end, span.end)])
        }
        for anchor in anchors { cuts.insert(max(start, min(end, anchor.place))) }
        if let wanted { cuts.formUnion([wanted.start, wanted.end].filter { start <= $0 && $0 <= end }) }
        let places = cuts.sorted()
        for (from, to) in zip(places, places.dropFirst()) {
            for anchor in anchors where anchor.place == from { html.element("span", ["id": "s\(anchor.number)", "class": "s"], "") }
            let covering = within.filter { items[$0].statement.origin.span.start <= from && to <= items[$0].statement.origin.span.end }
            for index in covering where items[index].statement.origin.span.start == from { letter(index, in: &html) }
            let text = String(String.UnicodeScalarView(scalars[from..<to]))
            let isWanted = wanted.map { $0.start <= from && to <= $0.end } ?? false
            // Of several the shortest shows its line; the others show theirs when they are selected.
            let inner = covering.min { length($0) < length($1) }
            guard inner != nil || isWanted else {
                html.text(text)
                continue
            }
            html.element(
                isWanted ? "mark" : "span",
                [
                    "class": inner.map { "m m-" + items[$0].statement.kind }, "id": isWanted && wanted?.start == from ? "here" : nil,
                    "data-n": covering.isEmpty ? nil : covering.map { String(number($0)) }.joined(separator: " "),
                ], text)
        }
    }

    private func length(_ index: Int) -> Int { items[index].statement.origin.span.end - items[index].statement.origin.span.start }

    /// By which a statement is named on the page.
    private func number(_ index: Int) -> Int { before.items + index + 1 }

    private func letter(_ index: Int, in html: inout HTML) {
        let (kind, number) = (items[index].statement.kind, number(index))
        html.element(
            "a",
            [
                "class": "letter l-\(kind)", "id": "m\(number)", "href": "#n\(number)", "data-n": "\(number)",
                "aria-label": "\(kind) \(number): to its note",
            ], Badge.letter(kind) + "\(number)")
    }

    private func notes(_ indices: [Int], in html: inout HTML) {
        if indices.isEmpty { return }
        html.element("ol", ["class": "notes"]) { html in
            for index in indices { note(index, in: &html) }
        }
    }

    private func note(_ index: Int, in html: inout HTML) {
        let (item, number) = (items[index], number(index))
        let statement = item.statement
        html.element(
            "li",
            [
                "class": "note n-\(statement.kind)", "id": "n\(number)", "data-n": "\(number)",
                "data-with": partners[index].isEmpty ? nil : partners[index].map { String(self.number($0)) }.joined(separator: " "),
            ]
        ) { html in
            html.element(
                "a",
                ["class": "letter l-\(statement.kind)", "href": "#m\(number)", "aria-label": "\(statement.kind) \(number): to its words"],
                Badge.letter(statement.kind) + "\(number)")
            html.text(" ")
            act.statement(statement, in: &html)
            if statement.kind != "agreement" { Badge.status(statement.status?.rawValue ?? "", in: &html) }
            if case .event(let event) = statement, let date = event.date { html.text(" · " + StatementWords.words(date)) }
            if let address = item.address {
                html.text(" ")
                html.element(
                    "a", ["href": address, "class": "id", "aria-label": "statement \(statement.id.prefix(8)) in full"],
                    String(statement.id.prefix(8)))
            }
            if !partners[index].isEmpty {
                html.element("span", ["class": "with"]) { html in
                    html.text(" with ")
                    for (place, partner) in partners[index].enumerated() {
                        if place > 0 { html.text(", ") }
                        html.link("#n\(self.number(partner))", Badge.letter(items[partner].statement.kind) + "\(self.number(partner))")
                    }
                }
            }
        }
    }
}
