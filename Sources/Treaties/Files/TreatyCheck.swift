public import CasusCore

extension TreatyBook {
    /// What is wrong with the treaties beyond their form: names that nothing bears, dates out of order, cycles of supersession.
    ///
    /// - Parameters:
    ///   - states: the codes that there are.
    ///   - place: the file of a treaty, for the messages.
    /// - Returns: one problem a fault, in the order of ids.
    public func problems(states: Set<String>, place: (Treaty) -> String) -> [Problem] {
        treaties.flatMap { problems(of: $0, states: states, place: place($0)) } + cycles(place: place)
    }

    /// What is wrong with one of them, beside the others.
    package func problems(of treaty: Treaty, states: Set<String>, place: String) -> [Problem] {
        var check = TreatyCheck(book: self, treaty: treaty, states: states, place: place)
        check.run()
        return check.problems
    }

    /// Treaties that supersede one another in a ring, one problem a ring.
    package func cycles(place: (Treaty) -> String) -> [Problem] {
        var done: Set<String> = []
        var problems: [Problem] = []
        for treaty in treaties where !done.contains(treaty.id) {
            // Depth first, with a stack of its own: chains may be long.
            var path: [(id: String, next: Int)] = [(treaty.id, 0)]
            var onPath: Set<String> = [treaty.id]
            while let (id, next) = path.last {
                let links = self[id]?.supersedes ?? []
                guard next < links.count else {
                    done.insert(id)
                    onPath.remove(id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let earlier = links[next].treaty
                if onPath.contains(earlier), let at = path.firstIndex(where: { $0.id == earlier }) {
                    let ring = path[at...].map(\.id) + [earlier]
                    problems.append(
                        Problem(
                            .data, "supersedes: a cycle: " + ring.joined(separator: " → "), at: place(self[earlier] ?? treaty),
                            mend: "an instrument can only supersede earlier ones; remove one link"))
                } else if !done.contains(earlier), self[earlier] != nil {
                    path.append((earlier, 0))
                    onPath.insert(earlier)
                }
            }
        }
        return problems
    }
}

private struct TreatyCheck {
    let book: TreatyBook
    let treaty: Treaty
    let states: Set<String>
    let place: String
    var problems: [Problem] = []

    mutating func run() {
        if place.hasSuffix(".json"), !(place == treaty.id + ".json" || place.hasSuffix("/" + treaty.id + ".json")) {
            say("id", "\(treaty.id) is not the name of the file", "name the file \(treaty.id).json")
        }
        if !treaty.id.hasSuffix("-" + treaty.signed.description.prefix(4)) {
            say("id", "\(treaty.id) does not end in the year of signature", "let it end in -\(treaty.signed.description.prefix(4))")
        }
        dates()
        for (index, party) in treaty.parties.enumerated() { check(party, "party \(party.state)", index) }
        known(treaty.signatories, "signatories")
        for (index, duty) in treaty.duties.enumerated() { check(duty, "duties[\(index)]") }
        for (index, link) in treaty.supersedes.enumerated() { check(link, "supersedes[\(index)]") }
        for (index, assumption) in treaty.oftenAssumed.enumerated() {
            known(assumption.debtors, "often_assumed[\(index)].debtors")
            known(assumption.creditors, "often_assumed[\(index)].creditors")
            sources(assumption.source, "often_assumed[\(index)]")
        }
        for (index, contest) in treaty.contests.enumerated() {
            sources(contest.source, "contested[\(index)]")
            order(contest.from, contest.to, "contested[\(index)]", "ends before it begins")
        }
        for state in treaty.signatories where treaty.parties.contains(where: { $0.state == state }) {
            say("signatories", "\(state) is a party", "leave it out: signatories are states that were never bound")
        }
        sources(treaty.source, "")
        if let ended = treaty.ended { sources(ended.source, "ended") }
    }

    private mutating func dates() {
        order(treaty.signed, treaty.inForce, "in_force", "comes before signature")
        order(treaty.inForce ?? treaty.signed, treaty.ended?.on, "ended.on", "comes before entry into force")
        if treaty.ended != nil, treaty.inForce == nil {
            say("ended", "it ended and was never in force", "fill in in_force, or leave out ended")
        }
    }

    private mutating func check(_ party: Party, _ field: String, _ index: Int) {
        known([party.state], "parties")
        order(party.from ?? treaty.inForce, party.to, field, "ends before it begins")
        order(treaty.inForce, party.from, field, "is bound before the treaty is in force")
        if let end = treaty.ended?.on { order(party.from, end, field, "joins after the treaty's end") }
        sources(party.source, field)
        for leg in party.legs {
            known(leg.with, field + ".legs")
            order(leg.from, leg.to, field + ".legs", "ends before it begins")
            sources(leg.source, field + ".legs")
        }
        let begin = treaty.inForce ?? treaty.signed
        for twin in treaty.parties[..<index] where twin.state == party.state {
            let starts = [twin.from ?? begin, party.from ?? begin].compactMap(\.latest)
            if starts.contains(where: { start in [twin, party].allSatisfy { Truth.within($0.from ?? begin, $0.to, on: start) == .yes } }) {
                say(field, "is a party twice at one time", "give one row a \"to\" before the other's \"from\"")
            }
        }
    }

    private mutating func check(_ duty: Duty, _ field: String) {
        known(duty.debtors, field + ".debtors")
        known(duty.creditors, field + ".creditors")
        order(duty.from, duty.to, field, "ends before it begins")
        sources(duty.source, field)
        if case .states(let debtors) = duty.debtors {
            for state in debtors where !treaty.parties.contains(where: { $0.state == state }) && !treaty.signatories.contains(state) {
                say(field + ".debtors", "\(state) is no party", "add it to parties, or leave it out")
            }
        }
        for exception in duty.exceptions {
            known(exception.states, field + ".exceptions")
            sources(exception.source, field + ".exceptions")
            order(exception.from, exception.to, field + ".exceptions", "ends before it begins")
            if let condition = exception.condition { check(condition, field + ".exceptions") }
        }
        guard let trigger = duty.trigger else { return }
        if let area = trigger.area, !book.atlas.hasArea(area) {
            let near = meant(by: area, among: book.atlas.areas).map { "did you mean \($0)?" }
            say(field + ".trigger.area", "there is no area \(area)", near ?? "add it to territories/areas.csv")
        }
        if case .states(let chosen) = trigger.opponent {
            known(chosen.named + chosen.not + chosen.supportedBy, field + ".trigger.attacker")
            for state in chosen.named where chosen.not.contains(state) {
                say(field + ".trigger.attacker", "\(state) is named and excluded", "keep one of the two")
            }
        }
        for condition in trigger.conditions { check(condition, field + ".trigger.conditions") }
    }

    private mutating func check(_ condition: Condition, _ field: String) {
        if book.conditions[condition.name] == nil {
            let near = meant(by: condition.name, among: book.conditions.names).map { "did you mean \($0)?" }
            say(field, "there is no condition \(condition.name)", near ?? "add it to treaties/conditions.csv")
        }
        switch (condition.name, condition.of) {
        case ("assists", let state), ("ally-of", let state):
            if let state { known([state], field) } else { say(field, "\(condition.name) of whom?", "write \(condition.name):FRA") }
        case (_, .some): say(field, "\(condition) asks about nothing but itself", "write \(condition.name)")
        case (_, nil): break
        }
    }

    private mutating func check(_ link: Treaty.Link, _ field: String) {
        sources(link.source, field)
        guard let earlier = book[link.treaty] else {
            let near = meant(by: link.treaty, among: book.treaties.map(\.id)).map { "did you mean \($0)?" }
            return say(field + ".treaty", "there is no treaty \(link.treaty)", near ?? "add its file, or remove the link")
        }
        if link.how == .replaces || link.how == .ends, earlier.ended == nil {
            say(field, "\(link.treaty) is \(link.how == .ends ? "ended" : "replaced") but has no end", "fill in ended in its file")
        }
        if let first = earlier.signed.earliest, let last = treaty.signed.latest, last < first {
            say(field, "\(link.treaty) was signed later (\(earlier.signed))", "link the later one to the earlier")
        }
    }

    private mutating func known(_ side: Side, _ field: String) {
        if case .states(let codes) = side { known(codes, field) }
    }

    private mutating func known(_ codes: [String], _ field: String) {
        for code in codes where !states.contains(code) {
            let near = meant(by: code, among: states.sorted()).map { "did you mean \($0)?" }
            say(field, "there is no state \(code)", near ?? "use a code of states/states.csv")
        }
    }

    private mutating func sources(_ keys: [String], _ field: String) {
        let known = treaty.sources.map(\.key)
        if keys.isEmpty { say(field, "names no source", "add \"source\"") }
        for key in keys where !known.contains(key) {
            let near = meant(by: key, among: known).map { "did you mean \($0)?" }
            say(field, "there is no source \(key)", near ?? "add it to sources")
        }
    }

    private mutating func order(_ first: EDTF?, _ second: EDTF?, _ field: String, _ fault: String) {
        guard let start = first?.earliest, let end = second?.latest, end < start else { return }
        say(field, "\(fault) (\(first!) and \(second!))", "swap or mend the dates")
    }

    private mutating func say(_ field: String, _ what: String, _ mend: String) {
        problems.append(Problem(.data, (field.isEmpty ? "" : field + ": ") + what, at: place, mend: mend))
    }
}
