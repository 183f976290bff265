import CasusCore

/// The words by which an act may be called: the word that the rule went by, and those of its kind.
struct ActWords {
    /// The stem of the word that was read as the act; nil of words such as "hold" that say nothing alone.
    let trigger: String?
    /// Stems of the words for acts of its kind.
    let kind: Set<String>

    init(_ statement: Statement) {
        let word = statement.origin.rule.split(separator: ":").dropFirst().last.map { Words.stem(String($0)) }
        trigger = word.flatMap { ActWords.light.contains($0) ? nil : $0 }
        switch statement {
        case .event(let event): kind = ActWords.kind(event.type, event.mode)
        case .agreement: kind = ActWords.instruments
        case .claim, .question: kind = []
        }
    }

    /// Whether a stem names the act.
    func names(_ stem: String) -> Bool { stem == trigger || kind.contains(stem) }

    /// The words for acts of a kind. Few, and only those that can hardly mean another kind.
    static func kind(_ type: EventType, _ mode: String?) -> Set<String> {
        switch (type, mode) {
        case (.consult, "visit"): visits
        case (.consult, _): talks
        case (.cooperate, _): drills
        case (.aid, _): gifts
        case (.retreat, "withdraw"): ["withdraw", "withdrawal", "pullout", "leav"]
        case (.retreat, "ceasefire"): ["ceasefir", "truc", "armistic"]
        case (.retreat, "release"): ["releas", "fre", "swap"]
        case (.sanction, _): ["sanction", "embargo", "expel", "expulsion"]
        default: []
        }
    }

    static let visits: Set<String> = ["visit", "trip", "travel", "journey", "tour", "stay"]
    static let talks: Set<String> = ["talk", "meet", "summit", "negotiation", "consultation", "conversation", "call", "conferenc"]
    static let drills: Set<String> = ["drill", "exercis", "manoeuvr"]
    static let gifts: Set<String> = ["aid", "supply", "ship", "deliver", "send", "giv", "gift", "assistanc", "donat", "provid"]
    static let instruments: Set<String> = ["treaty", "pact", "agreement", "accord", "deal", "sign", "ratify", "convention", "memorandum"]

    /// Verbs that need their object to say anything.
    private static let light: Set<String> = ["hold", "hav", "tak", "giv", "mak", "do", "go", "com", "put", "get", "carry", "conduct"]
}
