import Answers
import CasusCore
import Collating
import Ledger
import Treaties

/// The dossier of a pair: what there is between the two.
enum PairPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let names = try sides(visit)
        let answer = try visit.ask(.notFound) { () throws(Problem) in
            var asked = Asked()
            asked.words = names
            (asked.on, asked.knownBy) = (visit.on, visit.links.knownBy)
            asked.limit = visit.query["limit"].flatMap { Int($0) }.map { max(1, min($0, 10_000)) } ?? 150
            return try DossierAnswer(asked, at: visit.desk)
        }
        return Page(title: answer.title, kind: "pair", answer: answer, picture: picture(answer, visit)) { html in
            visit.heading(answer.title, "dossier", in: &html)
            nav(answer, visit, in: &html)
            pacts(answer, visit, in: &html)
            for section in answer.sections {
                html.element("section", ["aria-labelledby": "h-\(section.id)"]) { html in
                    html.element("h2", ["id": "h-\(section.id)"], section.title)
                    visit.entries(answer.collation, showsStatus: section.key == "disputes", showsVoices: section.key == "disputes")
                        .list(section.entries, in: &html)
                }
            }
            if answer.sections.isEmpty { visit.nothing(visit.desk.nothing(about: answer.title, knownBy: answer.knownBy), in: &html) }
            if answer.shown < answer.total {
                html.element("p", ["class": "cut"]) { html in
                    html.text(
                        "From the newest \(answer.shown) of \(answer.isTotalExact ? "" : "more than ")\(answer.isTotalExact ? answer.total : answer.total - 1) statements. "
                    )
                    html.link(visit.links.timeline(answer.sides.map(\.code)), "The timeline has the rest")
                    html.text(".")
                }
            }
        }
    }

    /// Two sides as a form gives them, by names or codes.
    static func chosen(_ visit: Visit) throws(Refusal) -> Response {
        guard let a = visit.query["a"], let b = visit.query["b"] else {
            throw Refusal(.badRequest, "a dossier is about two", mend: "write /pair/PRK-RUS")
        }
        let sides = try visit.ask { () throws(Problem) in
            (try visit.desk.side(a, on: visit.treatyDay), try visit.desk.side(b, on: visit.treatyDay))
        }
        return Response.redirect(visit.links.pair(sides.0.code, sides.1.code))
    }

    /// `PRK-RUS`, where no code has a hyphen; else two parts of the path.
    private static func sides(_ visit: Visit) throws(Refusal) -> [String] {
        if visit.path.count == 3 { return Array(visit.path[1...]) }
        let word = visit.path[1]
        let cuts = word.indices.filter { word[$0] == "-" }
        for cut in cuts {
            let pair = [String(word[..<cut]), String(word[word.index(after: cut)...])]
            if !pair.contains(""), pair.allSatisfy({ (try? visit.desk.side($0, on: visit.treatyDay)) != nil }) { return pair }
        }
        guard let cut = cuts.first else {
            throw Refusal(.notFound, "names one side only", at: word, mend: "write /pair/PRK-RUS, or open /actor/\(word)")
        }
        return [String(word[..<cut]), String(word[word.index(after: cut)...])]
    }

    private static func nav(_ answer: DossierAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("nav", ["class": "toc", "aria-label": "On this page"]) { html in
            html.element("ul") { html in
                html.element("li") { $0.link("#h-pact", "Pact") }
                for section in answer.sections {
                    html.element("li") { $0.link("#h-\(section.id)", "\(section.short) \(section.entries.count)") }
                }
            }
            html.element("ul", ["class": "onward"]) { html in
                let codes = answer.sides.map(\.code)
                html.element("li") { $0.link(visit.links.timeline(codes), "Timeline") }
                html.element("li") { $0.link(visit.links.to(["claims"], codes.map { ("state", $0) }), "Claims") }
                for side in answer.sides {
                    html.element("li") { $0.link(visit.links.actor(side.code), side.name) }
                    if side.isState {
                        html.element("li") { html in
                            html.link(visit.links.to(["scenario"], [("attacked", side.code)]), "If \(side.name) is attacked")
                        }
                    }
                }
            }
        }
    }

    private static func pacts(_ answer: DossierAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-pact"]) { html in
            html.element("h2", ["id": "h-pact"], "Pact on \(answer.pacts.day)")
            let book = visit.desk.gazetteer.book
            if !answer.areTreatiesKnown {
                visit.nothing(
                    "Unknown: the treaties at hand are those between states from \(book.coverage.lowerBound) to \(book.coverage.upperBound).",
                    in: &html)
            } else {
                if answer.pacts.day != visit.on {
                    html.element("p", ["class": "aside"], "Treaties are told for \(answer.pacts.day), the last day that they cover.")
                }
                if answer.pacts.treaties.isEmpty {
                    visit.nothing("No treaty of the \(book.treaties.count) at hand was in force between them.", in: &html)
                }
                for treaty in answer.pacts.treaties { self.treaty(treaty, answer, visit, in: &html) }
            }
            instruments(answer, visit, in: &html)
            if answer.areTreatiesKnown { chain(answer, visit, in: &html) }
        }
    }

    private static func treaty(_ treaty: Treaty, _ answer: DossierAnswer, _ visit: Visit, in html: inout HTML) {
        let words = TreatyWords(gazetteer: visit.desk.gazetteer, day: answer.pacts.day)
        html.element("article", ["class": "treaty"]) { html in
            html.element("h3", [:]) { html in
                html.link(visit.links.treaty(treaty.id), treaty.title)
                Badge.word((treaty.strongest?.rawValue ?? "no duty") + (treaty.force.binds ? "" : ", not binding"), "b-duty", in: &html)
            }
            html.element("p", ["class": "fine"], words.standing(treaty))
            let groups = DutyGroup.all(answer.duties.filter { $0.treaty.id == treaty.id })
            if groups.isEmpty { return visit.nothing("It has no duty that one of the two owes the other.", in: &html) }
            html.element("ul", ["class": "duties"]) { html in
                for group in groups {
                    html.element("li") { html in
                        html.element("p", [:]) { html in
                            html.element("strong", [:], group.duty.kind.rawValue)
                            let who =
                                group.isMutual
                                ? "each to the other"
                                : "\(words.gazetteer.name(group.debtor, on: answer.pacts.day)) to \(words.gazetteer.name(group.creditor, on: answer.pacts.day))"
                            html.text(", \(who)")
                            if let article = group.duty.article {
                                html.text(", ")
                                html.link(visit.links.treaty(treaty.id, fragment: "article-" + article), "article \(article)")
                            }
                            html.text((group.duty.modality == .right ? " (a right only)" : "") + ": " + group.duty.gist)
                        }
                        if let trigger = group.duty.trigger { html.element("p", ["class": "fine"], "when: " + words.words(trigger)) }
                    }
                }
            }
        }
    }

    /// What reports tell of their instruments.
    private static func instruments(_ answer: DossierAnswer, _ visit: Visit, in html: inout HTML) {
        if answer.instruments.isEmpty { return }
        let book = visit.desk.gazetteer.book
        html.element("h3", [:], "As reported")
        html.element("ul", ["class": "plain"]) { html in
            for it in answer.instruments {
                html.element("li") { html in
                    html.element("p", [:]) { html in
                        html.element("strong", [:], it.name)
                        html.text(", \(it.stage.map { $0 == .inForce ? "in force" : $0.rawValue } ?? "")")
                        if let signed = it.signed { html.text((it.stage == .signed ? " " : ", signed ") + StatementWords.words(signed)) }
                        if let treaty = it.treaty {
                            html.text(": the ")
                            html.link(visit.links.treaty(treaty), book[treaty]?.title ?? treaty)
                        } else {
                            html.text(" (its text was not seen)")
                        }
                        for (index, old) in it.replaced.enumerated() {
                            html.text(index == 0 ? "; replaces " : ", ")
                            let name = old.told.date.map(StatementWords.words) ?? StatementWords.flat(old.told.text)
                            if let treaty = old.treaty { html.link(visit.links.treaty(treaty), name) } else { html.text(name) }
                        }
                        if !it.spheres.isEmpty { html.text("; covers " + it.spheres.joined(separator: ", ")) }
                    }
                    visit.evidence.quotes(it.statements, in: &html)
                }
            }
        }
    }

    private static func chain(_ answer: DossierAnswer, _ visit: Visit, in html: inout HTML) {
        guard let ladder = LadderMarkup(answer.pacts, visit) else { return }
        html.element("h3", [:], "Their treaties, one after another")
        ladder.write(in: &html)
    }

    private static func picture(_ answer: DossierAnswer, _ visit: Visit) -> (() -> String)? {
        answer.areTreatiesKnown ? LadderMarkup(answer.pacts, visit).map { ladder in { ladder.file } } : nil
    }
}

/// Duties that each owes the other alike stand together.
private struct DutyGroup {
    var duty: Duty
    var debtor: String
    var creditor: String
    var isMutual: Bool

    static func all(_ duties: [PairDuty]) -> [DutyGroup] {
        var told: Set<Duty> = []
        return duties.compactMap { it in
            guard told.insert(it.duty).inserted else { return nil }
            return DutyGroup(duty: it.duty, debtor: it.debtor, creditor: it.creditor, isMutual: duties.count { $0.duty == it.duty } == 2)
        }
    }
}

extension DossierAnswer.Section {
    /// For the address of the section.
    var id: String { key.replacing(".", with: "-").replacing("_", with: "-") }

    /// Of the title what tells it from others.
    var short: String { String(title.split(separator: ",")[0]) }
}
