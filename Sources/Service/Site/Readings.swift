import Answers
import Casus
import CasusCore
import Foundation
import Intake
import Synchronization

/// Texts that visitors give to be read, and what was read in them: kept in memory for a while, the newest.
final class Readings: Sendable {
    private struct All {
        var byID: [String: TextReading] = [:]
        var order: [String] = []
        var waiting: [TextReading] = []
        var working = 0
        var bytes = 0
    }

    /// How many are kept, with so many bytes of text, and how many wait at most.
    static let most = 64
    static let room = 32 << 20
    static let queue = 32

    private let knowledge: Knowledge
    private let workers: Int
    private let all = Mutex(All())
    private let readers = Mutex<[Reader]>([])

    init(_ knowledge: Knowledge, workers: Int) { (self.knowledge, self.workers) = (knowledge, workers) }

    var ruleSet: String { knowledge.ruleSet }

    /// A reading of some documents, begun as soon as there is a worker for it.
    func begin(_ documents: [Document]) throws(Refusal) -> TextReading {
        var random = SystemRandomNumberGenerator()
        let id = (0..<4).map { _ in
            let digits = String(random.next() as UInt32, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
        let reading = TextReading(id: id, documents: documents)
        let isFull = all.withLock { all in
            if all.waiting.count >= Readings.queue { return true }
            all.byID[id] = reading
            all.order.append(id)
            all.bytes += reading.size
            while all.order.count > 1, all.order.count > Readings.most || all.bytes > Readings.room {
                if let gone = all.byID.removeValue(forKey: all.order.removeFirst()) { all.bytes -= gone.size }
            }
            all.waiting.append(reading)
            return false
        }
        if isFull { throw Refusal(.unavailable, "too many texts wait to be read", mend: "try again in a while") }
        work()
        return reading
    }

    func reading(_ id: String) -> TextReading? { all.withLock { $0.byID[id] } }

    /// What documents state, at once.
    func read(_ document: Document) -> [Statement] {
        var reader = readers.withLock { $0.popLast() } ?? knowledge.reader()
        let statements = reader.read(document)
        readers.withLock { $0.append(reader) }
        return statements
    }

    /// Lets a worker begin, if one is free.
    private func work() {
        let isFree = all.withLock { all in
            if all.working >= workers || all.waiting.isEmpty { return false }
            all.working += 1
            return true
        }
        if !isFree { return }
        let thread = Thread { [self] in
            while let next = all.withLock({ all -> TextReading? in
                if all.waiting.isEmpty {
                    all.working -= 1
                    return nil
                }
                return all.waiting.removeFirst()
            }) {
                for document in next.documents { next.add(document, read(document)) }
                next.end()
            }
        }
        // Trees of long sentences are walked recursively.
        thread.stackSize = 16 << 20
        thread.start()
    }
}

/// One text that is read, or was.
final class TextReading: Sendable {
    struct State: Sendable {
        /// Document by document, as they are read.
        var read: [(document: Document, statements: [Statement])] = []
        var isDone = false
        /// Those who wait for more.
        fileprivate var waiting: [@Sendable () -> Void] = []
    }

    let id: String
    let documents: [Document]
    /// Bytes of its texts.
    let size: Int
    private let state = Mutex(State())
    private let done = DispatchSemaphore(value: 0)

    init(id: String, documents: [Document]) {
        (self.id, self.documents) = (id, documents)
        size = documents.reduce(0) { $0 + $1.text.bytes.count }
    }

    func now() -> State { state.withLock { $0 } }

    /// Waits until all is read, at most so long.
    func wait(seconds: Int) -> State {
        if !now().isDone, done.wait(timeout: .now() + .seconds(seconds)) == .success { done.signal() }
        return now()
    }

    fileprivate func add(_ document: Document, _ statements: [Statement]) {
        change { $0.read.append((document, statements)) }
    }

    fileprivate func end() {
        change { $0.isDone = true }
        done.signal()
    }

    private func change(_ body: (inout State) -> Void) {
        let waiting = state.withLock { state in
            body(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for wake in waiting { wake() }
    }

    /// What was read since, or nil, with `wake` to be called when there is more.
    func more(after count: Int, wake: @escaping @Sendable () -> Void) -> State? {
        state.withLock { state in
            if state.read.count > count || state.isDone { return state }
            state.waiting.append(wake)
            return nil
        }
    }
}

/// Documents of what a client sends.
enum Sent {
    /// - Parameter fields: what the form says beside the text.
    static func documents(_ bytes: [UInt8], published: String?, publisher: String?) throws(Refusal) -> [Document] {
        var settings = Documents.Settings()
        if let published {
            guard let day = Day(iso: published) else {
                throw Refusal(.badRequest, "\"\(published.prefix(40))\" is no day", at: "published", mend: "write 2024-06-19")
            }
            settings.published = day
        }
        settings.publisher = publisher
        var all: [Document] = []
        for arrival in Documents(["-"], settings: settings, standardInput: ByteStream(bytes)) {
            switch arrival {
            case .document(let document, _): all.append(document)
            case .problem(let problem):
                var refusal = Refusal(problem, .badRequest)
                // It came by a form, or by the API.
                refusal.place = problem.place?.replacing("standard input", with: "the text")
                throw refusal
            case .note: break
            }
        }
        if all.isEmpty { throw Refusal(.badRequest, "there is no text", mend: "paste a report, or choose a file") }
        return all
    }
}
