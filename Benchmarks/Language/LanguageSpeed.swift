import Casus
import CasusCore
import Foundation
import Intake
import Language

/// How fast plain text becomes trees, how much memory that takes, and how fast the program starts.
struct LanguageSpeed {
    private let path: String
    private let program: String
    private let peer: SpacyPeer?

    /// - Parameters:
    ///   - path: a text file, or a folder of them.
    ///   - program: the `casus` that is timed.
    init(_ path: String, program: String, peer: SpacyPeer?) {
        (self.path, self.program, self.peer) = (path, program, peer)
    }

    func run() throws {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Problem(.input, "is not there", at: program, mend: "swift build -c release --product casus, or give --casus PATH")
        }
        let texts = texts()
        if texts.isEmpty { throw Problem(.input, "holds no text", at: path, mend: "give a text file, or a folder of them") }
        // Words as wc(1) counts them, so that programs that cut words differently can be measured on one figure.
        let words = texts.reduce(0) { $0 + $1.string.split(whereSeparator: \.isWhitespace).count }
        print("\(texts.count) texts, \(words) words\n")
        var table = MarkdownTable(["raw text to trees", "s", "processor s", "words/s", "words/processor s", "peak MB"])
        func add(_ name: String, _ seconds: Double, _ processor: Double, memory: String) {
            let speed = [seconds, processor].map { String(Int(Double(words) / max($0, 1e-6))) }
            table.add([name, fixed(seconds), fixed(processor)] + speed + [memory])
        }
        let (cutting, tokens) = cut(texts)
        add("Casus, sentences and tokens alone (\(tokens))", cutting.seconds, cutting.processor, memory: "-")
        for jobs in [1, 2] {
            let child = try Child.run([program, "parse", path, "--jobs", String(jobs)])
            add(
                "Casus, \(jobs) core\(jobs == 1 ? "" : "s"), start included", child.seconds, child.processor,
                memory: fixed(child.memory, digits: 0))
            if child.status != 0 { print("note: casus left out what is no text in UTF-8, which is not counted\n") }
        }
        if let peer {
            let (speed, child) = try peer.speed(on: texts)
            for run in speed.runs {
                add(
                    "\(speed.name), \(run.what), 1 core, start not included", run.seconds, run.processor,
                    memory: fixed(child.memory, digits: 0))
            }
            print(table)
            print("\(speed.name) takes \(fixed(speed.opening)) s to import and open\n")
        } else {
            print(table)
        }
        try kernels(texts)
        try start()
    }

    /// Trees by each set of kernels this machine can run, in this process, on one core: what to expect of other machines.
    private func kernels(_ texts: [Text]) throws {
        var table = MarkdownTable(["text to trees with", "words/processor s"])
        for set in Parser.kernelSets {
            var analyser = Analyser(model: try .embedded(), kernels: set.kernels)
            var words = 0
            let started = clock()
            // Enough for a figure: the plain kernels are slow.
            for text in texts.prefix(40) {
                words += text.string.split(whereSeparator: \.isWhitespace).count
                _ = analyser.analyse(text)
            }
            table.add([set.name, String(Int(Double(words) / max(Double(clock() - started) / Double(CLOCKS_PER_SEC), 1e-6)))])
        }
        print(table)
    }

    /// The documents, as `casus parse` takes them in.
    private func texts() -> [Text] {
        var documents = Documents([path])
        var texts: [Text] = []
        while let arrival = documents.next() {
            if case .document(let document, _) = arrival { texts.append(document.text) }
        }
        return texts
    }

    /// Sentences and tokens alone, in this process, on one core.
    private func cut(_ texts: [Text]) -> ((seconds: Double, processor: Double), tokens: String) {
        var segmenter = Segmenter()
        var (sentences, tokens) = (0, 0)
        let begun = ContinuousClock().now
        let started = clock()
        for text in texts {
            let cut = segmenter.segment(text)
            sentences += cut.sentences.count
            tokens += cut.tokens.count
        }
        let processor = Double(clock() - started) / Double(CLOCKS_PER_SEC)
        return (((ContinuousClock().now - begun) / .seconds(1), processor), "\(sentences) and \(tokens)")
    }

    /// From the start of the program to its end.
    private func start() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("casus-bench-\(getpid()).txt")
        try "France expelled two Russian diplomats on Monday.\n".write(to: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        var table = MarkdownTable(["start to end, median of 20", "ms"])
        for (name, words) in [
            ("`casus --help`", ["--help"]), ("`casus read` of one sentence", ["read", file.path]),
            ("`casus parse` of one sentence", ["parse", file.path]),
        ] {
            table.add([name, fixed(try Child.median(of: 20, [program] + words))])
        }
        print(table)
    }
}
