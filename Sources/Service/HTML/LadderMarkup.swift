import Answers
import CasusCore
import Pictures
import Treaties

/// Treaties one after another, with the times in between: a picture, and the same as a list.
struct LadderMarkup {
    let visit: Visit
    let ladder: Ladder
    let chain: Supersession
    let helpGaps: [Supersession.Gap]

    /// Of a pair; nil where the two never had a treaty.
    init?(_ answer: PactsAnswer, _ visit: Visit) {
        guard let chain = answer.ladder, !chain.rungs.isEmpty else { return nil }
        (self.visit, self.chain, helpGaps) = (visit, chain, answer.helpGaps)
        let names = answer.states.map { answer.gazetteer.name($0, on: answer.day) }
        let codes = answer.states.map(visit.desk.codes)
        ladder = Ladder(
            chain, between: (codes.first ?? [], codes.last ?? []), helpGaps: helpGaps, titled: "Treaties between " + enumeration(names),
            on: answer.day)
    }

    /// Of one treaty's own chain; nil where nothing came before it or after.
    init?(_ treaty: Treaty, in book: TreatyBook, on day: Day, _ visit: Visit) {
        guard let chain = book.chain(of: treaty.id), chain.rungs.count > 1 else { return nil }
        (self.visit, self.chain, helpGaps) = (visit, chain, [])
        ladder = Ladder(chain, of: treaty.id, titled: "What came before and after: " + treaty.title, on: day)
    }

    /// The picture as a file of its own.
    var file: String { ladder.file() }

    func write(in html: inout HTML) {
        html.element("figure", ["class": "picture"]) { html in
            html.picture(svg: ladder.html { visit.links.treaty($0) })
        }
        html.element("details") { html in
            html.element("summary", [:], "As a list")
            list(in: &html)
        }
    }

    private func list(in html: inout HTML) {
        html.element("ol", ["class": "chain"]) { html in
            var gaps = chain.gaps[...]
            for rung in chain.rungs {
                if let gap = gaps.first, let from = rung.from?.earliest, gap.to < from {
                    html.element("li", ["class": "gap"], "\(gap.from) to \(gap.to): none of these in force")
                    gaps.removeFirst()
                }
                html.element("li", ["class": rung.treaty.strongest.map(\.isHelp) == true ? "rung help" : "rung"]) { html in
                    html.text(rung.from.map { "\($0.told) to \(rung.to?.told ?? "now"): " } ?? "never in force: ")
                    html.link(visit.links.treaty(rung.treaty.id), rung.treaty.title)
                    html.text(", \(rung.treaty.strongest?.rawValue ?? "no duty")")
                    for link in rung.links {
                        guard let other = chain.rungs.first(where: { $0.treaty.id == link.treaty }) else { continue }
                        html.text("; \(link.how.rawValue) ")
                        html.link(visit.links.treaty(link.treaty), "that of \(other.treaty.signed.told)")
                    }
                }
            }
        }
        for gap in helpGaps { html.element("p", ["class": "aside"], "No promise of help between the two: \(gap.from) to \(gap.to).") }
    }
}
