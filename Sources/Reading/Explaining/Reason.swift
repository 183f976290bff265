/// Why a word that may carry a statement carries none.
package enum Reason: String, CaseIterable, Sendable {
    case unfinished
    case attribute
    case speech
    case game = "sport"
    case fiction
    case particle
    case object
    case modifier
    case noAct = "no-act"
    case mention
    case notANoun = "no-row"
    case noActor = "no-actor"
    case privateActor = "private-actor"
    case noRecipient = "no-recipient"
    case ownRecipient = "recipient-is-actor"
    case opinion
    case oneSide = "one-side"
    case ownAffair = "own-affair"
    case unknownSides = "unknown-sides"
    case noSubject = "no-subject-matter"
    case outranked
    case lent = "light-verb"
    case readElsewhere = "read-as-agreement"
    case withVerb = "read-with-verb"
    case noContent = "no-content"
    case noSpeaker = "no-speaker"
    case notSaid = "not-said"
    case noStanding = "no-standing"
    case noParties = "no-parties"
    case replaced
    case contract
    case notOpen = "not-open"
    case covered
    case twice

    /// In words, as the end of "gives no record: ".
    package var says: String {
        switch self {
        case .unfinished: "nothing came of it"
        case .attribute: "it describes a noun, and states nothing itself"
        case .speech: "it is speech, not an act"
        case .game: "the clause speaks of a game"
        case .fiction: "a work of art tells it"
        case .particle: "the row asks for another particle"
        case .object: "the row asks for another object"
        case .modifier: "the row asks for another word in front of the noun"
        case .noAct: "the noun does not stand for an act here"
        case .mention: "the noun alone does not say that it happened"
        case .notANoun: "it is a noun here, and as a noun it is in no row"
        case .noActor: "nobody is named who acts"
        case .privateActor: "who acts is nobody public: no state, organ, organisation, movement or crowd"
        case .noRecipient: "nobody is known on whom it is done, which this act needs"
        case .ownRecipient: "the one on whom it is done is the one who acts"
        case .opinion: "it is an opinion, not a promise"
        case .oneSide: "a joint act needs two sides, and one is named"
        case .ownAffair: "it is an affair of one side: a programme, a journey at home, advice to its own people"
        case .unknownSides: "no side belongs to a state or organisation that is known, or it is an order inside one government"
        case .noSubject: "what it is about is not told, which the row asks for"
        case .outranked: "another row of the same verb fits better"
        case .lent: "it only lends a noun its actor"
        case .readElsewhere: "it was read as part of an agreement"
        case .withVerb: "it was read together with its verb"
        case .noContent: "nothing is found that is said"
        case .noSpeaker: "nobody is found who says it"
        case .notSaid: "it is not said to have been said"
        case .noStanding: "nothing tells where the instrument stands or what it holds"
        case .noParties: "no party is known"
        case .replaced: "it is what another instrument replaces"
        case .contract: "it is a contract of business, no agreement of states"
        case .notOpen: "it concerns nobody public"
        case .covered: "another open point covers it"
        case .twice: "the same is said at the same place already"
        }
    }
}
