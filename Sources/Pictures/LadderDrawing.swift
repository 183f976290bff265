import CasusCore
import Treaties

/// Writes a ladder down as SVG.
struct LadderDrawing {
    let ladder: Ladder
    let layout: LadderLayout
    let breadth: Breadth
    let id: String

    private typealias Bar = LadderLayout.Bar

    func text(look: Look?, link: (String) -> String?) -> String {
        var svg = Markup()
        let frame = Frame(id: id, title: ladder.title, words: ladder.words, breadth: breadth, height: layout.height, look: look)
        frame.draw(in: &svg, kind: "pic-ladder") { svg in
            svg.element("defs", [:]) { svg in
                Hatching.lines.draw(in: &svg, id: id + "-hatch", role: "pic-hatch")
                Hatching.dots.draw(in: &svg, id: id + "-dots", role: "pic-dots")
            }
            svg.element("g", ["aria-hidden": "true"]) { svg in
                drawAxis(in: &svg)
                for connector in layout.connectors { draw(connector, in: &svg) }
            }
            for row in layout.rows { draw(row, link: link, in: &svg) }
            svg.element("g", ["aria-hidden": "true"]) { svg in drawLegend(in: &svg) }
        }
        return svg.text
    }

    private func drawAxis(in svg: inout Markup) {
        let (top, bottom) = (decimal(layout.top), decimal(layout.bottom))
        for tick in layout.axis.ticks {
            let x = breadth.x(layout.axis.place(of: tick.day))
            if tick.label != nil { svg.leaf("line", ["class": "pic-grid", "x1": x, "x2": x, "y1": top, "y2": bottom]) }
            svg.leaf("line", ["class": "pic-tick", "x1": x, "x2": x, "y1": decimal(layout.top - (tick.label == nil ? 3 : 6)), "y2": top])
        }
        svg.leaf("line", ["class": "pic-tick", "x1": "0", "x2": breadth.width, "y1": top, "y2": top])
        for row in layout.rows {
            let y = decimal(row.bottom)
            svg.leaf("line", ["class": "pic-rule", "x1": "0", "x2": breadth.width, "y1": y, "y2": y])
        }
        for label in layout.axisLabels { label.draw(in: &svg, breadth) }
        if let now = layout.now {
            let x = breadth.x(now.x)
            svg.leaf("line", ["class": "pic-now", "x1": x, "x2": x, "y1": "17", "y2": bottom])
            now.label.draw(in: &svg, breadth)
        }
    }

    private func draw(_ connector: LadderLayout.Connector, in svg: inout Markup) {
        let isDown = connector.to > connector.from
        let x = breadth.x(connector.x)
        let tip = connector.to + (isDown ? -7 : 7)
        let (y, aside, dashes) = (decimal(connector.from), decimal(Double(connector.lane) * Lane.step), connector.how.dashes)
        if connector.start != connector.x {
            svg.leaf(
                "line",
                ["class": "pic-line", "x1": breadth.x(connector.start), "x2": x, "y1": y, "y2": y, "stroke-dasharray": dashes])
        }
        if connector.lane > 0 {
            at(x, connector.from, in: &svg) { svg in
                svg.leaf("line", ["class": "pic-line", "x1": "0", "x2": aside, "y1": "0", "y2": "0", "stroke-dasharray": dashes])
            }
        }
        svg.element("g", ["transform": connector.lane == 0 ? nil : "translate(\(aside) 0)"]) { svg in
            svg.leaf(
                "line",
                [
                    "class": "pic-line", "x1": x, "x2": x, "y1": y, "y2": decimal(tip), "stroke-dasharray": dashes,
                ])
            at(x, tip, in: &svg) { svg in
                svg.leaf("path", ["class": "pic-line", "fill": "none", "d": isDown ? "M-3 -5L0 0L3 -5" : "M-3 5L0 0L3 5"])
            }
        }
    }

    private func draw(_ row: LadderLayout.Row, link: (String) -> String?, in svg: inout Markup) {
        let href = row.step.flatMap { link($0.rung.treaty.id) }
        let words = row.step.map { step in
            let links = ladder.linkWords(of: step)
            return "\(step.number): \(step.rung.treaty.title), \(ladder.about(step))" + (links.isEmpty ? "" : "; " + links)
        }
        svg.element(href == nil ? "g" : "a", ["class": href == nil ? nil : "pic-link", "href": href]) { svg in
            if let words { svg.leaf("title", [:], words) }
            svg.leaf(
                "rect",
                [
                    "class": "pic-hit", "x": "0", "y": decimal(row.top), "width": breadth.width, "height": decimal(row.bottom - row.top),
                    "fill": "none", "pointer-events": "all",
                ])
            switch row.mark {
            case .bar(let bar): draw(bar, in: &svg)
            case .never(let place, let middle): if let place { drawNever(breadth.x(place), middle, in: &svg) }
            case .band(let band):
                drawBand(band.isOfHelp, breadth.x(band.from), band.middle, breadth.x(band.to - band.from), in: &svg)
            }
            for label in row.labels { label.draw(in: &svg, breadth) }
        }
    }

