import Casus
import CasusCore
import Synchronization

/// Reads documents into statements, on any thread: readers wait in a pool until somebody needs one.
final class DocumentReader: Sendable {
    private let knowledge: Knowledge
    private let idle = Mutex<[Reader]>([])

    /// - Parameter data: a folder laid over what Casus knows.
    init(data: String?) throws(Problem) {
        knowledge = try Knowledge(overlay: data)
    }

    /// The name of the rules that it reads by.
    var ruleSet: String { knowledge.ruleSet }

    func name(ofState code: String, on day: Day?) -> String? { knowledge.name(ofState: code, on: day) }

    /// What a document states, in the order of the text.
    func read(_ document: Document) -> [Statement] {
        var reader = idle.withLock { $0.popLast() } ?? knowledge.reader()
        let statements = reader.read(document)
        idle.withLock { $0.append(reader) }
        return statements
    }
}
