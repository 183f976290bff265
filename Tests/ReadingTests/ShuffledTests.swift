import Casus
import Foundation
import Testing

/// Reading stands whatever the parser makes of a text: words of the examples in disorder, with stray quotes and brackets.
struct ShuffledTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func reads(seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let names = ["pyongyang-2024", "new-start-2023", "vilnius-2013", "shusha-2021"]
        let file = Shared.root.appending(path: "Examples/\(names[Int(seed % 4)]).txt")
        var words = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace).map(String.init)
        let reach = [2, 4, 8, 30][Int(seed / 4 % 4)]
        for index in words.indices { words.swapAt(index, min(words.count - 1, index + Int(dice.next() % UInt64(reach)))) }
        for _ in 0..<30 {
            words.insert(
                ["\"", "“", "”", "(", ")", ",", ":", "said", "that", "who"][Int(dice.next() % 10)],
                at: Int(dice.next() % UInt64(words.count)))
        }
        let text = words.joined(separator: " ")
        try expectInvariants(Document(text: Text(text), published: Day(iso: "2024-06-20")), "\(seed)")
    }
}
