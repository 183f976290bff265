import Testing

@testable import Pictures

struct LookTests {
    /// WCAG AA: 4.5 for words, 3 for what must be seen.
    @Test(arguments: [Look.light, .dark])
    func canBeRead(_ look: Look) throws {
        let back = try luminance(look.back)
        for words in [look.ink, look.muted, look.now] { #expect(contrast(try luminance(words), back) >= 4.5, "\(words)") }
        // A letter inside a bar has the colour of the page.
        #expect(contrast(try luminance(look.bar), back) >= 4.5)
    }

    @Test func thePageFollowsTheReadersPreference() {
        #expect(Look.page.contains("prefers-color-scheme: dark"))
        #expect(Look.page.contains(Look.light.ink) && Look.page.contains(Look.dark.ink))
        #expect(Look.page.count { $0 == "{" } == Look.page.count { $0 == "}" })
    }

    private func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

    private func luminance(_ colour: String) throws -> Double {
        let number = try #require(UInt32(colour.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let share = Double(number >> UInt32(shift) & 255) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// To the power of 2.4: the fifth root of the twelfth power, by Newton.
    private func power(_ base: Double) -> Double {
        let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
        return (0..<60).reduce(1.0) { root, _ in root - (root * root * root * root * root - twelfth) / (5 * root * root * root * root) }
    }
}
