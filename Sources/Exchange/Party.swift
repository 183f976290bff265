package import CasusCore

/// An actor in the part that a statement gives it.
package struct Party: Sendable, Hashable {
    package enum Role: String, Sendable, CaseIterable {
        case actor, recipient, party, speaker, about
        case raisedBy = "raised_by"
    }

    package var role: Role
    /// Its place among those of the same role, from 1.
    package var number: Int
    package var actor: Actor
}

extension Statement {
    /// Who takes part in it, or is spoken of.
    package var parties: [Party] {
        switch self {
        case .event(let it): Party.list(.actor, it.actors) + Party.list(.recipient, it.recipients)
        case .agreement(let it): Party.list(.party, it.parties)
        case .claim(let it): Party.list(.speaker, it.speaker.map { [$0] } ?? [])
        case .question(let it): Party.list(.about, it.about) + Party.list(.raisedBy, it.raisedBy.map { [$0] } ?? [])
        }
    }
}

extension Party {
    fileprivate static func list(_ role: Role, _ actors: [Actor]) -> [Party] {
        actors.enumerated().map { Party(role: role, number: $0.offset + 1, actor: $0.element) }
    }
}

extension Kept {
    /// Whether people left it standing: what they took back goes into no export.
    package var isStated: Bool { Statement.isStated(corrections) }
}
