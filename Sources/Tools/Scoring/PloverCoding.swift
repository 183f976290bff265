package import CasusCore

/// How the statements of a sentence are told in the types of PLOVER.
package enum PloverCoding: Sendable {
    /// The types of the events as they stand, whatever their status.
    case plain
    /// As PLOVER and the CAMEO codes behind it have it, where Casus keeps act, time and instrument apart:
    ///
    /// - what is to come is AGREE where it is friendly (CAMEO 03, "express intent to") and THREATEN where it is not (13);
    /// - a friendly act that is not done is REJECT (12);
    /// - an instrument that is signed, ratified or agreed on is SUPPORT (057);
    /// - what is only possible, alleged or denied is the content of another act, and counts only where nothing else is told.
    case manual

    /// The statements that count, each with its type.
    package func told(_ statements: [Statement]) -> [(statement: Statement, type: String)] {
        let typed = statements.compactMap { statement in type(of: statement).map { (statement: statement, type: $0.rawValue) } }
        guard self == .manual else { return typed }
        let firm = typed.filter { Self.isFirm($0.statement) }
        return firm.isEmpty ? typed : firm
    }

    /// Some marked files know one class for what is conceded in words and in deeds.
    package static func merged(_ type: String) -> String { type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type }

    private func type(of statement: Statement) -> EventType? {
        switch (self, statement) {
        case (.plain, .event(let event)): event.type
        case (.manual, .event(let event)): Self.type(event.type, event.status)
        case (.manual, .agreement(let agreement)): Self.type(agreement)
        default: nil
        }
    }

    private static func isFirm(_ statement: Statement) -> Bool {
        switch statement {
        case .event(let event): [.actual, .planned, .negated].contains(event.status)
        default: true
        }
    }

    private static func type(_ type: EventType, _ status: Status) -> EventType {
        switch type {
        case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat:
            return status == .planned ? .agree : status == .negated ? .reject : type
        case .protest, .sanction, .coerce, .assault: return status == .planned ? .threaten : type
        case .request, .accuse, .reject, .threaten, .mobilize: return type
        }
    }

    /// The words of a negotiation that has come to its end.
    private static let finishing: Set<String> = [
        "stage:reach", "stage:agree", "stage:clinch", "stage:strike", "stage:seal", "stage:finalise", "stage:finalize",
    ]

    private static func type(_ agreement: Agreement) -> EventType? {
        switch (agreement.stage, agreement.status) {
        case (.signed, .actual), (.ratified, .actual): .support
        case (.signed, .planned), (.ratified, .planned): .agree
        case (.signed, .negated), (.ratified, .negated), (.negotiated, .negated): .reject
        case (.negotiated, _) where finishing.contains(agreement.origin.rule): .support
        default: nil
        }
    }
}
