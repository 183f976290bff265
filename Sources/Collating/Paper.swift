import CasusCore

/// An agreement in the form in which two can be compared.
struct Paper: Sendable {
    let index: Int
    let document: String
    let published: Day?
    /// Codes, or lower-case names, sorted.
    let parties: [String]
    let kind: Kind
    /// What sort of treaty its name says it is: "defence", "trade".
    let descriptors: [String]
    let name: String
    let signed: EDTF?
    let stage: Stage?
    let status: Status

    /// Instruments whose names cannot stand for one another.
    enum Kind: Sendable {
        case treaty, memorandum, declaration, additional, contract, other
    }

    init(_ agreement: Agreement, at index: Int, in publication: Publication, offices: Offices) {
        self.index = index
        (document, published) = (publication.key, publication.published)
        parties = Who(agreement.parties, offices: offices).keys
        name = Words.fold(agreement.name)
        kind = Paper.kind(of: agreement.name)
        descriptors = Paper.describes(agreement.name)
        (signed, stage, status) = (agreement.signed, agreement.stage, agreement.status)
    }

    /// Whether nothing that is known speaks against both being one instrument.
    func mayBe(_ other: Paper) -> Bool {
        guard parties == other.parties, kind == other.kind, namesAgree(other) else { return false }
        if let signed, let theirs = other.signed, !signed.overlaps(theirs) { return false }
        return document != other.document || (name == other.name && !descriptors.isEmpty)
    }

    /// Nil where they are not known to be one.
    func tie(_ other: Paper) -> Sameness.Tie? {
        guard mayBe(other) else { return nil }
        if document == other.document { return .firm }
        let shared = descriptors.count { other.descriptors.contains($0) }
        if let signed, let theirs = other.signed {
            if signed.isExact, signed == theirs { return .firm }
            // A year alone tells one treaty from another only with the same name.
            let isFine = signed.width <= 31 || theirs.width <= 31
            if isFine { return signed.width <= 31 && theirs.width <= 31 ? .loose : nil }
            return signed == theirs && shared > 0 && name == other.name ? .loose : nil
        }
        guard let distance = distance(to: other) else { return nil }
        if distance <= Deed.reach { return .loose }
        let isNamed = shared >= 2 || (shared == 1 && (name == other.name || descriptors.count == 1 || other.descriptors.count == 1))
        return isNamed && distance <= 730 ? .loose : nil
    }

    /// Whether the names may be names of one instrument: one says no more than "treaty", or both say something alike.
    func namesAgree(_ other: Paper) -> Bool {
        descriptors.isEmpty || other.descriptors.isEmpty || descriptors.contains { other.descriptors.contains($0) }
    }

    /// Days between the publications, or between one and the other's signing.
    private func distance(to other: Paper) -> Int? {
        guard let here = signed?.latest ?? published, let there = other.signed?.latest ?? other.published else { return nil }
        return Int(abs(here.number - there.number))
    }

    /// The stems of a name that say what sort of instrument it is.
    static func describes(_ name: String) -> [String] { Words.content(name).filter { !plain.contains($0) } }

    private static func kind(of name: String) -> Kind {
        for word in Words.split(name).reversed() {
            switch word {
            case "treaty", "pact", "agreement", "accord", "accords", "deal", "partnership", "alliance", "convention": return .treaty
            case "memorandum", "memoranda", "mou": return .memorandum
            case "declaration", "communique", "communiqué", "statement": return .declaration
            case "protocol", "protocols": return .additional
            case "contract", "contracts": return .contract
            default: continue
            }
        }
        return .other
    }

    /// Stems that every instrument may bear.
    private static let plain: Set<String> = [
        "treaty", "pact", "agreement", "accord", "deal", "document", "mutual", "bilateral", "joint", "comprehensiv", "historic", "major",
        "formal", "draft", "similar", "landmark", "memorandum", "understand", "declaration", "protocol", "convention", "contract",
        "statement", "communiqu", "propos", "plann", "sign", "long", "awaited",
    ]
}
