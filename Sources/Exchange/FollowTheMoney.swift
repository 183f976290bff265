package import CasusCore

/// Documents and their statements as entities of the FollowTheMoney model, one JSON object a line: for Aleph and its kin.
///
/// The model has no doubt in it: an `Event` is a fact with a date. So only what a text states as done becomes one, and only
/// with the part of its date that is beyond doubt. All else is a `Note`, whose name and description begin with what it is.
package struct FollowTheMoney: Sendable {
    /// The model's code of a country ("ru", "suhh") for one of ours ("RUS", "SUN").
    let countryCode: @Sendable (String) -> String?

    package init(countryCode: @escaping @Sendable (String) -> String?) {
        self.countryCode = countryCode
    }

    /// The entities of one document, each with its line's end. They make one dataset, named after the document's key.
    ///
    /// An entity that documents share, such as a state, comes again with each of them: readers of the format merge by id.
    package func lines(_ publication: Publication, _ kept: [Kept]) -> String {
        let stated = kept.filter(\.isStated)
        let known = Dictionary(stated.map { ($0.id, $0.statement) }) { first, _ in first }
        var entities = [document(publication)]
        var seen: Set<String> = []
        for one in stated {
            for party in one.statement.parties {
                entities += actors(party.actor, in: publication).filter { seen.insert($0.id).inserted }
            }
            entities.append(entity(one, known: known))
            entities += links(one, known: known).filter { seen.insert($0.id).inserted }
        }
        var json = JSONWriter()
        for entity in entities {
            entity.write(to: &json, dataset: Self.dataset(publication))
            json.newline()
        }
        return json.string
    }

    /// The name of the dataset that a document makes.
    package static func dataset(_ publication: Publication) -> String { "casus_" + publication.key }

    static func documentID(_ publication: Publication) -> String { "casus-document-" + publication.key }

    static func statementID(_ id: String) -> String { "casus-statement-" + id }

    private func document(_ it: Publication) -> FtMEntity {
        // Without a publisher nothing says that it is a piece of the press: treaties are read as well.
        var entity = FtMEntity(id: Self.documentID(it), schema: it.publisher == nil ? "Document" : "Article")
        entity.add("fileName", it.name)
        entity.add("title", it.title)
        entity.add("author", it.author)
        entity.add("publisher", it.publisher)
        entity.add("publishedAt", it.published?.description)
        entity.add("sourceUrl", it.url.flatMap { Self.isWeb($0) ? $0 : nil })
        // The model's checksum is a SHA-1, which is not at hand.
        entity.add("notes", "SHA-256 of the text: " + it.sha)
        return entity
    }

    private static func isWeb(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return (start.hasPrefix("http://") || start.hasPrefix("https://")) && !url.contains { $0.isWhitespace }
    }

    static func actorID(_ actor: Actor, in publication: Publication) -> String { "casus-actor-" + actor.localID(in: publication) }

    static func spokesmanID(_ actor: Actor, in publication: Publication) -> String? {
        actor.spokesmanID(in: publication).map { "casus-actor-" + $0 }
    }

    /// The actor, and the spokesman where one speaks for it.
    private func actors(_ actor: Actor, in publication: Publication) -> [FtMEntity] {
        // Whether somebody with a sector is a person or an organ of state is not recorded; `LegalEntity` says neither.
        var entity = FtMEntity(id: Self.actorID(actor, in: publication), schema: actor.isState ? "PublicBody" : "LegalEntity")
        entity.add("name", actor.name)
        entity.add("country", actor.code.flatMap(countryCode))
        entity.add("classification", actor.sector)
        entity.add("notes", actor.code.map { "code: " + $0 })
        entity.add("notes", actor.cow.map { "Correlates of War number: \($0)" })
        entity.add("notes", actor.gw.map { "Gleditsch and Ward number: \($0)" })
        entity.add("proof", Self.documentID(publication))
        guard let person = actor.person, let id = Self.spokesmanID(actor, in: publication) else { return [entity] }
        var spokesman = FtMEntity(id: id, schema: "Person")
        spokesman.add("name", person)
        spokesman.add("country", actor.code.flatMap(countryCode))
        spokesman.add("notes", "speaks for " + actor.name)
        spokesman.add("proof", Self.documentID(publication))
        return [entity, spokesman]
    }

    /// The ties between statements of the document, where both are there.
    private func links(_ kept: Kept, known: [String: Statement]) -> [FtMEntity] {
        LinkKind.allCases.flatMap { relation -> [FtMEntity] in
            kept.statement[relation].filter { known[$0] != nil && $0 != kept.id }.map { target in
                // Records of the same happening name each other: one tie does for both.
                let isBackward = relation == .sameAs && target < kept.id
                let (from, to) = isBackward ? (target, kept.id) : (kept.id, target)
                var link = FtMEntity(id: "casus-link-\(relation.slug)-\(from)-\(to)", schema: "UnknownLink")
                link.add("subject", Self.statementID(from))
                link.add("object", Self.statementID(to))
                link.add("role", relation.words)
                link.add("proof", Self.documentID(kept.publication))
                return link
            }
        }
    }
}

extension LinkKind {
    fileprivate var slug: String {
        switch self {
        case .claims: "claim"
        case .about: "about"
        case .sameAs: "same"
        }
    }

    fileprivate var words: String {
        switch self {
        case .claims: "read from the claim"
        case .about: "about"
        case .sameAs: "another record of the same"
        }
    }
}
