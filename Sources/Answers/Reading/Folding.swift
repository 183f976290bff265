import CasusCore

/// Of the records of one happening, a brief shows the one that says most.
enum Folding {
    /// The records that another one stands for, each with the one that does.
    static func lesser(of statements: [Statement], _ byID: [String: Statement]) -> [String: String] {
        var shown: [String: String] = [:]
        for statement in statements where shown[statement.id] == nil {
            for id in same(as: statement) where shown[id] == nil {
                if let other = byID[id], less(other, than: statement) { shown[id] = statement.id }
            }
        }
        // What stood for others may have given way itself.
        return shown.mapValues { id in
            var id = id
            while let next = shown[id] { id = next }
            return id
        }
    }

    private static func same(as statement: Statement) -> [String] {
        switch statement {
        case .event(let event): event.sameAs
        case .agreement(let agreement): agreement.sameAs
        case .claim, .question: []
        }
    }

    private static func less(_ other: Statement, than statement: Statement) -> Bool {
        let (a, b) = (weight(statement), weight(other))
        return b < a || (b == a && (other.origin.span, other.id) > (statement.origin.span, statement.id))
    }

    private static func weight(_ statement: Statement) -> Int {
        switch statement {
        case .event(let event):
            event.objects.count + (event.date.map { $0.description.utf8.count / 2 } ?? 0) + event.recipients.count
                + (event.place == nil ? 0 : 1)
        case .agreement(let agreement):
            2 * agreement.duties.count + agreement.spheres.count + agreement.replaces.count + (agreement.signed == nil ? 0 : 1)
                + (agreement.origin.rule == "terms" ? 0 : 8)
        case .claim, .question: 0
        }
    }
}
