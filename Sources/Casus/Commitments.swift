import CKnowledge
public import CasusCore
public import Treaties
package import Tables
package import WhosWho

/// What Casus knows of treaties, opened once and shared by all threads.
///
/// ```swift
/// let commitments = try Commitments()
/// let act = Act(by: [.state("RUS")], against: "EST", on: Day(iso: "2025-03-01")!)
/// let outcome = Scenario(acts: [act]).outcome(in: commitments.book)
/// for answer in outcome.answers { print(answer.state, answer.verdict.rawValue, answer.treaty.title) }
/// ```
public struct Commitments: Sendable {
    /// The treaties it was made from.
    public let book: TreatyBook
    package let who: WhosWho
    package let tables: Tables

    /// Opens what is part of the program.
    ///
    /// - Parameter folder: a folder of the shape of `Data/`, laid over it: treaties of `treaties/*.json` replace those with the same id
    ///   and add to the others.
    /// - Throws: `Problem(.data)` with the file, the field and the mend of what is wrong in the folder.
    public init(overlay folder: String? = nil) throws(Problem) {
        try self.init(overlay: folder, withTreaties: true)
    }

    /// - Parameter withTreaties: whether the folder's treaties are taken, or only its tables.
    package init(overlay folder: String?, withTreaties: Bool) throws(Problem) {
        let embedded = Tables.embedded()
        if let folder { tables = try Tables(base: embedded, overlay: folder) } else { tables = embedded }
        who = WhosWho(tables: tables)
        var treaties = try Commitments.embeddedTreaties()
        var own: [(treaty: Treaty, path: String)] = []
        if let folder {
            if withTreaties, !TreatyFolder.isFolder(folder + "/treaties"), !TreatyFolder.read(folder).treaties.isEmpty {
                throw Problem(.input, "holds treaty files itself", at: folder, mend: "put them into a folder treaties in it")
            }
            let read = TreatyFolder.read(withTreaties ? folder + "/treaties" : "")
            if let problem = read.problems.first(where: { $0.kind == .data }) { throw problem }
            own = read.treaties
            treaties += own.map(\.treaty)
        }
        book = try TreatyBook(treaties, tables: tables)
        if !own.isEmpty {
            let paths = Dictionary(own.map { ($0.treaty.id, $0.path) }) { $1 }
            let states = Set(who.states.map(\.code))
            if let problem = book.problems(states: states, place: { paths[$0.id] ?? $0.id }).first { throw problem }
        }
    }

    /// The treaties of `Data/treaties` as they were when the program was built.
    static func embeddedTreaties() throws(Problem) -> [Treaty] {
        let bytes = UnsafeRawBufferPointer(start: casus_treaties_bytes, count: casus_treaties_size)
        return try TreatyFolder.read(list: Array(bytes), file: "treaties.bin")
    }

    /// The two-letter codes of states, as exports want them.
    package var alpha2: [String: String] {
        Dictionary(tables.rows(of: .alpha2).map { ($0["code"], $0["alpha2"]) }) { $1 }
    }

    /// The codes that a state bore in its times: of RUS and SUN both, which have one number in the Correlates of War.
    package func codes(of state: String) -> Set<String> {
        guard let number = who.state(state)?.cow() else { return [state] }
        return Set(who.states.filter { $0.cow() == number }.map(\.code)).union([state])
    }
}
