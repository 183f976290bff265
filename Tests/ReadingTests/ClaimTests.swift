import Casus
import Testing

/// Who says what, by which words.
@Suite("Claims")
struct ClaimTests {
    /// A text, the claim in it in the form of `Claim.short`, its cue, and a part of its content.
    struct Said: Sendable, CustomTestStringConvertible {
        var text: String
        var claim: String
        var cue: String
        var content: String
        var direct: Bool
        var known: Comment?

        init(_ text: String, _ claim: String, cue: String, _ content: String, direct: Bool = false, known: Comment? = nil) {
            (self.text, self.claim, self.cue, self.content) = (text, claim, cue, content)
            (self.direct, self.known) = (direct, known)
        }

        var testDescription: String { text }
    }

    @Test(arguments: quoted + reported + stances + declined)
    func claim(said: Said) throws {
        let text = Text(said.text)
        let claims = try read(said.text).claims
        try check(said.known) {
            let claim = try #require(claims.first { $0.short == said.claim }, "found \(claims.map(\.short))")
            #expect(claim.cue == said.cue)
            let content = text.string(try #require(claim.contentSpan))
            #expect(content.contains(said.content), "content: \(content)")
            #expect(said.direct || !content.hasSuffix("."), "content: \(content)")
            #expect(claim.direct == said.direct)
        }
    }

    /// Speaker, cue and content stand inside the claim, apart from each other, and the cue is the text at its span.
    @Test(arguments: quoted + reported + stances + declined)
    func parts(said: Said) throws {
        let text = Text(said.text)
        for claim in try read(said.text).claims {
            let parts = [claim.speakerSpan, claim.cueSpan].compactMap(\.self) + pieces(claim)
            for part in parts { #expect(part.start < part.end && part.end <= said.text.unicodeScalars.count) }
            for (a, b) in zip(parts.sorted(), parts.sorted().dropFirst()) { #expect(a.end <= b.start, "\(a) \(b)") }
            if let cue = claim.cue, let span = claim.cueSpan { #expect(text.string(span) == cue) }
            if let whole = claim.contentSpan, let first = claim.contentPieces.first, let last = claim.contentPieces.last {
                #expect(whole == Span(first.start, last.end))
            }
        }
    }

    private func pieces(_ claim: Claim) -> [Span] {
        claim.contentPieces.isEmpty ? [claim.contentSpan].compactMap(\.self) : claim.contentPieces
    }

    /// The marks at the edge of a quotation belong to it.
    static let quoted = [
        Said(
            "\"The talks were useful,\" Sergei Lavrov said.", "RUS asserts", cue: "said", "\"The talks were useful,\"", direct: true),
        Said("\"The talks were useful,\" said Sergei Lavrov.", "RUS asserts", cue: "said", "\"The talks were useful,\"", direct: true),
        Said("“The talks were useful,” Sergei Lavrov said.", "RUS asserts", cue: "said", "“The talks were useful,”", direct: true),
        Said("Sergei Lavrov said, \"The talks were useful.\"", "RUS asserts", cue: "said", "\"The talks were useful.\"", direct: true),
        Said(
            "Sergei Lavrov said the talks had been \"useful and frank\".", "RUS asserts", cue: "said", "\"useful and frank\"", direct: true),
        Said("Sergei Lavrov: \"The talks were useful.\"", "RUS asserts", cue: ":", "\"The talks were useful.\"", direct: true),
    ]

    static let reported = [
        Said("Sergei Lavrov said that the talks had been useful.", "RUS asserts", cue: "said", "the talks had been useful"),
        Said("Sergei Lavrov has said that the talks were useful.", "RUS asserts", cue: "has said", "the talks were useful"),
        Said("The talks had been useful, Sergei Lavrov said.", "RUS asserts", cue: "said", "The talks had been useful"),
        Said("According to Sergei Lavrov, the talks were useful.", "RUS asserts", cue: "According to", "the talks were useful"),
        Said("The talks were useful, according to Sergei Lavrov.", "RUS asserts", cue: "according to", "The talks were useful"),
        Said("Sergei Lavrov said in a statement that the talks were useful.", "RUS asserts", cue: "said in a statement", "the talks were"),
        Said("Germany, which is an ally, said that the talks were useful.", "DEU asserts", cue: "said", "the talks were useful"),
        Said("Moscow insists that the talks were useful.", "RUS asserts", cue: "insists", "the talks were useful"),
    ]

    static let stances = [
        Said("Iran denied having sent drones to Russia.", "IRN denies", cue: "denied", "having sent drones to Russia"),
        Said("Iran has denied that it sent drones to Russia.", "IRN denies", cue: "has denied", "it sent drones to Russia"),
        Said("Ukraine accused Iran of sending drones to Russia.", "UKR accuses", cue: "accused", "sending drones to Russia"),
        Said("Iran confirmed that it had sent drones to Russia.", "IRN confirms", cue: "confirmed", "it had sent drones to Russia"),
        Said("Sergei Lavrov hopes that the talks will go on.", "RUS hopes", cue: "hopes", "the talks will go on"),
        Said("Ukraine doubts that Russia will withdraw its troops.", "UKR doubts", cue: "doubts", "Russia will withdraw its troops"),
        Said("Russia demanded that Ukraine withdraw its troops.", "RUS demands", cue: "demanded", "Ukraine withdraw its troops"),
        Said("China praised the French proposal.", "CHN praises", cue: "praised", "the French proposal"),
        Said("China criticised the French proposal.", "CHN criticises", cue: "criticised", "the French proposal"),
        Said("Sergei Lavrov asked whether France was ready for talks.", "RUS asks", cue: "asked", "France was ready for talks"),
    ]

    static let declined = [
        Said("Iran did not say whether it had sent drones.", "IRN declines", cue: "did not say", "it had sent drones"),
        Said(
            "The Pentagon declined to comment on the strike.", "USA declines", cue: "declined to comment on", "the strike"),
        Said("Iran would not confirm that it had sent drones.", "IRN declines", cue: "would not confirm", "it had sent drones"),
        Said(
            "Iran refused to say where the drones were built.", "IRN declines", cue: "refused to say", "where the drones were built"),
    ]

    @Test func aQuotationWithTheCueInTheMiddleHasTwoPieces() throws {
        let text = Text("\"The talks,\" Sergei Lavrov said, \"were useful.\"")
        let claims = try read(text.string).claims.filter { $0.speaker?.code == "RUS" }
        #expect(claims.count == 1)
        #expect(claims.first?.contentPieces.map(text.string) == ["\"The talks,\"", "\"were useful.\""])
        #expect(claims.first?.contentSpan == Span(0, text.string.unicodeScalars.count))
        #expect(claims.first?.direct == true)
    }

    @Test(
        arguments: [
            ("Putin's spokesman Dmitry Peskov said that the talks would go on.", nil),
            ("Dmitry Peskov, Putin's spokesman, said that the talks would go on.", nil),
        ] as [(String, Comment?)])
    func aSpokesmanSpeaksForHisPrincipal(text: String, known: Comment?) throws {
        let speaker = try #require(try read(text).claims.first?.speaker)
        #expect(speaker.code == "RUS" && speaker.name == "Vladimir Putin" && speaker.sector == "GOV")
        try check(known) { #expect(speaker.person == "Dmitry Peskov") }
    }

    @Test(
        arguments: [
            ("Sergei Lavrov told Reuters that the talks were useful.", "Reuters", nil),
            ("Sergei Lavrov said that the talks were useful, TASS reported.", "TASS", nil),
        ] as [(String, String, Comment?)])
    func anAgencyIsTheWayOfAnothersWords(text: String, agency: String, known: Comment?) throws {
        let claims = try read(text).claims
        let claim = try #require(claims.first { $0.speaker?.name == "Sergei Lavrov" })
        // The agency's report may be a claim of its own around it.
        let outer = claims.filter { claim.claims.contains($0.origin.id) }
        try check(known) { #expect(claim.via + outer.flatMap(\.via) == [agency]) }
    }

    @Test func anAgencyThatSpeaksAloneIsTheWay() throws {
        let claims = try read("Iran has freed the sailors, the news agency TASS reported.").claims
        #expect(claims.map(\.via) == [["TASS"]])
    }

    @Test(
        arguments: [
            ("Germany said that Russia had denied the attack.", "RUS denies", nil),
            (
                "Germany said that France had accused Russia of lying.", "FRA accuses", nil
            ),
            ("Germany said that France had confirmed that the tanks were ready.", "FRA confirms", nil),
        ] as [(String, String, Comment?)])
    func aClaimInsideAClaimNamesTheOuterOne(text: String, inner: String, known: Comment?) throws {
        let claims = try read(text).claims
        let out = try #require(claims.first { $0.short == "DEU asserts" })
        #expect(out.claims == [])
        try check(known) {
            let inside = try #require(claims.first { $0.short == inner })
            #expect(inside.claims == [out.origin.id])
        }
    }

    /// The event that is read from a claim names it.
    @Test func anEventNamesTheClaimItStandsIn() throws {
        let statements = try read("Germany said that Poland had sent tanks to Ukraine.")
        let event = try #require(statements.events.first)
        #expect(event.claims == statements.claims.map(\.origin.id))
        #expect(!event.claims.isEmpty)
    }

    @Test func whatAnAccuserOffersAsEvidence() throws {
        let claims = try read("Citing satellite images, Ukraine accused Iran of sending drones to Russia.").claims
        let evidence = claims.first { $0.short == "UKR accuses" }?.evidence
        #expect(evidence?.contains("satellite images") == true)
    }

    @Test func theOutletsOwnVoice() throws {
        let claims = try read("Iran has denied sending drones to Russia, despite considerable evidence.").claims
        #expect(claims.map(\.short).sorted() == ["IRN denies", "null asserts"])
    }
}
