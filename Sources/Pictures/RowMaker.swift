import CasusCore
import Treaties

/// Sets the rows of a ladder one below the other.
struct RowMaker {
    let ladder: Ladder
    let axis: TimeAxis
    let width: Double
    private(set) var rows: [LadderLayout.Row] = []
    /// Where the next row begins.
    private(set) var y: Double

    private static let padding = 9.0

    /// Where the words of a row begin, past its number.
    private var indent: Double { max(24, Lettering(size: 13, isBold: true).width("\(ladder.steps.count)") + 6) }

    init(ladder: Ladder, axis: TimeAxis, width: Double, y: Double) {
        (self.ladder, self.axis, self.width, self.y) = (ladder, axis, width, y)
    }

    mutating func add(_ step: Ladder.Step) {
        let top = y
        var labels: [Label] = []
        y += RowMaker.padding
        let (text, small) = (Lettering(size: 13, isBold: step.isSelf), LadderLayout.small)
        let room = width - indent - 2
        for (index, line) in text.lines(step.rung.treaty.title, within: room, most: 6).enumerated() {
            y += index == 0 ? 12 : 16
            if index == 0 {
                labels.append(Label(x: 0, y: y, text: "\(step.number)", lettering: Lettering(size: 13, isBold: true), role: "pic-text"))
            }
            let role = step.isSelf ? "pic-self" : "pic-text"
            labels.append(Label(x: 0, dx: indent, y: y, text: line, lettering: text, role: role))
        }
        for line in small.lines(ladder.about(step), within: room) {
            y += 15
            labels.append(Label(x: 0, dx: indent, y: y, text: line, lettering: small, role: "pic-meta"))
        }
        add(word: ladder.linkWords(of: step), at: start(of: step), lanes: ladder.links(of: step).count, to: &labels)
        y += 13
        let middle = y
        var mark = LadderLayout.Mark.never(at: step.rung.treaty.signed.earliest.map { axis.place(of: $0) }, middle: middle)
        if let bar = bar(of: step, middle: middle) {
            mark = .bar(bar)
            if let letter = step.promise.letter { labels.append(label(letter, of: bar)) }
        }
        y += 6 + RowMaker.padding
        rows.append(LadderLayout.Row(top: top, bottom: y, labels: labels, mark: mark, step: step))
    }

    mutating func add(_ gap: Supersession.Gap, isOfHelp: Bool) {
        let top = y
        y += RowMaker.padding
        let lettering = LadderLayout.small
        let text = "\(gap.from) to \(gap.to): no " + (isOfHelp ? "promise of help" : "treaty in force")
        var labels: [Label] = []
        for line in lettering.lines(text, within: width - indent - 2) {
            y += labels.isEmpty ? 11 : 15
            labels.append(Label(x: 0, dx: indent, y: y, text: line, lettering: lettering, role: "pic-word"))
        }
        y += 13
        let (from, to) = wide(axis.place(of: gap.from), axis.place(after: gap.to), 3)
        let band = LadderLayout.Band(gap: gap, from: from, to: to, middle: y, isOfHelp: isOfHelp)
        y += 6 + RowMaker.padding
        rows.append(LadderLayout.Row(top: top, bottom: y, labels: labels, mark: .band(band), step: nil))
    }

    /// The connectors of all rows, from the earlier treaty's mark to the later one's.
    func connectors() -> [LadderLayout.Connector] {
        var connectors: [LadderLayout.Connector] = []
        for later in rows {
            guard let step = later.step else { continue }
            for (lane, link) in ladder.links(of: step).enumerated() {
                guard let earlier = rows.first(where: { $0.step?.number == link.to.number }) else { continue }
                let x = start(of: step)
                var ends = (start(of: link.to), start(of: link.to))
                if case .bar(let bar) = earlier.mark { ends = (bar.from, bar.to) }
                connectors.append(
                    LadderLayout.Connector(
                        how: link.how, start: min(max(x, ends.0), ends.1), x: x, from: earlier.mark.middle, to: later.mark.middle,
                        lane: lane))
            }
        }
        return connectors
    }

    /// Where a treaty's time begins, or its signature stands.
    private func start(of step: Ladder.Step) -> Double {
        ((step.rung.from ?? step.rung.treaty.signed).earliest).map { axis.place(of: $0) } ?? axis.span.lowerBound
    }

