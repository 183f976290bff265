@_exported public import CasusCore
@_exported public import Reading
@_exported public import Treaties
@_exported public import Pacts
package import Tables
import Language
import WhosWho

/// What Casus knows of the world and of the language, opened once and shared by all readers.
///
/// ```swift
/// let knowledge = try Knowledge()
/// var reader = knowledge.reader()
/// let statements = reader.read(Document(text: Text("France withdrew its ambassador from Mali.")))
/// ```
public struct Knowledge: Sendable {
    package let tables: Tables
    private let lexicon: Lexicon
    private let who: WhosWho
    private let model: LanguageModel

    /// Opens what is part of the program.
    ///
    /// - Parameter folder: a folder of the shape of `Data/`, laid over it: its rows replace or add to ours.
    /// - Throws: `Problem(.data)` with the file and line of what is wrong in the folder.
    public init(overlay folder: String? = nil) throws(Problem) {
        let embedded = Tables.embedded()
        if let folder { tables = try Tables(base: embedded, overlay: folder) } else { tables = embedded }
        lexicon = try Lexicon(tables: tables)
        who = WhosWho(tables: tables)
        model = try LanguageModel.embedded()
    }

    /// The name of the rules by which its readers read: two of one name find the same statements in the same document.
    public var ruleSet: String {
        "reading \(Reader.version), knowledge \(tables.fingerprint), model \(LanguageModel.embeddedFingerprint)"
    }

    /// A reader over it; use one a thread.
    public func reader() -> Reader {
        Reader(lexicon: lexicon, who: who, model: model)
    }

    /// The usual name of a state on a day, or its last one: "Lithuania" for LTU.
    package func name(ofState code: String, on day: Day?) -> String? {
        who.state(code)?.name(on: day)
    }

    /// The trees of a document in CoNLL-U.
    public func trees(of document: Document) -> String {
        var analyser = Analyser(model: model)
        return String(decoding: analyser.analyse(document.text, from: document.bodyStart, features: true).conllu(), as: UTF8.self)
    }
}
