/// Words at a place of a picture.
struct Label: Hashable {
    enum Anchor: String { case start, middle, end }

    /// Along the width, 0 to 1, and in pixels from there.
    var x: Double
    var dx = 0.0
    /// Of the line on which the letters stand.
    var y: Double
    var anchor = Anchor.start
    var text: String
    var lettering: Lettering
    /// What the stylesheet knows it by.
    var role: String

    /// From where to where it reaches in a picture of a width.
    func reach(width: Double) -> ClosedRange<Double> {
        let length = lettering.width(text)
        let start =
            switch anchor {
            case .start: x * width + dx
            case .middle: x * width + dx - length / 2
            case .end: x * width + dx - length
            }
        return start...(start + length)
    }

    /// The same with the anchor that keeps it inside the picture, where it can be kept.
    func kept(inside width: Double) -> Label {
        var kept = self
        let reach = reach(width: width)
        if reach.lowerBound < 0 { (kept.anchor, kept.x, kept.dx) = (.start, 0, 0) }
        if reach.upperBound > width { (kept.anchor, kept.x, kept.dx) = (.end, 1, 0) }
        return kept
    }

    func draw(in svg: inout Markup, _ breadth: Breadth) {
        svg.leaf(
            "text",
            [
                "class": role, "x": breadth.x(x), "y": decimal(y), "dx": dx == 0 ? nil : decimal(dx),
                "text-anchor": anchor == .start ? nil : anchor.rawValue, "font-size": decimal(lettering.size),
                "font-weight": lettering.isBold ? "bold" : nil,
            ], text)
    }
}
