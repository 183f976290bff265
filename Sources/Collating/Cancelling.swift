import CasusCore

/// The words of a record that calls something off.
struct Cancelling {
    private let words: [String]
    private let stems: Set<String>

    init(_ quote: String) {
        let all = Words.split(quote)
        // A news conference is no meeting of sides.
        words = all.indices.filter { place in
            all[place] != "conference" || place == 0 || !["news", "press"].contains(all[place - 1])
        }.map { all[$0] }
        stems = Set(words.map(Words.stem))
    }

    /// Whether they call off this plan: they name its kind of act, all of its sides, and the person who was to act.
    func cancels(_ plan: Plan, _ deed: Deed, in reports: Reports) -> Bool {
        guard isCancelling else { return false }
        let act = ActWords(reports.all[plan.lead.index].statement)
        guard stems.contains(where: { act.names($0) || act.trigger == $0 }) else { return false }
        let event = reports.all[plan.lead.index].event!
        let names = Set(words)
        func isNamed(_ actor: Actor) -> Bool {
            Words.split(actor.name).last.map { names.contains($0) } ?? false
        }
        let here = deed.sides.keys
        let actors = event.actors + event.recipients
        for key in plan.sides where !here.contains(key) {
            guard
                actors.contains(where: {
                    Who.key(of: $0) == key && (isNamed($0) || Words.split($0.text).last.map { names.contains($0) } ?? false)
                })
            else {
                return false
            }
        }
        let doers = plan.lead.doers.parties
        let people = doers.flatMap(\.people)
        if people.isEmpty {
            return !plan.lead.isVisit || deed.doers.hasSameKeys(as: plan.lead.doers)
        }
        let isSelf = deed.doers.parties.contains { party in party.people.contains { person in people.contains { Names.agree($0, person) } }
        }
        return isSelf || people.contains { $0.split(separator: " ").last.map { names.contains(String($0)) } ?? false }
    }

    /// "Cancelled", "postponed", "called off", "put off".
    private var isCancelling: Bool {
        if !stems.isDisjoint(with: ["cancel", "postpon", "cancellation", "postponement", "scrap", "shelv", "suspend"]) { return true }
        return words.indices.dropFirst().contains { words[$0] == "off" && ["call", "put"].contains(Words.stem(words[$0 - 1])) }
    }
}