    private func draw(_ bar: Bar, in svg: inout Markup) {
        let (y, height) = (decimal(bar.middle - bar.height / 2), decimal(bar.height))
        for piece in bar.pieces {
            svg.leaf(
                "rect",
                [
                    "class": piece.isCertain ? bar.promise.weight.rawValue : "pic-fuzzy", "x": breadth.x(piece.from), "y": y,
                    "width": breadth.x(piece.to - piece.from), "height": height,
                    "fill": piece.isCertain ? nil : "url(#\(id)-hatch)",
                    "stroke-dasharray": bar.promise.weight == .loose ? "3 2" : nil,
                ])
        }
        for end in Bar.End.allCases where bar.blurred.contains(end) {
            let width = min(Bar.blur, (bar.to - bar.from) * breadth.least)
            at(breadth.x(end == .start ? bar.from : bar.to), bar.middle, in: &svg) { svg in
                for (role, fill) in [("pic-loose", "none"), ("pic-fuzzy", "url(#\(id)-hatch)")] {
                    svg.leaf(
                        "rect",
                        [
                            "class": role, "x": decimal(end == .start ? 0 : -width), "y": decimal(-bar.height / 2),
                            "width": decimal(width), "height": height, "fill": fill,
                        ])
                }
            }
        }
        if bar.isOpen { drawArrow(bar.promise.weight, breadth.x(bar.to), bar.middle, in: &svg) }
    }

    private func drawArrow(_ weight: Promise.Weight, _ x: String, _ middle: Double, in svg: inout Markup) {
        let half = weight == .help ? 6 : 4
        at(x, middle, in: &svg) { svg in
            svg.leaf("path", ["class": weight.rawValue, "d": "M0 -\(half)L8 0L0 \(half)Z"])
        }
    }

    private func drawNever(_ x: String, _ middle: Double, in svg: inout Markup) {
        at(x, middle, in: &svg) { svg in svg.leaf("path", ["class": "pic-mark", "fill": "none", "d": "M0 -6L6 0L0 6L-6 0Z"]) }
    }

    private func drawBand(_ isOfHelp: Bool, _ x: String, _ middle: Double, _ width: String, in svg: inout Markup) {
        svg.leaf(
            "rect",
            [
                "class": "pic-gap", "x": x, "y": decimal(middle - 5), "width": width, "height": "10",
                "fill": isOfHelp ? "none" : "url(#\(id)-dots)",
            ])
    }

    /// Draws something in pixels at a place given in per cent.
    private func at(_ x: String, _ y: Double, in svg: inout Markup, _ content: (inout Markup) -> Void) {
        svg.element("svg", ["x": x, "y": decimal(y), "width": "1", "height": "1", "overflow": "visible"], content)
    }

    private func drawLegend(in svg: inout Markup) {
        for entry in layout.legend.entries {
            svg.element("g", ["transform": "translate(\(decimal(entry.x)) \(decimal(entry.middle)))"]) { svg in draw(entry.sign, in: &svg) }
            for label in entry.labels { label.draw(in: &svg, breadth) }
        }
    }

    private func draw(_ sign: Legend.Sign, in svg: inout Markup) {
        switch sign {
        case .bar(let weight):
            let height = weight == .help ? 12.0 : 6
            svg.leaf(
                "rect",
                [
                    "class": weight.rawValue, "x": "1", "y": decimal(-height / 2), "width": "28", "height": decimal(height),
                    "stroke-dasharray": weight == .loose ? "3 2" : nil,
                ])
        case .fuzzy:
            svg.leaf("rect", ["class": "pic-fuzzy", "x": "1", "y": "-5", "width": "28", "height": "10", "fill": "url(#\(id)-hatch)"])
        case .open: drawArrow(.help, "11", 0, in: &svg)
        case .never: drawNever("15", 0, in: &svg)
        case .gap: drawBand(false, "1", 0, "28", in: &svg)
        case .helpGap: drawBand(true, "1", 0, "28", in: &svg)
        case .now: svg.leaf("line", ["class": "pic-now", "x1": "15", "x2": "15", "y1": "-7", "y2": "7"])
        case .others:
            svg.leaf(
                "text", ["class": "pic-letter", "x": "15", "y": "4", "text-anchor": "middle", "font-size": "10", "font-weight": "bold"],
                "( )")
        }
    }
}
