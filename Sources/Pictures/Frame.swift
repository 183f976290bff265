/// What every picture has around it: its size, its name, what it says in words, and, in a file, its colours.
struct Frame {
    let id: String
    let title: String
    let words: String
    let breadth: Breadth
    let height: Double
    /// Nil inside a page, which has the colours.
    let look: Look?

    /// Around the picture in a file, and the room for its title there; on a page both are the page's.
    private static let margin = 14.0
    private static let heading = 30.0

    func draw(in svg: inout Markup, kind: String, _ content: (inout Markup) -> Void) {
        // The ids are those of elements of the page, so that a second picture on it does not take the first one's name.
        var (width, tall, viewBox) = (breadth.width, height, String?.none)
        if case .sheet = breadth {
            width = decimal(breadth.least + 2 * Frame.margin)
            tall = height + 2 * Frame.margin + Frame.heading
            viewBox = "\(decimal(-Frame.margin)) \(decimal(-Frame.margin - Frame.heading)) \(width) \(decimal(tall))"
        }
        svg.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "pic \(kind)", "id": id, "width": width, "height": decimal(tall),
                "viewBox": viewBox, "role": "group", "aria-labelledby": id + "-title", "aria-describedby": id + "-words",
                "font-family": "system-ui, sans-serif", "fill": "currentColor",
            ]
        ) { svg in
            svg.leaf("title", ["id": id + "-title"], title)
            svg.leaf("desc", ["id": id + "-words"], words)
            if let look {
                svg.leaf("style", [:], look.css)
                let (x, y) = (decimal(-Frame.margin), decimal(-Frame.margin - Frame.heading))
                svg.leaf("rect", ["x": x, "y": y, "width": width, "height": decimal(tall), "fill": look.back])
                let lettering = Lettering(size: 15, isBold: true)
                let text = lettering.cut(title, within: breadth.least)
                Label(x: 0, y: 13 - Frame.heading, text: text, lettering: lettering, role: "pic-text").draw(in: &svg, breadth)
            }
            content(&svg)
        }
    }
}

/// What fills an area, so that it can be told without its colour.
enum Hatching {
    case lines, dots

    func draw(in svg: inout Markup, id: String, role: String) {
        let turn = self == .lines ? "rotate(45)" : nil
        svg.element(
            "pattern", ["id": id, "width": "4", "height": "4", "patternUnits": "userSpaceOnUse", "patternTransform": turn]
        ) { svg in
            switch self {
            case .lines: svg.leaf("line", ["class": role, "x1": "1", "x2": "1", "y1": "0", "y2": "4", "stroke": "currentColor"])
            case .dots: svg.leaf("circle", ["class": role, "cx": "1.5", "cy": "1.5", "r": "0.8"])
            }
        }
    }
}
