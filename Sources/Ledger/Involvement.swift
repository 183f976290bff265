package import CasusCore

/// Who takes part in a statement, and which pairs of them it concerns.
package struct Involvement: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
        package var role: String
        package var actor: Actor
    }

    /// Those whom the statement names, by role.
    package var parts: [Part]
    /// Codes, or names where there is no code, of all who are concerned, sorted.
    package var codes: [String]
    /// Pairs between whom something is done, said or promised; the smaller code first.
    package var dyads: [Dyad]

    /// Two sides, the smaller code first.
    package struct Dyad: Sendable, Hashable, Comparable {
        package var a: String
        package var b: String

        package init(_ one: String, _ other: String) { (a, b) = one < other ? (one, other) : (other, one) }

        package static func < (x: Dyad, y: Dyad) -> Bool { (x.a, x.b) < (y.a, y.b) }
    }

    /// - Parameter told: the events and agreements that were read from a claim: what it speaks of.
    package init(_ statement: Statement, told: [Statement] = []) {
        var parts: [Part] = []
        var pairs: Set<Dyad> = []
        var others: [String] = []
        func cross(_ some: [String], _ more: [String]) {
            for one in some { for other in more where one != other { pairs.insert(Dyad(one, other)) } }
        }
        switch statement {
        case .event(let event):
            parts = event.actors.map { Part(role: "actor", actor: $0) } + event.recipients.map { Part(role: "recipient", actor: $0) }
            let (by, to) = (event.actors.map(\.side), event.recipients.map(\.side))
            // What is done to somebody is not done among those who do it; what has no recipient is done together.
            cross(by, to.isEmpty ? by : to)
        case .agreement(let agreement):
            parts = agreement.parties.map { Part(role: "party", actor: $0) }
            let sides = agreement.parties.map(\.side)
            cross(sides, sides)
        case .claim(let claim):
            if let speaker = claim.speaker {
                parts = [Part(role: "speaker", actor: speaker)]
                others = told.flatMap { Involvement($0).codes }
                cross([speaker.side], others)
            }
        case .question(let question):
            parts = question.about.map { Part(role: "about", actor: $0) }
            let about = question.about.map(\.side)
            cross(about, about)
            if let asker = question.raisedBy {
                parts.append(Part(role: "raised_by", actor: asker))
                cross([asker.side], about)
            }
        }
        self.parts = parts
        codes = Set(parts.map(\.actor.side) + others).sorted()
        dyads = pairs.sorted()
    }
}

extension Actor {
    /// What stands for the actor in pairs: its code, or its name where none is known.
    package var side: String { code ?? name }
}

extension Involvement {
    /// Those of the statements of one document, in their order: a claim concerns those of whom it speaks.
    package static func all(of statements: [Statement]) -> [Involvement] {
        var told: [String: [Statement]] = [:]
        for statement in statements where statement.kind != "claim" {
            for claim in statement[.claims] { told[claim, default: []].append(statement) }
        }
        return statements.map { Involvement($0, told: told[$0.id] ?? []) }
    }
}
