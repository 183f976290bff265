import Answers
import CasusCore
import Treaties

/// One treaty: how it stands on the day, who is bound, what is promised, what came before and after, on which sources.
enum TreatyPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let gazetteer = try visit.treaties()
        let day = visit.treatyDay
        let answer = try visit.ask(.notFound) { () throws(Problem) in try TreatyAnswer(visit.path[1], on: day, gazetteer: gazetteer) }
        let treaty = answer.treaty
        let words = TreatyWords(gazetteer: gazetteer, day: day)
        let ladder = LadderMarkup(treaty, in: gazetteer.book, on: day, visit)
        return Page(title: treaty.title, kind: "treaty", answer: answer, picture: ladder.map { ladder in { ladder.file } }) { html in
            visit.heading(treaty.title, treaty.id, in: &html)
            status(treaty, words, visit, in: &html)
            parties(treaty, words, visit, in: &html)
            duties(treaty, words, visit, in: &html)
            articles(treaty, in: &html)
            chain(treaty, words, ladder, visit, in: &html)
            remarks(treaty, words, in: &html)
            sources(treaty, in: &html)
        }
    }

    private static func status(_ treaty: Treaty, _ words: TreatyWords, _ visit: Visit, in html: inout HTML) {
        html.element("div", ["class": "status"]) { html in
            html.element("p", ["class": "lead"], "On \(words.day): \(words.standing(treaty)).")
            if words.day != visit.on {
                html.element("p", ["class": "aside"], "\(words.day) is the last day that the treaties at hand cover.")
            }
            html.element("p", [:]) { html in
                html.text(treaty.force.words.prefix(1).uppercased() + treaty.force.words.dropFirst())
                html.text(", signed \(treaty.signed.told)\(treaty.place.map { " in \($0)" } ?? "").")
            }
            if !treaty.also.isEmpty { html.element("p", ["class": "fine"], "Also: " + treaty.also.joined(separator: "; ")) }
            if let ended = treaty.ended, let gist = ended.gist { html.element("p", [:], "Its end: \(gist)") }
            switch treaty.text {
            case .published: break
            case .partlySecret:
                html.element("p", [:], "Part of the text was secret\(treaty.published.map { " until \($0.told)" } ?? "").")
            case .secret: html.element("p", [:], "The text was secret\(treaty.published.map { " until \($0.told)" } ?? "").")
            case .unpublished: html.element("p", [:], "The text is not published; what stands here is known from statements about it.")
            }
            for contest in treaty.contests {
                html.element("div", ["class": "doubt"]) { html in
                    html.element(
                        "p", [:], "Contested from \(contest.from.told)\(contest.to.map { " to \($0.told)" } ?? ""): \(contest.gist)")
                    html.element("ul") { html in
                        for reading in contest.readings {
                            html.element(
                                "li", [:],
                                "\(reading.by): \(reading.holds ? "it holds" : "it does not hold")\(reading.gist.map { ". \($0)" } ?? "")")
                        }
                    }
                }
            }
        }
    }

    private static func parties(_ treaty: Treaty, _ words: TreatyWords, _ visit: Visit, in html: inout HTML) {
        let gazetteer = words.gazetteer
        html.element("section", ["aria-labelledby": "h-parties"]) { html in
            html.element("h2", ["id": "h-parties"], "Parties")
            html.table("The parties, in a table") { html in
                for name in ["State", "On \(words.day)", "From", "To", "Remarks"] {
                    html.element("th", ["scope": "col"], name)
                }
            } rows: { html in
                for party in treaty.parties {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) {
                            $0.link(visit.links.actor(party.state), gazetteer.name(party.state, on: words.day))
                        }
                        let standing = treaty.standing(of: party.state, on: words.day)
                        let isIn = treaty.standing(on: words.day).holds && standing.holds
                        html.element("td", [:], isIn == .yes ? "bound" : isIn == .no ? "not bound" : "unknown")
                        html.element("td", [:], (party.from ?? treaty.inForce)?.told ?? "")
                        html.element("td", [:], party.to?.told ?? "")
                        html.element("td", [:]) { html in
                            var remarks = [party.entry?.rawValue, party.exit.map { "left: " + $0.rawValue }].compactMap(\.self)
                            for leg in party.legs {
                                let with = leg.with.isEmpty ? "" : " towards " + leg.with.joined(separator: ", ")
                                remarks.append(
                                    "\(leg.is.rawValue)\(with) from \(leg.from.told)\(leg.to.map { " to \($0.told)" } ?? ""): \(leg.gist)"
                                )
                            }
                            html.text(remarks.joined(separator: "; "))
                            if let doubt = party.doubt { Badge.word("not confirmed: " + doubt, "b-doubt", in: &html) }
                        }
                    }
                }
            }
            if !treaty.signatories.isEmpty {
                html.element(
                    "p", [:],
                    "Signed, never bound: " + treaty.signatories.map { gazetteer.name($0, on: words.day) }.joined(separator: ", ") + ".")
            }
        }
    }

    private static func duties(_ treaty: Treaty, _ words: TreatyWords, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-duties"]) { html in
            html.element("h2", ["id": "h-duties"], "Duties and triggers")
            if treaty.duties.isEmpty { visit.nothing("It promises nothing.", in: &html) }
            var anchors: Set<String> = []
            for duty in treaty.duties {
                let anchor = duty.article.map { "article-" + $0 }
                html.element("article", ["class": "duty", "id": anchor.flatMap { anchors.insert($0).inserted ? $0 : nil }]) { html in
                    html.element("h3", [:]) { html in
                        html.text(duty.article.map { "Article \($0): " + duty.kind.rawValue } ?? duty.kind.rawValue.capitalisedFirst)
                        if duty.modality == .right { Badge.word("a right only", "b-duty", in: &html) }
                    }
                    html.element("p", [:], duty.gist)
                    html.element("dl") { html in
                        func row(_ name: String, _ value: String?) {
                            guard let value else { return }
                            html.element("dt", [:], name)
                            html.element("dd", [:], value)
                        }
                        row("Trigger", duty.trigger.map(words.words) ?? "owed at all times")
                        row("How", duty.discretion)
                        row("Owed by", states(duty.debtors, words))
                        row("Owed to", states(duty.creditors, words))
                        row("Holds", [duty.from.map { "from \($0.told)" }, duty.to.map { "to \($0.told)" }].compactMap(\.self).nonEmpty)
                        row("Nuclear means", duty.nuclear == .unstated ? nil : duty.nuclear.rawValue)
                        for exception in duty.exceptions {
                            row(
                                exception.states.map { words.gazetteer.name($0, on: words.day) }.joined(separator: ", "),
                                exception.gist)
                        }
                        row("Not confirmed", duty.doubt)
                        if !duty.source.isEmpty {
                            html.element("dt", [:], "Sources")
                            html.element("dd", [:]) { html in
                                for (index, key) in duty.source.enumerated() {
                                    if index > 0 { html.text(", ") }
                                    html.link("#source-" + key, key)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func states(_ side: Side, _ words: TreatyWords) -> String? {
        guard case .states(let states) = side else { return nil }
        return states.map { words.gazetteer.name($0, on: words.day) }.joined(separator: ", ")
    }

    private static func articles(_ treaty: Treaty, in html: inout HTML) {
        if treaty.articles.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-articles"]) { html in
            html.element("h2", ["id": "h-articles"], "Other articles")
            html.element("dl") { html in
                for article in treaty.articles {
                    html.element(
                        "dt", [:], article.article.first?.isNumber == true ? "Article " + article.article : article.article.capitalisedFirst
                    )
                    html.element("dd", [:], article.gist)
                }
            }
        }
    }

    private static func chain(
        _ treaty: Treaty, _ words: TreatyWords, _ ladder: LadderMarkup?, _ visit: Visit, in html: inout HTML
    ) {
        let book = words.gazetteer.book
        let later = book.later(than: treaty.id)
        if treaty.supersedes.isEmpty, later.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-chain"]) { html in
            html.element("h2", ["id": "h-chain"], "Before and after")
            ladder?.write(in: &html)
            html.element("ul") { html in
                for link in treaty.supersedes {
                    html.element("li") { html in
                        html.text("It \(link.how.rawValue) ")
                        html.link(visit.links.treaty(link.treaty), book[link.treaty]?.title ?? link.treaty)
                        html.text(link.gist.map { ": \($0)" } ?? "")
                    }
                }
                for (other, link) in later {
                    html.element("li") { html in
                        html.link(visit.links.treaty(other.id), other.title)
                        html.text(" \(link.how.rawValue) it\(link.gist.map { ": \($0)" } ?? "")")
                    }
                }
            }
        }
    }

    private static func remarks(_ treaty: Treaty, _ words: TreatyWords, in html: inout HTML) {
        if !treaty.oftenAssumed.isEmpty {
            html.element("section", ["aria-labelledby": "h-assumed"]) { html in
                html.element("h2", ["id": "h-assumed"], "Often assumed, and not so")
                html.element("ul") { html in for it in treaty.oftenAssumed { html.element("li", [:], it.why) } }
            }
        }
        if let note = treaty.note { html.element("p", ["class": "aside"], note) }
        let doubts = words.doubts(treaty)
        if doubts.isEmpty { return }
        html.element("section", ["class": "doubt", "aria-labelledby": "h-doubts"]) { html in
            html.element("h2", ["id": "h-doubts"], "Not confirmed")
            html.element("ul") { html in for doubt in doubts { html.element("li", [:], doubt) } }
        }
    }

    private static func sources(_ treaty: Treaty, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-sources"]) { html in
            html.element("h2", ["id": "h-sources"], "Sources")
            html.element("ul", ["class": "sources"]) { html in
                for source in treaty.sources {
                    html.element("li", ["id": "source-" + source.key]) { html in
                        html.text("\(source.key): ")
                        // Only the web is linked to, whatever a file says.
                        if let url = source.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
                            html.link(url, source.cite)
                        } else {
                            html.text(source.cite)
                        }
                        if !source.seen { html.text(" (not seen by the editors)") }
                    }
                }
            }
        }
    }
}

extension [String] {
    /// Its words in a line; nil of none.
    fileprivate var nonEmpty: String? { isEmpty ? nil : joined(separator: " ") }
}
