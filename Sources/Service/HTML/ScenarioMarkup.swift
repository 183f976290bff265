import Answers
import CasusCore
import Pacts
import Treaties

/// What follows from a scenario: in words first, then duty by duty with the proof folded away.
struct ScenarioMarkup {
    let visit: Visit
    let answer: ScenarioAnswer

    private var gazetteer: Gazetteer { answer.gazetteer }
    /// Below the heading of the act, where there is more than one.
    private var heading: StaticString { answer.outcome.acts.count > 1 ? "h3" : "h2" }

    func write(in html: inout HTML) {
        let strikes = answer.outcome.acts.count(where: \.isEscalation)
        if strikes > 0 {
            html.element(
                "p", ["class": "doubt"],
                "A hypothesis, no duty: the attacker strikes each state that is bound to help, here \(strikes), step by step.")
        }
        for number in answer.outcome.acts.indices { act(number, in: &html) }
        html.element(
            "p", ["class": "fine"],
            "Bound means: by the treaty, if the act is as stated and those who have to judge it judge so. \(gazetteer.book.treaties.count) instruments were asked, and no others; they were collected for \(gazetteer.book.coverage.lowerBound) to \(gazetteer.book.coverage.upperBound)."
        )
    }

    private func act(_ number: Int, in html: inout HTML) {
        let act = answer.outcome.acts[number]
        html.element("section", ["class": "outcome", "id": "act-\(number + 1)"]) { html in
            if answer.outcome.acts.count > 1 {
                html.element("h2", [:], "\(number + 1). " + ActWords.sentence(act, gazetteer) + (act.isEscalation ? " (escalation)" : ""))
            }
            if let nature = answer.words(natureOf: number) { html.element("p", [:], nature) }
            if act.kind != .peace { html.element("p", ["class": "lead"], answer.summary(ofAct: number)) }
            let assumed = ActWords.assumptions(act, gazetteer)
            if !assumed.isEmpty { html.element("p", ["class": "aside"], "Taken as given: " + assumed.joined(separator: "; ") + ".") }
            given(act, in: &html)
            if act.kind == .peace || act.isEscalation { return }
            for section in answer.sections(ofAct: number) {
                html.element(heading, [:], section.heading)
                for group in section.groups { self.group(group, in: &html) }
            }
            misses(number, in: &html)
            conflicts(number, in: &html)
        }
    }

    /// Facts that the address gives, each with the way to take it back.
    private func given(_ act: Act, in html: inout HTML) {
        let keys = act.facts.keys
        if keys.isEmpty { return }
        html.element("p", ["class": "aside"]) { html in
            html.text("Given: ")
            for key in keys {
                let value = act.facts[key]
                let name = String(key.prefix { $0 != ":" })
                let question = gazetteer.book.conditions[name]?.question ?? key.replacing("-", with: " ") + ":"
                html.text("\(question) \(value == .yes ? "Yes" : value == .no ? "No" : "Unknown") ")
                html.link(address(fact: key, nil), "take back", "choice")
                html.text(" ")
            }
        }
    }

    private func group(_ group: [Answer], in html: inout HTML) {
        let first = group[0]
        html.element("div", ["class": "duty v-\(first.verdict.rawValue)"]) { html in
            html.element("p", ["class": "who"]) { html in
                Badge.verdict(first.verdict.rawValue, in: &html)
                html.text(" ")
                states(group, in: &html)
                if first.to != answer.outcome.acts[first.act].victim {
                    html.text(", to \(gazetteer.named(first.to, on: answer.outcome.acts[first.act].on))")
                }
            }
            html.element("p", ["class": "by"]) { html in
                html.text("by ")
                html.link(
                    visit.links.treaty(first.treaty.id, fragment: first.duty.article.map { "article-" + $0 }),
                    answer.cite(first.treaty, first.duty))
                html.text(answer.force(first.treaty) + ": " + first.duty.gist)
            }
            if let discretion = first.duty.discretion, discretion != first.duty.gist {
                html.element("p", ["class": "fine"], "how: \(discretion)" + answer.judge(first.duty))
            }
            let words = answer.words(first)
            for check in first.proof where check.holds == .no {
                html.element("p", ["class": "fine"], "excused because: " + words.detail(check))
            }
            if first.verdict != .excused { open(first, in: &html) }
            proof(group, in: &html)
        }
    }

