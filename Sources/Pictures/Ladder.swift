package import CasusCore
package import Treaties

/// A chain of treaties as a ladder in time: a rung a treaty, with the gaps and with what each did to earlier ones.
///
/// ```swift
/// let ladder = Ladder(book.supersession(between: a, and: b), between: (a, b), titled: "Russia and North Korea", on: day)
/// let html = ladder.html { "/treaty/\($0)" }
/// let file = ladder.file()
/// ```
package struct Ladder: Sendable {
    /// One treaty's place in it.
    struct Step {
        /// From 1, the name by which connectors speak of it.
        var number: Int
        var rung: Supersession.Rung
        var promise: Promise
        /// Whether it is the treaty whose chain this is.
        var isSelf: Bool
    }

    /// What it is about: "Treaties between Russia and North Korea".
    package let title: String
    let steps: [Step]
    let gaps: [Supersession.Gap]
    let helpGaps: [Supersession.Gap]
    let day: Day?
    /// Whether it is of two states, so that a promise can be one to others.
    let isOfPair: Bool

    /// The ladder of two states.
    ///
    /// - Parameters:
    ///   - pair: the codes that each of the two bore in its times.
    ///   - helpGaps: the times between their promises of help.
    ///   - day: the day asked about.
    package init(
        _ chain: Supersession, between pair: (Set<String>, Set<String>), helpGaps: [Supersession.Gap] = [], titled title: String,
        on day: Day?
    ) {
        self.init(chain, pair: pair, focus: nil, helpGaps: helpGaps, titled: title, on: day)
    }

    /// The ladder of a treaty's own chain, from `TreatyBook.chain(of:)`.
    package init(_ chain: Supersession, of treaty: String, titled title: String, on day: Day?) {
        self.init(chain, pair: nil, focus: treaty, helpGaps: [], titled: title, on: day)
    }

    private init(
        _ chain: Supersession, pair: (Set<String>, Set<String>)?, focus: String?, helpGaps: [Supersession.Gap], titled title: String,
        on day: Day?
    ) {
        steps = chain.rungs.enumerated().map { index, rung in
            Step(
                number: index + 1, rung: rung, promise: Promise(of: rung.treaty, between: pair),
                isSelf: rung.treaty.id == focus && chain.rungs.count > 1)
        }
        (gaps, self.helpGaps, self.title, self.day, isOfPair) = (chain.gaps, helpGaps, title, day, pair != nil)
    }

    /// The links of a step to others of the ladder, in their order.
    func links(of step: Step) -> [(how: Treaty.Link.How, to: Step)] {
        step.rung.links.compactMap { link in
            steps.first { $0.rung.treaty.id == link.treaty && $0.number != step.number }.map { (link.how, $0) }
        }.sorted { $0.1.number < $1.1.number }
    }

    /// The picture for a page, which gives it its colours: see `Look`.
    ///
    /// - Parameters:
    ///   - id: the beginning of all ids in it, of its own on its page.
    ///   - width: of the narrowest place in which it must be readable.
    ///   - link: where a treaty is told of; nil: nowhere.
    package func svg(id: String = "ladder", width: Int = 288, link: (_ treaty: String) -> String? = { _ in nil }) -> String {
        drawing(.page(width), id: id, look: nil, link: link)
    }

    /// Two pictures, for a narrow and for a wide page, of which `Look.widths` shows one: titles cannot be wrapped anew in the browser.
    package func html(id: String = "ladder", link: (_ treaty: String) -> String? = { _ in nil }) -> String {
        "<div class=\"pic-narrow\">\n\(svg(id: id, link: link))</div>\n"
            + "<div class=\"pic-wide\">\n\(svg(id: id + "-wide", width: Breadth.wide, link: link))</div>\n"
    }

    /// The same as a file of its own.
    package func file(width: Int = 720, look: Look = .light, link: (_ treaty: String) -> String? = { _ in nil }) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing(.sheet(width), id: "ladder", look: look, link: link)
    }

    private func drawing(_ breadth: Breadth, id: String, look: Look?, link: (String) -> String?) -> String {
        LadderDrawing(ladder: self, layout: LadderLayout(self, breadth), breadth: breadth, id: id).text(look: look, link: link)
    }
}