    /// The word of a connector beside it, on the side that has more room.
    private mutating func add(word: String, at x: Double, lanes: Int, to labels: inout [Label]) {
        guard !word.isEmpty else { return }
        let lettering = LadderLayout.word
        let right = width * (1 - x) - Double(lanes - 1) * Lane.step - 8
        let left = width * x - 8
        for (index, line) in lettering.lines(word, within: max(left, right)).enumerated() {
            y += index == 0 ? 16 : 14
            let dx = right >= left ? Double(lanes - 1) * Lane.step + 6 : -6
            labels.append(
                Label(x: x, dx: dx, y: y, anchor: right >= left ? .start : .end, text: line, lettering: lettering, role: "pic-word"))
        }
        y += 2
    }

    /// Nil of a treaty that never came into force.
    private func bar(of step: Ladder.Step, middle: Double) -> LadderLayout.Bar? {
        guard let begun = step.rung.from else { return nil }
        let edge = axis.span.upperBound
        let isOpen = step.rung.to == nil
        let first = begun.earliest.map { axis.place(of: $0) } ?? axis.span.lowerBound
        let last = step.rung.to.map { $0.latest.map { axis.place(after: $0) } ?? edge } ?? edge
        let (from, to) = wide(first, last, 3)
        // From here on it certainly held, until there.
        var (sure, unsure) = (from, to)
        if !begun.isExact { sure = min(begun.latest.map { axis.place(of: $0) } ?? to, to) }
        if let end = step.rung.to, !end.isExact { unsure = max(end.earliest.map { axis.place(after: $0) } ?? from, from) }
        typealias Piece = LadderLayout.Bar.Piece
        let parts = [
            Piece(from: from, to: sure, isCertain: false), Piece(from: sure, to: unsure, isCertain: true),
            Piece(from: unsure, to: to, isCertain: false),
        ].filter { $0.to > $0.from }
        let pieces = sure < unsure ? parts : [Piece(from: from, to: to, isCertain: false)]
        var blurred: Set<LadderLayout.Bar.End> = []
        if !begun.isExact, pieces[0].isCertain || (pieces[0].to - from) * width < LadderLayout.Bar.blur { blurred.insert(.start) }
        if let end = step.rung.to, !end.isExact, pieces.last!.isCertain || (to - pieces.last!.from) * width < LadderLayout.Bar.blur {
            blurred.insert(.end)
        }
        return LadderLayout.Bar(pieces: pieces, blurred: blurred, isOpen: isOpen, middle: middle, promise: step.promise)
    }

    /// In the middle of its bar, or beside it where that is too short.
    private func label(_ letter: String, of bar: LadderLayout.Bar) -> Label {
        let lettering = LadderLayout.letter
        let length = lettering.width(letter)
        let y = bar.middle + 3.6
        let arrow = bar.isOpen ? 8.0 : 0
        let isRight = bar.to * width + arrow + length + 5 <= width
        let isLeft = bar.from * width - length - 5 >= 0
        func fits(_ piece: LadderLayout.Bar.Piece) -> Bool { (piece.to - piece.from) * width >= length + 8 }
        let widest = { (pieces: [LadderLayout.Bar.Piece]) in pieces.max { $0.to - $0.from < $1.to - $1.from } }
        let certain = widest(bar.pieces.filter(\.isCertain)).flatMap { fits($0) ? $0 : nil }
        let uncertain = widest(bar.pieces.filter { !$0.isCertain }).flatMap { fits($0) || !isRight && !isLeft ? $0 : nil }
        if let piece = certain ?? uncertain {
            let isInside = bar.promise.weight == .help && piece.isCertain
            return Label(
                x: (piece.from + piece.to) / 2, y: y, anchor: .middle, text: letter, lettering: lettering,
                role: isInside ? "pic-inverse" : "pic-letter")
        }
        return Label(
            x: isRight ? bar.to : bar.from, dx: isRight ? arrow + 5 : -5, y: y, anchor: isRight ? .start : .end, text: letter,
            lettering: lettering, role: "pic-letter")
    }

    /// At least some pixels wide, and inside the axis.
    private func wide(_ from: Double, _ to: Double, _ pixels: Double) -> (Double, Double) {
        let least = pixels / width
        if to - from >= least { return (from, to) }
        let start = min(from, axis.span.upperBound - least)
        return (start, start + least)
    }
}

/// Connectors that arrive at one place stand side by side.
enum Lane {
    static let step = 6.0
}
