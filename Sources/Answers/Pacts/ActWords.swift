package import CasusCore
package import Pacts
import Treaties

/// Puts the acts of a scenario into words.
package enum ActWords {
    package static func name(_ participant: Act.Participant, _ gazetteer: Gazetteer, _ day: Day) -> String {
        switch participant {
        case .state(let code): gazetteer.named(code, on: day)
        case .nonState(let name): name
        }
    }

    /// "France, Britain and Israel"
    package static func listed(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }

    package static func noun(_ kind: Act.Kind) -> String {
        switch kind {
        case .attack: "an attack"
        case .war: "a declaration of war"
        case .threat: "a threat of force"
        case .mobilisation: "a mobilisation"
        case .blockade: "a blockade"
        case .subversion: "a change of order from outside"
        case .help: "help in a fight"
        case .peace: "peace"
        }
    }

    /// "Russia attacks Estonia on 2025-03-01"
    package static func sentence(_ act: Act, _ gazetteer: Gazetteer) -> String {
        let victim = gazetteer.named(act.victim, on: act.on)
        let who = act.attackers.isEmpty ? "somebody" : listed(act.attackers.map { name($0, gazetteer, act.on) })
        let whole = act.attackers.count > 1
        func verb(_ one: String, _ many: String) -> String { whole ? many : one }
        let object = act.isFighting && act.object != .territory ? "\(act.object.rawValue) of \(victim)" : victim
        var text =
            switch act.kind {
            case .attack: "\(who) \(verb("attacks", "attack")) \(object)"
            case .war: "\(who) \(verb("declares", "declare")) war on \(victim)"
            case .threat: "\(who) \(verb("threatens", "threaten")) \(victim)"
            case .mobilisation: "\(who) \(verb("mobilises", "mobilise")) against \(victim)"
            case .blockade: "\(who) \(verb("blockades", "blockade")) \(victim)"
            case .subversion: "\(who) \(verb("overthrows", "overthrow")) \(victim)"
            case .help: "\(who) \(verb("helps", "help")) \(act.helps.map { gazetteer.named($0, on: act.on) } ?? "") against \(victim)"
            case .peace: "\(who) \(verb("makes", "make")) peace with \(victim)"
            }
        let place = gazetteer.placeName(act.place, on: act.on)
        if !act.assumed.contains(.where), act.place != act.victim, place != victim, act.kind != .peace { text += " at \(place)" }
        text += " on \(act.on)"
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// "on its territory" ...: what is taken as given.
    package static func assumptions(_ act: Act, _ gazetteer: Gazetteer) -> [String] {
        act.assumed.filter { $0 != .object || !act.assumed.contains(.where) }.filter { act.kind != .war || $0 != .where }.map {
            assumption in
            switch assumption {
            case .by: "the attacker is a state outside the treaties"
            case .where: "on the territory of \(gazetteer.named(act.victim, on: act.on))"
            case .object:
                act.object == .territory
                    ? "against its territory"
                    : "against its \(act.object.rawValue), the place being none of its own land"
            case .on:
                act.on == gazetteer.book.coverage.upperBound ? "on \(act.on), the last day that the treaties cover" : "on \(act.on), today"
            case .helps: "to help \(act.helps.map { gazetteer.named($0, on: act.on) } ?? "the attacked")"
            case .constitutionalProcess: "constitutional processes allow action"
            }
        }
    }

    /// `where` of the JSON: "territory of EST", "vessels of PHL at second-thomas-shoal".
    package static func place(_ act: Act) -> String {
        let object = "\(act.object.rawValue) of \(act.victim)"
        return act.place == act.victim && act.object == .territory ? object : "\(object) at \(act.place)"
    }
}
