package import CasusCore

/// What comes in when inputs are read, in their order.
package enum Arrival: Sendable {
    /// - Parameter place: where it comes from, for messages: `a.txt`, `b.jsonl:3`, `standard input`.
    case document(Document, place: String)
    /// An input that could not be read; the rest goes on.
    case problem(Problem)
    /// Something worth a line that is no failure.
    case note(String)
}

/// The documents of files, folders and standard input, one at a time: memory is that of one document.
package struct Documents: Sequence, IteratorProtocol {
    /// What the caller says of every document; it wins over what the document says of itself.
    package struct Settings: Sendable {
        package var encoding: Encoding
        package var published: Day?
        package var publisher: String?
        /// The most bytes that one document may have.
        package var limit: Int

        package init(encoding: Encoding = .utf8, published: Day? = nil, publisher: String? = nil, limit: Int = 256_000_000) {
            self.encoding = encoding
            self.published = published
            self.publisher = publisher
            self.limit = limit
        }
    }

    private enum Input {
        /// - Parameter found: found in a folder, not named by the caller.
        case path(String, found: Bool)
        case standardInput
    }

    private let settings: Settings
    private let standardInput: ByteStream
    /// What is still to be opened; the next is the last.
    private var inputs: [Input]
    /// What is ready to be given; the next is the first.
    private var ready: [Arrival] = []
    private var lines: Lines?

    /// JSON Lines that are being read.
    private struct Lines {
        var reader: LineReader
        var place: String
        var found: Bool
        /// How many documents there were so far, and how many lines that are none.
        var documents = 0
        var bad = 0
    }

    /// So many bad lines, and no document, are enough to give a file up.
    private static let patience = 10

    /// - Parameter words: paths of files and folders, `-` for standard input.
    package init(_ words: [String], settings: Settings = Settings(), standardInput: ByteStream = .standardInput()) {
        self.settings = settings
        self.standardInput = standardInput
        inputs = words.reversed().map { $0 == "-" ? .standardInput : .path($0, found: false) }
    }

    package mutating func next() -> Arrival? {
        while ready.isEmpty {
            if lines != nil {
                readLine()
            } else if let input = inputs.popLast() {
                open(input)
            } else {
                return nil
            }
        }
        return ready.removeFirst()
    }

    private mutating func open(_ input: Input) {
        do throws(Problem) {
            switch input {
            case .standardInput:
                try open(standardInput, size: 0, place: "standard input", form: .unknown, found: false)
            case .path(let path, let found):
                if try Files.kind(of: path) == .folder {
                    try walk(path)
                } else {
                    let (stream, size) = try Files.open(path)
                    try open(stream, size: size, place: path, form: Form(path), found: found)
                }
            }
        } catch {
            ready.append(.problem(error))
        }
    }

    private mutating func open(_ stream: ByteStream, size: Int, place: String, form: Form, found: Bool) throws(Problem) {
        do throws(Problem) {
            if size > settings.limit, form == .text { throw .tooLong(settings.limit) }
            let head = try stream.read(1 << 16)
            if let problem = Alien.problem(head) { throw problem }
            stream.unread(head)
            if form == .lines || form == .unknown && head.first == UInt8(ascii: "{") {
                lines = Lines(reader: LineReader(stream, limit: settings.limit), place: place, found: found)
            } else {
                let bytes = try stream.readAll(expected: size, limit: settings.limit)
                let text = try settings.encoding.decode(bytes)
                try take(text, as: nil, place: place)
            }
        } catch {
            throw error.at(place)
        }
    }

    private mutating func readLine() {
        do throws(Problem) {
            guard let line = try lines!.reader.next() else {
                lines = nil
                return
            }
            let place = lines!.place + ":\(lines!.reader.number)"
            do throws(Problem) {
                let json = try settings.encoding.decode(line)
                if isBlank(json[...]) { return }
                let fields = try JSONLine.read(json)
                let text = Array(fields.text.utf8)
                if let nul = text.firstIndex(of: 0) {
                    throw Problem(.input, "the text has a NUL (U+0000) at byte \(nul)", mend: "remove it")
                }
                try take(normalised(text), as: fields, place: place)
                lines!.documents += 1
            } catch {
                refuse(error.at(place))
            }
        } catch {
            // After a line that is too long the next can be read; after a failure of the disk nothing can.
            let isOver = error != .tooLong(settings.limit)
            refuse(error.at(lines!.place + ":\(lines!.reader.number)"))
            if isOver { lines = nil }
        }
    }

    /// Reports a line that is no document, and gives a file up that seems to hold none.
    private mutating func refuse(_ problem: Problem) {
        lines!.bad += 1
        let (place, none) = (lines!.place, lines!.documents == 0)
        if none, lines!.found, problem.what == JSONLine.noText {
            ready.append(.note("\(place): skipped; its lines are no documents (\(problem.what))"))
            lines = nil
            return
        }
        ready.append(.problem(problem))
        if none, lines!.bad == Documents.patience {
            ready.append(.problem(Problem(.input, "none of its first \(lines!.bad) lines is a document; the rest is left out", at: place)))
            lines = nil
        }
    }

    /// Makes a document of a text. What the caller says wins over the fields of a line, and those over the text's own block.
    private mutating func take(_ bytes: [UInt8], as fields: JSONLine?, place: String) throws(Problem) {
        if isBlank(bytes[...]) { throw Problem(.input, "has no text") }
        let block = Metadata(of: bytes)
        if isBlank(bytes[block.end...]) { throw Problem(.input, "has metadata but no text") }
        var document = Document(text: Text(utf8: bytes))
        document.id = fields?.id
        document.published = settings.published
        if document.published == nil, let (field, date) = fields?.published.map({ ("published", $0) }) ?? block.date.map({ ("Date", $0) }) {
            document.published = day(date)
            if document.published == nil {
                ready.append(.note("\(place): \(field) is not a day: \"\(date.prefix(40))\"; write it as 2024-06-19"))
            }
        }
        document.publisher = settings.publisher ?? fields?.publisher ?? block.source
        document.title = fields?.title ?? block.title
        document.author = fields?.author ?? block.author
        document.url = fields?.url ?? block.url
        document.bodyStart = block.end
        ready.append(.document(document, place: place))
    }

    /// The day of `2024-06-19` or of a time on it, `2024-06-19T10:30:00Z`.
    private func day(_ date: String) -> Day? {
        let date = date.drop { $0 == " " }
        if date.utf8.count > 10, let mark = date.dropFirst(10).first, mark != "T", mark != " " { return nil }
        return Day(iso: String(date.prefix(10)))
    }

    /// Puts what a folder holds in front of what is still to be opened.
    private mutating func walk(_ folder: String) throws(Problem) {
        var skipped: [String] = []
        var found: [Input] = []
        for (name, kind) in try Files.names(in: folder) {
            if kind == .folder || kind == .file && Form(name) != .unknown {
                let path = Files.join(folder, name)
                found.append(.path(path.hasSuffix("/") ? String(path.dropLast()) : path, found: true))
            } else {
                skipped.append(name)
            }
        }
        inputs += found.reversed()
        if !skipped.isEmpty {
            let some = skipped.prefix(3).joined(separator: ", ") + (skipped.count > 3 ? " and \(skipped.count - 3) more" : "")
            ready.append(.note("\(folder): skipped \(some); a folder's documents are .txt, .md, .jsonl and .ndjson files"))
        } else if found.isEmpty {
            ready.append(.note("\(folder): holds no .txt, .md, .jsonl or .ndjson file"))
        }
    }
}

/// How the documents of a file are told apart.
private enum Form {
    /// The file is one document.
    case text
    /// Each line is one.
    case lines
    /// Its first byte decides: an object's brace begins JSON Lines.
    case unknown

    init(_ path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".txt") || name.hasSuffix(".md") {
            self = .text
        } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            self = .lines
        } else {
            self = .unknown
        }
    }
}

extension Problem {
    /// The problem with its place, where it has none.
    fileprivate func at(_ place: String) -> Problem {
        var problem = self
        problem.place = problem.place ?? place
        return problem
    }
}
