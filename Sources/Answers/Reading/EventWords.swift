package import CasusCore

/// Plain English for what an event is.
package enum EventWords {
    /// "visit", "talks by telephone", "breach"; then the text's own verb or noun in brackets where it is another word: "visit (trip)".
    package static func gloss(_ event: Event) -> String {
        let act = event.cameo.flatMap { byCode[$0] } ?? byType["\(event.type.rawValue)/\(event.mode ?? "")"] ?? byType[event.type.rawValue]
        let plain = act ?? event.type.rawValue.lowercased()
        let own = event.origin.rule.split(separator: ":").dropFirst().last.map(String.init) ?? ""
        // "invitation (invite)" says nothing twice.
        let says = own.isEmpty || plain.split(separator: " ").contains { $0.prefix(5) == own.prefix(5) }
        return says ? plain : plain + " (" + own + ")"
    }

    /// All words that a gloss may use of its own.
    package static var all: [String] { Array(byCode.values) + Array(byType.values) }

    /// CAMEO codes whose type and mode alone would mislead or say too little.
    private static let byCode = [
        "043": "receiving a visit", "0331": "promise of economic aid", "0332": "promise of military aid",
        "0333": "promise of humanitarian aid", "062": "military cooperation", "061": "economic cooperation", "063": "judicial cooperation",
        "064": "sharing of intelligence", "071": "economic aid", "072": "military aid", "073": "humanitarian aid", "074": "peacekeeping",
        "075": "asylum", "051": "praise or backing", "054": "diplomatic recognition", "0831": "resignation", "115": "complaint in court",
        "128": "breach", "129": "veto", "161": "lowering of relations", "163": "embargo or sanctions", "191": "blockade",
        "192": "seizure of territory",
    ]

    /// PLOVER's types, and types with a mode.
    private static let byType = [
        "AGREE": "promise", "CONSULT": "talks", "CONSULT/visit": "visit", "CONSULT/phone": "talks by telephone",
        "CONSULT/third-party": "mediation", "SUPPORT": "support", "CONCEDE": "concession", "COOPERATE": "cooperation", "AID": "aid or gift",
        "RETREAT": "stepping back", "RETREAT/access": "granting of access", "RETREAT/ceasefire": "ceasefire",
        "RETREAT/disarm": "disarmament",
        "RETREAT/release": "release", "RETREAT/resign": "resignation", "RETREAT/withdraw": "withdrawal", "REQUEST": "appeal",
        "REQUEST/assist": "appeal for help", "REQUEST/change": "demand for change", "REQUEST/meet": "invitation or call for talks",
        "REQUEST/yield": "demand", "ACCUSE": "accusation", "ACCUSE/disapprove": "criticism", "ACCUSE/investigate": "investigation",
        "REJECT": "refusal or denial", "REJECT/assist": "refusal of help", "REJECT/meet": "refusal of talks",
        "REJECT/yield": "refusal to yield",
        "THREATEN": "threat", "THREATEN/violence": "threat of force", "PROTEST": "protest", "PROTEST/demo": "protest",
        "PROTEST/boycott": "boycott", "PROTEST/hunger": "hunger strike", "PROTEST/riot": "riot", "PROTEST/strike": "strike",
        "SANCTION": "sanction", "SANCTION/convict": "conviction", "SANCTION/discontinue": "break in relations",
        "SANCTION/expel": "expulsion",
        "SANCTION/withdraw": "withdrawal", "MOBILIZE": "mobilisation", "MOBILIZE/troops": "movement of troops",
        "MOBILIZE/weapons": "readying of weapons", "MOBILIZE/police": "use of police", "MOBILIZE/militia": "use of militia",
        "COERCE": "coercion", "COERCE/arrest": "arrest", "COERCE/censor": "censorship", "COERCE/curfew": "curfew",
        "COERCE/cyber": "cyber attack",
        "COERCE/deport": "deportation", "COERCE/martial-law": "martial law", "COERCE/restrict": "restriction", "COERCE/seize": "seizure",
        "COERCE/misinformation": "misinformation", "ASSAULT": "attack", "ASSAULT/abduct": "abduction",
        "ASSAULT/aerial": "attack from the air",
        "ASSAULT/beat": "beating", "ASSAULT/crowd-control": "crowd control", "ASSAULT/destroy": "destruction",
        "ASSAULT/drone": "attack by drones", "ASSAULT/explosives": "bombing", "ASSAULT/firearms": "shooting",
        "ASSAULT/heavy-weapons": "shelling", "ASSAULT/suicide-attack": "suicide attack", "ASSAULT/targeted": "killing",
        "ASSAULT/torture": "torture",
    ]
}
