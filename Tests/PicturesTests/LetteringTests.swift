import Testing

@testable import Pictures

struct LetteringTests {
    private static let text = "Treaty on Long-Term Good-Neighbourliness, Friendship and Cooperation of the Member States"

    @Test(arguments: [40.0, 100, 180, 264, 600])
    func linesFitAndLoseNothing(_ room: Double) {
        let lettering = Lettering(size: 13)
        let lines = lettering.lines(LetteringTests.text, within: room)
        #expect(lines.joined(separator: " ") == LetteringTests.text)
        // A single word may be longer than its line.
        for line in lines where line.contains(" ") { #expect(lettering.width(line) <= room) }
    }

    @Test func whatIsCutSaysSo() {
        let lettering = Lettering(size: 13)
        let lines = lettering.lines(LetteringTests.text, within: 150, most: 2)
        #expect(lines.count == 2)
        #expect(lines[1].hasSuffix("…") && !lines[1].hasSuffix(" …"))
        #expect(lines.allSatisfy { lettering.width($0) <= 150 })
        #expect(lettering.cut("short", within: 150) == "short")
    }

    @Test(arguments: [(0.0, "0"), (1.5, "1.5"), (12.345, "12.35"), (-7.0, "-7"), (0.05, "0.05"), (99.999, "100"), (-0.25, "-0.25")])
    func numbers(_ number: Double, _ text: String) { #expect(decimal(number) == text) }
}
