import CasusCore

/// Where in a clause an argument stands: `subj`, `obj!`, `in?`, `to|iobj`, `subj+with`, `to:person`.
struct Slot {
    /// One place: a grammatical position and the class its noun must belong to.
    struct Place {
        var position: String
        var ofClass: String?
    }

    /// The first alternative that is there counts; the places of one alternative count together.
    var alternatives: [[Place]] = []
    /// Without it there is no event.
    var isRequired = false
    /// It may be missing where its kind of act asks for one: the object says enough.
    var mayBeOpen = false

    var isEmpty: Bool { alternatives.isEmpty }

    init(_ text: String) {
        for part in text.split(separator: "|") {
            let places = part.split(separator: "+").map { word -> Place in
                var word = word.drop { $0 == " " }
                while let last = word.last, last == "!" || last == "?" || last == " " {
                    if last == "!" { isRequired = true }
                    if last == "?" { mayBeOpen = true }
                    word.removeLast()
                }
                let halves = word.split(separator: ":", maxSplits: 1)
                return Place(position: String(halves.first ?? ""), ofClass: halves.count > 1 ? String(halves[1]) : nil)
            }
            alternatives.append(places.filter { !$0.position.isEmpty })
        }
        alternatives.removeAll { $0.isEmpty }
    }
}

/// A verb and the act it states: a row of `verbs/frames.csv`.
struct Frame {
    var lemma: String
    /// A particle or adverb that the verb must have.
    var particle: String
    /// The class of the object; "-" for no object, empty for any.
    var object: ObjectClass
    var act: Act
    var actor: Slot
    var recipient: Slot
    var about: Slot
    var objects: Slot
    /// Its row.
    var source: Source?
}

/// What a frame asks of its object: `weapon|to:person`.
struct ObjectClass {
    struct Choice {
        /// The class of the object, as written.
        var name: String
        /// Another place than the object's, where one is named.
        var place: Slot.Place?
    }

    var choices: [Choice]
    /// Whether it names places other than the object's.
    var hasPlaces: Bool

    init(_ text: String) {
        choices = text.split(separator: "|").map { part in
            let halves = part.split(separator: ":", maxSplits: 1).map(String.init)
            return Choice(name: String(part), place: halves.count == 2 ? Slot.Place(position: halves[0], ofClass: halves[1]) : nil)
        }
        isNone = text == "-"
        isAny = text.isEmpty
        hasPlaces = text.contains(":")
    }

    /// Whether there must be no object.
    var isNone: Bool
    /// Whether nothing is asked.
    var isAny: Bool
}

/// A noun that carries an act: a row of `verbs/nouns.csv`.
struct ActNoun {
    var lemma: String
    /// A word that must modify the noun.
    var modifier: String
    var act: Act
    var actor: Slot
    var recipient: Slot
    var about: Slot
    /// Whether mentioning it with its arguments asserts that it happened.
    var standsAlone: Bool
    /// Its row.
    var source: Source?
}

/// A kind of act in the terms of PLOVER and CAMEO.
struct Act {
    var type: EventType
    var mode: String?
    var cameo: String?
}

/// A verb that lends a noun its actor: "launch an attack".
struct LightVerb {
    enum Role: String { case actor, recipient, mutual }
    var particle: String
    /// Nil when the subject has no part in the act: "prevented an attack".
    var subject: Role?
    var effect: Status
    /// Its row.
    var source: Source?
}

/// A word of speech.
struct Cue {
    var lemma: String
    var particle: String
    var stance: Stance
    var content: Slot
    var addressee: Slot
    /// Its row; nil where no row but a rule made it.
    var source: Source?
}

/// A word that changes the status of what hangs on it.
struct Embedding {
    var position: String
    var effect: Status
    /// The effect where the word is itself denied ("did not hesitate to attack"); nil where it is what the two come to together.
    var denied: Status?
    /// Its row.
    var source: Source?

    /// Whether what the word governs holds whether the word does or not: "regret", "condemn".
    var isPresupposing: Bool { effect == .actual && denied == .actual }
}

/// A word that says where an instrument stands.
struct StageWord {
    var particle: String
    var position: String
    var stage: Stage
    /// The status that the word itself gives, where it is not that of the stage: a treaty that is called for is only possible.
    var status: Status?
    /// Its row.
    var source: Source?
}
