import CasusCore
import Intake
import Testing

@testable import CasusCommand

struct ParseTests {
    private func parse(_ arguments: [String], input: String) async -> (status: Int32, output: String, errors: String) {
        var console = console(input: input)
        let status = await run(["parse", "-"] + arguments, on: &console)
        return (status, console.output.string, console.errors.string)
    }

    /// Many documents of several sizes, a line each.
    private static let documents = (0..<60).map { number in
        let text = (0...number % 7).map { "The \(number + $0). envoy didn't sign Iran's pact." }.joined(separator: " ")
        return #"{"id":"d\#(number)","text":"\#(text)"}"#
    }.joined(separator: "\n")

    private static func words(_ count: Int, from first: Int = 1) -> String {
        (0..<count).map {
            "# sent_id = s\(first + $0)\n1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet\t_\t_\t_\t_\t_\t_\t_\tNote=\(first + $0)\n\n"
        }
        .joined()
    }

    @Test func plainText() async {
        let (status, output, errors) = await parse([], input: "Iran didn't sign.\n\nIt left.")
        #expect(status == 0 && errors.isEmpty)
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(4) == ["# newdoc id = stdin", "# newpar", "# sent_id = stdin-1", "# text = Iran didn't sign."])
        #expect(lines.contains("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_"))
        #expect(lines.filter { $0.hasPrefix("# newpar") }.count == 2)
        #expect(output.hasSuffix("\n\n"))
    }

    @Test func theOrderIsThatOfTheInputWhateverTheJobs() async {
        let one = await parse(["--jobs", "1"], input: Self.documents)
        #expect(one.status == 0)
        #expect(one.output.split(separator: "\n").filter { $0.hasPrefix("# newdoc") }.count == 60)
        for jobs in ["2", "7"] {
            #expect(await parse(["--jobs", jobs], input: Self.documents).output == one.output)
        }
        let given = await parse(["--jobs", "1", "--gold-tokens"], input: one.output)
        #expect(given.status == 0)
        for jobs in ["2", "7"] {
            #expect(await parse(["--jobs", jobs, "--gold-tokens"], input: one.output).output == given.output)
        }
        // Of its own words it makes the same trees.
        #expect(given.output == one.output)
    }

    @Test func wordsThatAreGiven() async {
        let (status, output, errors) = await parse(["--gold-tokens"], input: Self.words(150))
        #expect(status == 0 && errors.isEmpty)
        let blocks = output.split(separator: "\n\n")
        #expect(blocks.count == 150)
        #expect(
            blocks[149]
                == "# sent_id = s150\n1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur|Person=3|PronType=Prs\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tNote=150"
        )
    }

    @Test func windowsLinesAndAMark() async {
        let (status, output, _) = await parse(["--gold-tokens"], input: "\u{FEFF}" + Self.words(2).replacing("\n", with: "\r\n"))
        #expect(status == 0)
        #expect(output == (await parse(["--gold-tokens"], input: Self.words(2)).output))
    }

    @Test func aBrokenSentenceIsLeftOut() async {
        let broken = "# sent_id = broken\n1\tThey\tmet\n\n"
        let (status, output, errors) = await parse(["--gold-tokens"], input: Self.words(70) + broken + Self.words(2, from: 71))
        #expect(status == 2)
        #expect(errors == "casus: standard input:282: 3 fields, not ten; put tabs between them, and _ for one without a value\n")
        #expect(output.split(separator: "\n").filter { $0.hasPrefix("#") } == (1...72).map { Substring("# sent_id = s\($0)") })
    }

    @Test func textThatIsNoConllu() async {
        let (status, output, errors) = await parse(
            ["--gold-tokens"], input: (0..<50).map { "They met on day \($0)." }.joined(separator: "\n\n"))
        #expect(status == 2 && output.isEmpty)
        let lines = errors.split(separator: "\n")
        #expect(lines.count == 10)
        #expect(
            lines.last
                == "casus: standard input: none of its first 10 sentences is CoNLL-U; leave --gold-tokens out if it is plain text; the last fault: 1 field, not ten"
        )
    }

    /// Arguments behind `parse`, standard input, exit status, and what standard error says.
    @Test(
        arguments: [
            ([], "", 64, "casus: nothing to parse; give a file, a folder, or - for standard input\n"),
            (["-"], "", 2, "casus: standard input: has no text\n"),
            (["-", "--gold-tokens"], "", 2, "casus: standard input: has no text\n"),
            (["no/such/file", "--gold-tokens"], "", 2, "casus: no/such/file: no such file\n"),
            (
                ["-", "--gold-tokens", "--encoding", "latin1"], "x", 64,
                "casus: --encoding: says nothing to --gold-tokens; leave it out: CoNLL-U is UTF-8\n"
            ),
            (["-", "--gold-tokens"], "\u{FD}7zXZ\u{0}", 2, ""),
        ] as [([String], String, Int32, String)])
    func statusAndLine(_ arguments: [String], _ input: String, _ status: Int32, _ errors: String) async {
        var console = console(input: input)
        #expect(await run(["parse"] + arguments, on: &console) == status)
        #expect(errors.isEmpty || console.errors.string == errors)
    }

    @Test func whatIsNotUTF8IsRefusedWithItsLine() async {
        var console = console()
        console.input = .init(
            Array(Self.words(1).utf8) + Array("1\t".utf8) + [0xFF] + Array("\n\n".utf8) + Array(Self.words(1, from: 2).utf8))
        #expect(await run(["parse", "-", "--gold-tokens"], on: &console) == 2)
        #expect(console.errors.string == "casus: standard input:5: not UTF-8; make it UTF-8: iconv -f LATIN1 -t UTF-8\n")
        #expect(console.output.string.split(separator: "\n").filter { $0.hasPrefix("#") } == ["# sent_id = s1", "# sent_id = s2"])
    }
}
