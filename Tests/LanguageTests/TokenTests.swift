import CasusCore
import Language
import Testing

struct TokenTests {
    @Test(
        "Words of English UD",
        arguments: [
            ("They don't know.", "They do n't know ."),
            ("Russia's army and the allies' fleets", "Russia 's army and the allies ' fleets"),
            ("Russia’s army can’t", "Russia ’s army ca n’t"),
            ("I'm, we've, he'd, she'll", "I 'm , we 've , he 'd , she 'll"),
            ("a 15-year-old pact", "a 15 - year - old pact"),
            ("anti-tank and co-operation", "anti-tank and co-operation"),
            ("the U.S. and U.N.", "the U.S. and U.N."),
            ("on Sept. 4, 2024.", "on Sept. 4 , 2024 ."),
            ("$1.5bn or £2m", "$ 1.5 bn or £ 2 m"),
            ("US$300 and 3.5%", "US$ 300 and 3.5 %"),
            ("at 10:30am or 9 p.m.", "at 10:30 am or 9 p.m."),
            ("1,000,000 men", "1,000,000 men"),
            ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
            ("write to a.b@example.org, please", "write to a.b@example.org , please"),
            ("war—or peace – or both", "war — or peace – or both"),
            ("“Well,” he said", "“ Well , ” he said"),
            ("wait... what?!", "wait ... what ?!"),
            ("and/or on 9/11", "and / or on 9/11"),
            ("AT&T cannot", "AT&T can not"),
            ("the 1990s and the ’90s", "the 1990s and the ’90s"),
            ("Ph.D. e.g. a.m.", "Ph.D. e.g. a.m."),
            ("(Reuters)", "( Reuters )"),
            ("2024-06-19", "2024-06-19"),
            ("2001-2003", "2001 - 2003"),
            ("O'Neill's", "O'Neill 's"),
            ("Côte d’Ivoire’s", "Côte d’Ivoire ’s"),
        ])
    func words(_ string: String, _ expected: String) {
        let text = Text(string)
        var segmenter = Segmenter()
        let words = segmenter.segment(text).tokens.map { text.string(Int($0.start)..<Int($0.end)) }
        #expect(words.joined(separator: " ") == expected)
    }
}
