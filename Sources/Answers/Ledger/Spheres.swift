import CasusCore
package import Tables

/// In which sphere of relations an act belongs: security, economy, diplomacy. The rows are those of `verbs/spheres.csv`.
package struct Spheres: Sendable {
    private let byAct: [String: String]

    package init(_ tables: Tables) {
        byAct = Dictionary(tables.rows(of: .spheres).map { ($0["act"], $0["sphere"]) }) { $1 }
    }

    /// By the most specific of CAMEO code, type with mode, and type that has a row.
    func sphere(of event: Event) -> String {
        if let code = event.cameo {
            // 0724 is a case of 072.
            for length in stride(from: code.utf8.count, through: 3, by: -1) {
                if let sphere = byAct[String(code.prefix(length))] { return sphere }
            }
        }
        return event.mode.flatMap { byAct["\(event.type.rawValue)/\($0)"] } ?? byAct[event.type.rawValue] ?? "other"
    }
}