    private func states(_ group: [Answer], in html: inout HTML) {
        let act = answer.outcome.acts[group[0].act]
        let states = group.map { ($0.state, gazetteer.name($0.state, on: act.on)) }.sorted { $0.1 < $1.1 }
        if states.count > 3 { html.text("\(states.count) states: ") }
        for (index, (code, name)) in states.enumerated() {
            if index > 0 { html.text(", ") }
            html.link(visit.links.actor(code), name, "actor")
        }
    }

    /// What would settle it, with the way to give it.
    private func open(_ first: Answer, in html: inout HTML) {
        let words = answer.words(first)
        var told: Set<String> = []
        for check in first.proof where check.holds == .unknown {
            let detail = words.detail(check)
            if !told.insert(detail).inserted { continue }
            html.element("p", ["class": "open"]) { html in
                html.text("open: " + detail + " ")
                if let asks = check.asks {
                    html.link(address(fact: asks.description, "yes"), "if so", "choice")
                    html.text(" ")
                    html.link(address(fact: asks.description, "no"), "if not", "choice")
                }
            }
        }
    }

    private func proof(_ group: [Answer], in html: inout HTML) {
        html.element("details", ["class": "proof"]) { html in
            html.element("summary", [:], "Proof")
            let (shared, own) = answer.proof(of: group)
            html.element("ul") { html in for step in shared { html.element("li", [:], step) } }
            for (state, steps) in own {
                html.element("p", [:], state)
                html.element("ul") { html in for step in steps { html.element("li", [:], step) } }
            }
            let doubts = Group.all(group.flatMap(\.doubts), key: { $0 }).map { $0[0] }
            if !doubts.isEmpty {
                html.element("p", [:], "Not confirmed:")
                html.element("ul") { html in for doubt in doubts { html.element("li", [:], doubt) } }
            }
        }
    }

    private func misses(_ number: Int, in html: inout HTML) {
        let (own, allies) = answer.misses(ofAct: number)
        if own.isEmpty, allies.isEmpty { return }
        html.element(heading, [:], "Not bound, though often assumed")
        html.element("ul", ["class": "plain misses"]) { html in
            for group in own {
                html.element("li") { html in
                    html.element("strong", [:], answer.names(group))
                    html.element("p", [:], answer.why(group[0]))
                }
            }
            if !allies.isEmpty {
                html.element("li") { html in
                    html.element("p", [:], "The pacts of the attacker are due only where it is attacked, and here it attacks:")
                    html.element("ul") { html in
                        for group in allies {
                            let treaty = group[0].treaty
                            html.element("li") { html in
                                html.link(visit.links.treaty(treaty.id), group[0].duty.map { answer.cite(treaty, $0) } ?? treaty.title)
                                html.text(" (" + answer.names(group) + ")")
                            }
                        }
                    }
                }
            }
        }
    }

    private func conflicts(_ number: Int, in html: inout HTML) {
        let conflicts = answer.conflicts(ofAct: number)
        if conflicts.isEmpty { return }
        html.element(heading, [:], "Conflicts")
        html.element("ul", ["class": "plain"]) { html in
            for same in conflicts {
                html.element("li") { html in
                    html.text(answer.why(same[0]) + ".")
                    if same.count > 1 {
                        let others = same.dropFirst().map { gazetteer.name($0.state, on: answer.outcome.acts[$0.act].on) }
                        html.element("p", ["class": "fine"], "Likewise " + others.joined(separator: ", ") + ".")
                    }
                }
            }
        }
    }

    /// The same scenario with a fact given otherwise; nil takes it back.
    private func address(fact key: String, _ value: String?) -> String {
        var query: [(String, String)] = []
        for (name, text) in visit.query.items where !text.isEmpty {
            if name == "fact", text.prefix(while: { $0 != "=" }).replacing("_", with: "-") == key { continue }
            query.append((name, text))
        }
        if let value { query.append(("fact", "\(key)=\(value)")) }
        return visit.links.to(["scenario"], query)
    }
}
