import CasusCore
package import Pacts
package import Treaties

/// Puts the steps of a proof into words.
package struct CheckWords {
    package let gazetteer: Gazetteer
    package let act: Act
    package let treaty: Treaty
    package let duty: Duty
    package let debtor: String
    package let creditor: String

    private func name(_ code: String) -> String { gazetteer.named(code, on: act.on) }

    /// What is asked: the `check` of the JSON.
    package func title(_ check: Check) -> String {
        switch check.subject {
        case .inForce: "in force on date"
        case .duty: "duty in force on date"
        case .debtor: "party on date"
        case .creditor: "owed to on date"
        case .leg(let leg): leg.is == .suspended ? "not suspended" : "not contested between the two"
        case .contest: "not contested"
        case .text: "text known"
        case .act: "act"
        case .nature: "attack not aid or self-defence"
        case .opponent: "attacker"
        case .object: "object"
        case .title: "place of the attacked"
        case .area: "area"
        case .condition(let condition): condition.description
        case .exception(let exception): exception.effect == .limits ? "own reading" : "no exception"
        case .process: "constitutional process"
        case .right: "duty, not only a right"
        }
    }

    /// What the treaty and the scenario say to it.
    package func detail(_ check: Check) -> String {
        switch check.subject {
        case .inForce(let standing): "the treaty is " + words(standing)
        case .duty(let standing): "the article " + words(standing)
        case .debtor(let standing): name(debtor) + ": " + membership(standing)
        case .creditor(let standing):
            check.holds == .yes && standing.holds == .no
                ? "\(name(creditor)): protected by it" : name(creditor) + ": " + membership(standing)
        case .leg(let leg): leg.gist
        case .contest(let contest): contested(contest)
        case .text: "its text is not published; the promise is known from statements about it"
        case .act: acts(check.holds)
        case .nature(let nature): words(nature, check.holds)
        case .opponent: opponent(check)
        case .object:
            "\(act.object.rawValue) attacked; the article covers " + (duty.trigger?.objects ?? []).map(\.rawValue).joined(separator: ", ")
        case .title(let holding): title(holding)
        case .area(let member): area(member, check.holds)
        case .condition(let condition): words(condition, check)
        case .exception(let exception): exception.gist
        case .process:
            check.isAssumed
                ? "action follows its constitutional processes, taken to allow it"
                : check.holds == .yes ? "its constitutional processes allow it" : "its constitutional processes do not allow it"
        case .right: "it may act, and need not"
        }
    }

    package func words(_ standing: Standing) -> String { standing.words(signed: treaty.signed) }

    private func membership(_ standing: Standing) -> String {
        if case .since(let date?) = standing.reason { "a party since \(date.told)" } else { words(standing) }
    }

    private func contested(_ contest: Treaty.Contest) -> String {
        let readings = contest.readings.map { "\($0.by): \($0.holds ? "holds" : "does not hold")\($0.gist.map { " (\($0))" } ?? "")" }
        return contest.gist + (readings.isEmpty ? "" : " " + readings.joined(separator: "; "))
    }

    private func acts(_ holds: Truth) -> String {
        let asked = (duty.trigger?.acts ?? []).map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", ")
        let given = "the act is \(ActWords.noun(act.kind))"
        switch holds {
        case .yes: return given + "; the article is for: " + asked
        case .no: return given + "; the article is only for: " + asked
        case .unknown:
            let isByGroup = act.isFighting && !act.attackers.isEmpty && act.attackingStates.isEmpty
            return (isByGroup ? "the attacker is no state" : given) + "; whether the act is an armed attack under the article is open"
        }
    }

    private func words(_ nature: Nature, _ holds: Truth) -> String {
        let began = name(act.victim)
        switch nature {
        case .aggression: return "it begins the fight"
        case .selfDefence: return "\(began) began: striking back at it is no attack on it"
        case .aid(let helped):
            if holds == .unknown { return "whether it comes to the aid of \(name(helped)), attacked by \(began) first, is not said" }
            return "\(began) attacked \(name(helped)) first: coming to \(name(helped))’s aid is no attack on it"
        }
    }

    private func opponent(_ check: Check) -> String {
        let isVictim = act.victim == creditor
        let names = isVictim ? act.attackers.map { ActWords.name($0, gazetteer, act.on) } : [name(act.victim)]
        let who = names.joined(separator: ", ")
        let role = isVictim ? (names.count == 1 ? "the attacker is " : "the attackers are ") : "the one attacked is "
        let given = who.isEmpty ? "nobody is named, taken to be a state outside" : role + who
        switch duty.trigger?.opponent ?? .unstated {
        case .any: return given + "; the article is for any attacker"
        case .outside, .unstated:
            if who.isEmpty { return given }
            let states = isVictim ? act.attackingStates : [act.victim]
            let outside = states.filter { treaty.standing(of: $0, on: act.on).holds == .no }
            let asked =
                duty.trigger?.opponent == .outside
                ? "the article is for attacks from outside" : "the article does not say whether that counts"
            switch check.holds {
            case .yes where outside.count == states.count: return given + "; no party"
            case .yes: return given + "; no party: " + outside.map(name).joined(separator: ", ")
            case .unknown where duty.trigger?.opponent == .outside: return given + "; whether a party on the day is not known"
            default: return given + ", a fellow party; " + asked
            }
        case .states(let states): return given + "; the article is for " + states.words(name)
        }
    }

    private func title(_ holding: Atlas.Holding?) -> String {
        let place = gazetteer.placeName(act.place, on: act.on)
        guard let holding else { return "\(place) is not territory of \(name(act.victim))" }
        let held = holding.holder.map { (holding.kind == "occupied" ? "occupied by " : "held by ") + name($0) } ?? "held by no state"
        let claimed = holding.claimedBy.isEmpty ? "" : ", claimed by " + holding.claimedBy.map(name).joined(separator: ", ")
        return "\(place): \(held)\(claimed)"
    }

    private func area(_ member: Atlas.Member?, _ holds: Truth) -> String {
        let place = gazetteer.placeName(act.place, on: act.on)
        let words =
            switch holds {
            case .yes: "\(place): inside the area of the article"
            case .no: "\(place): outside the area of the article"
            case .unknown: "\(place): whether inside the area of the article is not clear"
            }
        return words + (member?.note.map { " (\($0))" } ?? "")
    }

    private func words(_ condition: Condition, _ check: Check) -> String {
        let entry = gazetteer.book.conditions[condition.name]
        func told(_ text: String?) -> String {
            guard let text else { return condition.description }
            guard let state = condition.of else { return text }
            return text.replacing("the state named", with: name(state)).replacing("that state", with: name(state))
        }
        switch check.holds {
        case .yes: return told(entry?.question) + (check.isAssumed ? " taken to be so" : " yes")
        case .no: return told(entry?.whenNo)
        case .unknown: return told(entry?.question) + " Not said."
        }
    }
}

extension Trigger.States {
    /// "at least 2 together of France, Russia outside the treaty"
    package func words(_ name: (String) -> String) -> String {
        var parts: [String] = []
        if atLeast > 1 { parts.append("at least \(atLeast) together") }
        if !named.isEmpty { parts.append((atLeast > 1 ? "of " : "") + named.map(name).joined(separator: ", ")) }
        if named.isEmpty, atLeast == 1 { parts.append("any state") }
        if !not.isEmpty { parts.append("other than " + not.map(name).joined(separator: ", ")) }
        if outside { parts.append("outside the treaty") }
        if !supportedBy.isEmpty { parts.append("supported by " + supportedBy.map(name).joined(separator: " or ")) }
        return parts.joined(separator: " ")
    }
}
