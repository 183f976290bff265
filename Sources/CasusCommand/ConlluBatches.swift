import CasusCore
import Intake
import Language

/// The sentences of CoNLL-U files, some at a time, so that files may be larger than memory.
struct ConlluBatches {
    enum Arrival {
        case sentences([ConlluSentence])
        /// A file or sentence that could not be read; the rest goes on.
        case problem(Problem)
    }

    private struct Source {
        var lines: LineReader
        var sentences: ConlluReader
        var place: String
        /// How many sentences are in order so far, and how many are not.
        var good = 0
        var bad = 0
    }

    private var words: ArraySlice<String>
    private let standardInput: ByteStream
    private var source: Source?
    /// What came while sentences were gathered that have to be given first.
    private var waiting: Problem?

    /// Enough that threads seldom wait for each other, few enough that several of them are small.
    private static let size = 64
    /// So many broken sentences, and no whole one, are enough to give a file up.
    private static let patience = 10
    /// The most bytes that a line may have.
    private static let longest = 16_000_000

    /// - Parameter words: paths of files, `-` for standard input.
    init(_ words: [String], standardInput: ByteStream) {
        self.words = words[...]
        self.standardInput = standardInput
    }

    mutating func next() -> Arrival? {
        if let problem = waiting {
            waiting = nil
            return .problem(problem)
        }
        var batch: [ConlluSentence] = []
        while batch.count < Self.size {
            do throws(Problem) {
                guard let sentence = try nextSentence() else { break }
                batch.append(sentence)
            } catch {
                if batch.isEmpty { return .problem(error) }
                waiting = error
                break
            }
        }
        return batch.isEmpty ? nil : .sentences(batch)
    }

    /// - Throws: what is wrong with a file or a sentence; those that follow can still be read.
    private mutating func nextSentence() throws(Problem) -> ConlluSentence? {
        while true {
            if source == nil {
                guard let word = words.popFirst() else { return nil }
                let (stream, place) = try Files.text(word, standardInput: standardInput)
                source = Source(lines: LineReader(stream, limit: Self.longest), sentences: ConlluReader(name: place), place: place)
            }
            do throws(Problem) {
                while let line = try nextLine() {
                    if let sentence = try source!.sentences.take(line) {
                        source!.good += 1
                        return sentence
                    }
                }
                let last = try source!.sentences.finish()
                source = nil
                if let last { return last }
            } catch {
                source?.bad += 1
                if let opened = source, opened.good == 0, opened.bad == Self.patience {
                    source = nil
                    throw Problem(
                        .input, "none of its first \(opened.bad) sentences is CoNLL-U", at: opened.place,
                        mend: "leave --gold-tokens out if it is plain text; the last fault: \(error.what)")
                }
                throw error
            }
        }
    }

    /// - Throws: where the file cannot be read further, and for a line that is not UTF-8.
    private mutating func nextLine() throws(Problem) -> String? {
        var bytes: [UInt8]
        do throws(Problem) {
            guard let line = try source!.lines.next() else { return nil }
            bytes = line
        } catch {
            let place = "\(source!.place):\(source!.lines.number)"
            source = nil
            throw Problem(error.kind, error.what, at: place, mend: error.mend)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if source!.lines.number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let line = String(validating: bytes, as: UTF8.self) else {
            throw source!.sentences.refuse(Problem(.input, "not UTF-8", mend: "make it UTF-8: iconv -f LATIN1 -t UTF-8"))
        }
        return line
    }
}
