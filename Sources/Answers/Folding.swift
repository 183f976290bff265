import CasusCore

/// Of the records of one happening, a brief shows the one that says most.
enum Folding {
    /// The records that another one stands for.
    static func lesser(of statements: [Statement], _ byID: [String: Statement]) -> Set<String> {
        var folded: Set<String> = []
        for statement in statements where !folded.contains(statement.id) {
            folded.formUnion(same(as: statement).filter { byID[$0].map { less($0, than: statement) } ?? false })
        }
        return folded
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
        case .event(let event): event.objects.count + (event.date == nil ? 0 : 2) + event.recipients.count + (event.place == nil ? 0 : 1)
        case .agreement(let agreement):
            2 * agreement.duties.count + agreement.spheres.count + agreement.replaces.count + (agreement.signed == nil ? 0 : 1)
                + (agreement.origin.rule == "terms" ? 0 : 8)
        case .claim, .question: 0
        }
    }
}
