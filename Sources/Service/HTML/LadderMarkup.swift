import Answers
import CasusCore
import Treaties

/// Treaties one after another, with the times in between.
struct LadderMarkup {
    let visit: Visit
    let day: Day

    func chain(_ ladder: Supersession, helpGaps: [Supersession.Gap], in html: inout HTML) {
        html.element("ol", ["class": "chain"]) { html in
            var gaps = ladder.gaps[...]
            for rung in ladder.rungs {
                if let gap = gaps.first, let from = rung.from?.earliest, gap.to < from {
                    html.element("li", ["class": "gap"], "\(gap.from) to \(gap.to): none of these in force")
                    gaps.removeFirst()
                }
                html.element("li", ["class": rung.treaty.strongest.map(\.isHelp) == true ? "rung help" : "rung"]) { html in
                    html.text(rung.from.map { "\($0.told) to \(rung.to?.told ?? "now"): " } ?? "never in force: ")
                    html.link(visit.links.treaty(rung.treaty.id), rung.treaty.title)
                    html.text(", \(rung.treaty.strongest?.rawValue ?? "no duty")")
                    for link in rung.links {
                        guard let other = ladder.rungs.first(where: { $0.treaty.id == link.treaty }) else { continue }
                        html.text("; \(link.how.rawValue) ")
                        html.link(visit.links.treaty(link.treaty), "that of \(other.treaty.signed.told)")
                    }
                }
            }
        }
        for gap in helpGaps { html.element("p", ["class": "aside"], "No promise of help between the two: \(gap.from) to \(gap.to).") }
    }
}
