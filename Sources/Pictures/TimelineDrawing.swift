import CasusCore

/// Where everything of a timeline stands, and how it is written down.
struct TimelineDrawing {
    /// One kind's columns, with its name above them.
    struct Strip {
        var kind: Timeline.Kind
        var label: Label
        /// Of the tallest column, and of the line on which all stand.
        var top, base: Double
    }

    let timeline: Timeline
    let breadth: Breadth
    let id: String
    let axis: TimeAxis?
    let strips: [Strip]
    let axisLabels: [Label]
    let height: Double
    /// The tallest column of all strips, which have one scale.
    let most: Int

    static let tall = 40.0

    init(_ timeline: Timeline, _ breadth: Breadth, id: String) {
        (self.timeline, self.breadth, self.id) = (timeline, breadth, id)
        let width = breadth.least
        most = timeline.bins.flatMap(\.counts.values).max() ?? 0
        let lettering = Lettering(size: 11.5)
        guard let first = timeline.bins.first, let last = timeline.bins.last else {
            (axis, axisLabels, height) = (nil, [], 24)
            let label = Label(x: 0, y: 15, text: "No acts are recorded.", lettering: lettering, role: "pic-meta")
            strips = [Strip(kind: .neutral, label: label, top: 0, base: 0)]
            return
        }
        let axis = TimeAxis(exactly: first.from...last.to, span: 0.004...0.996, least: width)
        var y = 0.0
        var strips: [Strip] = []
        for kind in Timeline.Kind.allCases {
            let highest = timeline.bins.compactMap { $0.counts[kind] }.max() ?? 0
            let per = timeline.bins.count > 1 ? ", at most \(highest) a \(timeline.unit)" : ""
            let number = highest == 0 ? "none recorded" : "\(timeline.total(kind))\(per)"
            let text = "\(kind.words.prefix(1).uppercased())\(kind.words.dropFirst()): \(number)"
            let tall = highest == 0 ? 0 : max(TimelineDrawing.tall * Double(highest) / Double(most), 6)
            let label = Label(x: 0, y: y + 13, text: text, lettering: lettering, role: "pic-meta")
            strips.append(Strip(kind: kind, label: label, top: y + 20, base: y + 20 + tall))
            y += 20 + tall + (highest == 0 ? 0 : 6)
        }
        let bottom = y
        axisLabels = axis.ticks.compactMap { tick in
            guard let text = tick.label else { return nil }
            let label = Label(
                x: axis.place(of: tick.day), y: bottom + 15, anchor: .middle, text: text, lettering: TimeAxis.lettering, role: "pic-meta")
            let reach = label.reach(width: width)
            return reach.lowerBound >= 0 && reach.upperBound <= width ? label : nil
        }
        (self.axis, self.strips, height) = (axis, strips, bottom + 20)
    }

    /// The column of a bin in a strip; nil where there is nothing.
    func column(_ bin: Timeline.Bin, in strip: Strip) -> (from: Double, to: Double, top: Double)? {
        guard let axis, let count = bin.counts[strip.kind], count > 0 else { return nil }
        let (from, to) = (axis.place(of: bin.from), axis.place(after: bin.to))
        // A single act must be seen beside a thousand.
        let tall = max(TimelineDrawing.tall * Double(count) / Double(most), 2)
        let inset = min((to - from) * 0.12, 0.004)
        return (from + inset, to - inset, strip.base - tall)
    }

    func text(look: Look?, link: (Day, Day) -> String?) -> String {
        var svg = Markup()
        let frame = Frame(id: id, title: timeline.title, words: timeline.words, breadth: breadth, height: height, look: look)
        frame.draw(in: &svg, kind: "pic-timeline") { svg in
            svg.element("defs", [:]) { svg in
                Hatching.lines.draw(in: &svg, id: id + "-hatch", role: "pic-conflict-hatch")
            }
            svg.element("g", ["aria-hidden": "true"]) { svg in drawAxis(in: &svg) }
            for bin in timeline.bins where bin.total > 0 { draw(bin, href: link(bin.from, bin.to), in: &svg) }
        }
        return svg.text
    }

    private func drawAxis(in svg: inout Markup) {
        let bottom = height - 20
        for strip in strips { strip.label.draw(in: &svg, breadth) }
        guard let axis else { return }
        for strip in strips where strip.base > strip.top {
            let y = decimal(strip.base)
            svg.leaf("line", ["class": "pic-rule", "x1": "0", "x2": breadth.width, "y1": y, "y2": y])
        }
        for tick in axis.ticks {
            let x = breadth.x(axis.place(of: tick.day))
            let length = tick.label == nil ? 2.0 : 4
            svg.leaf("line", ["class": "pic-tick", "x1": x, "x2": x, "y1": decimal(bottom - 3), "y2": decimal(bottom - 3 + length)])
        }
        svg.leaf("line", ["class": "pic-tick", "x1": "0", "x2": breadth.width, "y1": decimal(bottom - 3), "y2": decimal(bottom - 3)])
        for label in axisLabels { label.draw(in: &svg, breadth) }
    }

    private func draw(_ bin: Timeline.Bin, href: String?, in svg: inout Markup) {
        guard let axis else { return }
        svg.element(href == nil ? "g" : "a", ["class": href == nil ? nil : "pic-link pic-column", "href": href]) { svg in
            svg.leaf("title", [:], bin.words)
            let from = axis.place(of: bin.from)
            svg.leaf(
                "rect",
                [
                    "class": "pic-hit", "x": breadth.x(from), "y": "0", "width": breadth.x(axis.place(after: bin.to) - from),
                    "height": decimal(height - 23), "fill": "none", "pointer-events": "all",
                ])
            for strip in strips {
                guard let column = column(bin, in: strip) else { continue }
                svg.leaf(
                    "rect",
                    [
                        "class": "pic-" + strip.kind.rawValue, "x": breadth.x(column.from), "y": decimal(column.top),
                        "width": breadth.x(column.to - column.from), "height": decimal(strip.base - column.top),
                        "fill": strip.kind == .conflict ? "url(#\(id)-hatch)" : nil,
                    ])
            }
        }
    }
}
