package import CasusCore
package import Collating

/// Sorts what is told between two into the sections of a dossier. Every statement stands in one place at most; what stands in none is
/// a claim that only carries an act told elsewhere.
package struct Dossier {
    private(set) var sections: [DossierAnswer.Section] = []

    package init(_ kept: [Kept], _ collation: Collation, _ desk: Desk, on day: Day) {
        let entries = TimelineAnswer.entries(kept, collation, desk, on: day)
        let propositions = collation.propositions
        // Claims that are somebody's word on an act stand under it; of others each is a line.
        var carried: Set<String> = []
        for proposition in propositions where collation.happening(of: proposition.subject) != nil {
            carried.formUnion(proposition.voices.map(\.statement))
        }
        var sorted: [String: [TimelineAnswer.Entry]] = [:]
        var titles: [String: String] = [:]
        func add(_ entry: TimelineAnswer.Entry, _ key: String, _ title: String) {
            sorted[key, default: []].append(entry)
            titles[key] = title
        }
        for entry in entries {
            switch entry.kept[0].statement {
            case .event(let event): Dossier.place(entry, event, carried, desk, day, add)
            case .agreement: add(entry, "agreements", "Agreements as reported")
            case .claim(let claim):
                if carried.contains(entry.kept[0].id) || claim.speaker == nil { continue }
                add(entry, "said", "Said")
            case .question:
                // "Britain": words that ask nothing.
                if entry.text.split(separator: " ").count < 3 { continue }
                add(entry, "questions", "Left open, and what later reports say")
            }
        }
        let order = ["agreements", "visits", "talks", "gifts"]
        let spheres = sorted.keys.filter { $0.hasPrefix("spheres.") }.sorted()
        let rest = ["disputes", "said", "planned", "possible", "not_happened", "questions"]
        sections = (order + spheres + rest).compactMap { key in
            sorted[key].map { DossierAnswer.Section(key: key, title: titles[key]!, entries: $0) }
        }
    }

    private static func place(
        _ entry: TimelineAnswer.Entry, _ event: Event, _ carried: Set<String>, _ desk: Desk, _ day: Day,
        _ add: (TimelineAnswer.Entry, String, String) -> Void
    ) {
        if event.status == .alleged || event.status == .denied || entry.status == "alleged" || entry.status == "denied" {
            return add(entry, "disputes", "Accused and denied")
        }
        switch event.status {
        case .planned:
            return add(entry, "planned", "Planned, and what came of it")
        case .possible: return add(entry, "possible", "Possible, hoped or feared")
        case .negated: return add(entry, "not_happened", "Reported not to have happened")
        default: break
        }
        // An act of accusing, denying or praising another act is a voice on that act.
        if entry.kept.allSatisfy({ carried.contains($0.id) }) { return }
        switch (event.type, event.mode) {
        case (.accuse, _): add(entry, "disputes", "Accused and denied")
        case (.reject, _) where !event.about.isEmpty: add(entry, "disputes", "Accused and denied")
        case (.consult, "visit"): add(entry, "visits", "Visits")
        case (.consult, _): add(entry, "talks", "Talks")
        case (.aid, _) where !event.objects.isEmpty && isGift(event):
            var gift = entry
            gift.text = desk.phrases(entry.kept, on: day).gift(event)
            add(gift, "gifts", "Gifts")
        default:
            let sphere = desk.spheres.sphere(of: event)
            add(entry, "spheres." + sphere, "Acts: " + sphere)
        }
    }

    /// Things that are handed to a person, as heads of state do; not aid to a state, whatever it consists of.
    private static func isGift(_ event: Event) -> Bool {
        let verbs: Set<String> = ["give", "present", "gift", "hand", "bring", "donate"]
        let verb = event.origin.rule.split(separator: ":").dropFirst().first.map(String.init) ?? ""
        return verbs.contains(verb) && !event.recipients.isEmpty && event.recipients.allSatisfy { $0.sector == "GOV" && $0.name != $0.text }
            || event.cameo == nil
    }
}
