import Answers
import CasusCore
import Ledger

/// What happened, in order: between two, to one, or all.
enum TimelinePage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask(asking: TimelineAnswer.takes) { (asked: Asked) throws(Problem) in
            var asked = asked
            // The page tells what was so by the day; the day alone is from and to.
            asked.to = min(asked.to ?? visit.on, visit.on)
            asked.on = nil
            asked.limit = asked.limit ?? 80
            return try TimelineAnswer(asked, at: visit.desk)
        }
        let strip = StripMarkup(answer, visit)
        return Page(
            title: answer.title + ", in order", kind: "timeline", answer: answer, picture: strip.map { strip in { strip.file } }
        ) { html in
            visit.heading(answer.title, "in order", in: &html)
            Filter(visit: visit, path: "/timeline", states: 2, kinds: true, statuses: true, times: true).write(in: &html)
            if answer.isEmpty { visit.nothing(visit.desk.nothing(about: answer.title, knownBy: answer.knownBy), in: &html) }
            strip?.write(in: &html)
            let markup = visit.entries(answer.collation)
            for group in Group.all(answer.entries, key: { $0.year }) {
                html.element("h2", [:], group[0].year)
                markup.list(group, in: &html)
            }
            if answer.shown < answer.total {
                html.element("p", ["class": "cut"]) { html in
                    html.text(
                        "The newest \(answer.shown) of \(answer.isTotalExact ? "" : "more than ")\(answer.isTotalExact ? answer.total : answer.total - 1) statements. "
                    )
                    if let next = answer.next {
                        var query = visit.query.items.filter { !["cursor", "on", "known-by"].contains($0.name) && !$0.value.isEmpty }
                            .map { ($0.name, $0.value) }
                        query.append(("cursor", next))
                        html.link(visit.links.to(["timeline"], query), "Earlier ones")
                    }
                }
            }
        }
    }
}

extension TimelineAnswer.Entry {
    fileprivate var year: String { (date?.earliest ?? reported).map { String($0.year) } ?? "Undated" }
}

/// The form with which an answer is narrowed.
struct Filter {
    let visit: Visit
    let path: String
    /// How many states can be named.
    let states: Int
    var kinds = false
    var statuses = false
    var times = false

    func write(in html: inout HTML) {
        html.element("form", ["class": "filter", "action": path, "method": "get"]) { html in
            let named = visit.query.all("state")
            for index in 0..<states {
                StateField.field(
                    "state", index == 0 ? "State" : "and", value: index < named.count ? named[index] : "", list: true, required: false,
                    in: &html)
            }
            if times {
                for name in ["from", "to"] {
                    html.element("label", [:]) { html in
                        html.text(name == "from" ? "From " : "To ")
                        html.empty("input", ["type": "date", "name": name, "value": visit.query[name] ?? ""])
                    }
                }
            }
            if statuses { choice("status", "Status", Status.allCases.map(\.rawValue), in: &html) }
            if kinds { choice("kind", "Kind", ["event", "agreement", "claim", "question"], in: &html) }
            StateField.days(visit.links, in: &html)
            html.element("button", [:], "Show")
            StateField.list(visit, in: &html)
        }
    }

    private func choice(_ name: String, _ label: String, _ words: [String], in html: inout HTML) {
        html.element("label", [:]) { html in
            html.text(label + " ")
            html.element("select", ["name": name]) { html in
                html.element("option", ["value": ""], "any")
                for word in words {
                    html.element("option", ["value": word, "selected": visit.query[name] == word ? "" : nil], word)
                }
            }
        }
    }
}

extension Visit {
    /// Asks with what the query says, its states as the words.
    func ask<T>(asking takes: [Parameter], _ body: (Asked) throws(Problem) -> T) throws(Refusal) -> T {
        let asked = try asked(query.all("state"), takes)
        return try ask { () throws(Problem) in try body(asked) }
    }
}
