import Answers
import CasusCore
import Ledger
import Treaties
import WhosWho

/// One state or organisation: names, office holders, what binds it, what it says and what is said of it.
enum ActorPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask(.notFound) { () throws(Problem) in
            var asked = Asked()
            asked.words = [visit.path[1]]
            (asked.on, asked.knownBy) = (visit.on, visit.links.knownBy)
            return try ActorAnswer(asked, at: visit.desk)
        }
        return Page(title: answer.side.name, kind: "actor", answer: answer) { html in
            visit.heading(answer.side.name, answer.side.code, in: &html)
            names(answer, in: &html)
            onward(answer, visit, in: &html)
            html.element("div", ["class": "columns"]) { html in
                officers(answer, visit, in: &html)
                partners(answer, visit, in: &html)
            }
            promises("Bound by", answer.owes, answer, visit, in: &html)
            promises("Owed by others", answer.owed, answer, visit, in: &html)
            claims("Claims by it", answer.claimsBy, visit, in: &html)
            claims("Claims about it", answer.claimsAbout, visit, in: &html)
            if answer.shown < answer.total {
                html.element(
                    "p", ["class": "cut"],
                    "From the newest \(answer.shown) of \(answer.isTotalExact ? "" : "more than ")\(answer.isTotalExact ? answer.total : answer.total - 1) claims."
                )
            }
            if answer.isEmpty { visit.nothing("Nothing more is known of it.", in: &html) }
        }
    }

    private static func names(_ answer: ActorAnswer, in html: inout HTML) {
        let valid = answer.appellations.filter { $0.period.contains(answer.day) }
        html.element("dl", ["class": "facts"]) { html in
            for (label, use) in [("Names", "name"), ("Adjectives", "adjective"), ("Capital", "capital")] {
                let names = StatementWords.unique(valid.filter { $0.use == use && $0.text != answer.side.name }.map(\.text))
                if names.isEmpty { continue }
                html.element("dt", [:], label)
                html.element("dd", [:], names.joined(separator: ", "))
            }
            let earlier = StatementWords.unique(
                answer.appellations.filter { $0.use == "name" && !$0.period.contains(answer.day) }.map { it in
                    let (from, to) = (it.period.from, it.period.to)
                    let time = from.map { from in to.map { "\(from) to \($0)" } ?? "from \(from)" } ?? to.map { "until \($0)" }
                    return it.text + (time.map { " (\($0))" } ?? "")
                })
            if !earlier.isEmpty {
                html.element("dt", [:], "At other times")
                html.element("dd", [:], earlier.joined(separator: ", "))
            }
            if answer.side.codes.count > 1 {
                html.element("dt", [:], "Codes")
                html.element("dd", [:], answer.side.codes.sorted().joined(separator: ", "))
            }
            if let organisation = answer.organisation {
                html.element("dt", [:], "Kind")
                html.element("dd", [:], organisation.kind + (organisation.parent.map { " of \($0)" } ?? ""))
            }
        }
    }

    private static func onward(_ answer: ActorAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("nav", ["class": "toc", "aria-label": "More of it"]) { html in
            html.element("ul", ["class": "onward"]) { html in
                let code = answer.side.code
                html.element("li") { $0.link(visit.links.timeline([code]), "Timeline") }
                html.element("li") { $0.link(visit.links.to(["claims"], [("state", code)]), "Claims") }
                html.element("li") { $0.link(visit.links.to(["questions"], [("state", code)]), "Open") }
                if answer.side.isState {
                    html.element("li") { $0.link(visit.links.to(["treaties"], [("state", code)]), "Treaties") }
                    html.element("li") { $0.link(visit.links.to(["scenario"], [("attacked", code)]), "If it is attacked") }
                }
            }
        }
    }

    private static func officers(_ answer: ActorAnswer, _ visit: Visit, in html: inout HTML) {
        if answer.officers.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-office"]) { html in
            html.element("h2", ["id": "h-office"], "In office on \(answer.day)")
            html.element("ul", ["class": "plain"]) { html in
                for officer in answer.officers { html.element("li", [:], ActorAnswer.words(officer).capitalisedFirst) }
            }
        }
    }

    private static func partners(_ answer: ActorAnswer, _ visit: Visit, in html: inout HTML) {
        if answer.partners.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-partners"]) { html in
            html.element("h2", ["id": "h-partners"], "Most often with")
            html.element("ul", ["class": "plain"]) { html in
                for it in answer.partners.prefix(12) {
                    html.element("li") { html in
                        html.link(
                            visit.links.pair(answer.side.code, it.code ?? it.name),
                            visit.desk.gazetteer.name(it.code ?? it.name, on: visit.on))
                        html.text(it.statements == 1 ? ", 1 statement" : ", \(it.statements) statements")
                    }
                }
            }
            if answer.partners.count > 12 { html.element("p", ["class": "cut"], "showing 12 of \(answer.partners.count)") }
            if let reach = answer.partnersReach { html.element("p", ["class": "cut"], "counted over the newest \(reach) statements") }
        }
    }

    private static func promises(
        _ title: String, _ promises: [ActorAnswer.Promise], _ answer: ActorAnswer, _ visit: Visit, in html: inout HTML
    ) {
        if !answer.side.isState { return }
        html.element("section", [:]) { html in
            html.element("h2", [:], title)
            if !answer.areTreatiesKnown {
                visit.nothing("Unknown: the day lies outside what the treaties at hand cover.", in: &html)
            } else if promises.isEmpty {
                visit.nothing("No promise in the treaties at hand.", in: &html)
            }
            for kind in DutyKind.allCases {
                let its = promises.filter { $0.duty.kind == kind }
                if its.isEmpty { continue }
                html.element("h3", [:], kind.rawValue.capitalisedFirst)
                html.element("ul", ["class": "plain"]) { html in
                    for it in its {
                        html.element("li") { html in
                            html.link(
                                visit.links.treaty(it.treaty.id, fragment: it.duty.article.map { "article-" + $0 }),
                                it.treaty.title + (it.duty.article.map { ", article \($0)" } ?? ""))
                            if it.duty.modality == .right { html.text(" (a right only)") }
                            html.element("p", ["class": "fine"]) { html in
                                html.text(it.duty.gist + " · ")
                                for (index, state) in it.others.prefix(8).enumerated() {
                                    if index > 0 { html.text(", ") }
                                    html.link(visit.links.pair(answer.side.code, state), visit.desk.gazetteer.name(state, on: answer.day))
                                }
                                if it.others.count > 8 { html.text(" and \(it.others.count - 8) more") }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func claims(_ title: String, _ kept: [Kept], _ visit: Visit, in html: inout HTML) {
        if kept.isEmpty { return }
        html.element("section", [:]) { html in
            html.element("h2", [:], title)
            html.element("ol", ["class": "entries"]) { html in
                for it in kept.prefix(60) {
                    html.element("li", ["class": "entry k-claim"]) { html in
                        html.element("p", ["class": "when"], it.day?.description ?? "undated")
                        html.element("div", ["class": "what"]) { html in
                            html.element("p", ["class": "act"]) { visit.act.statement(it.statement, in: &$0) }
                            visit.evidence.source(it, in: &html)
                        }
                    }
                }
            }
            if kept.count > 60 { html.element("p", ["class": "cut"], "showing 60 of \(kept.count)") }
        }
    }
}

/// Who appears in the ledger.
enum ActorsPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask(asking: ActorsAnswer.takes) { (asked: Asked) throws(Problem) in
            var asked = asked
            asked.to = min(asked.to ?? visit.on, visit.on)
            asked.on = nil
            return try ActorsAnswer(asked, at: visit.desk)
        }
        return Page(title: "Who appears", kind: "actors", answer: answer) { html in
            visit.heading("Who appears", in: &html)
            Filter(visit: visit, path: "/actors", states: 1, times: true).write(in: &html)
            if answer.counts.isEmpty { visit.nothing("Nobody.", in: &html) }
            html.table("Who appears") { html in
                for name in ["Name", "Code", "Sector", "Statements", "First", "Last"] {
                    html.element("th", ["scope": "col", "class": name == "Statements" ? "number" : nil], name)
                }
            } rows: { html in
                for it in answer.counts {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) { $0.link(visit.links.actor(it.code ?? it.name), it.name) }
                        html.element("td", [:], it.code ?? "")
                        html.element("td", [:], it.sector.map(SectorWords.word) ?? "")
                        html.element("td", ["class": "number"], String(it.statements))
                        html.element("td", [:], it.first?.description ?? "")
                        html.element("td", [:], it.last?.description ?? "")
                    }
                }
            }
            if answer.counts.count < answer.total {
                html.element("p", ["class": "cut"]) { html in
                    html.text("showing \(answer.counts.count) of \(answer.total). ")
                    visit.more(than: answer.counts.count, in: &html)
                }
            }
            if let reach = answer.reach { html.element("p", ["class": "cut"], "counted over the newest \(reach) statements") }
        }
    }
}
