import CasusCore
package import Pacts
package import Treaties

extension ScenarioAnswer {
    /// The answer for people: act by act, those bound first, states with the same duty and the same proof together.
    package func words(_ style: AnswerStyle) -> String {
        var page = Sheet(style: style)
        let strikes = outcome.acts.count(where: \.isEscalation)
        if strikes > 0 {
            page.line(
                "A hypothesis, no duty: the attacker strikes each state that is bound to help, here \(strikes), step by step.", indent: 0)
            page.gap()
        }
        for (number, act) in outcome.acts.enumerated() {
            if number > 0 { page.gap() }
            let label = outcome.acts.count > 1 ? "\(number + 1). " : ""
            page.title(label + ActWords.sentence(act, gazetteer))
            if act.isEscalation { page.line("(escalation: the attacker strikes a helper)", indent: 0) }
            if let nature = words(natureOf: number) { page.line(nature, indent: 0) }
            let assumed = ActWords.assumptions(act, gazetteer)
            if !assumed.isEmpty { page.line("Taken as given: " + assumed.joined(separator: "; ") + ".", indent: 0) }
            let given = act.facts.keys.map { "\($0)=\(act.facts[$0] == .yes ? "yes" : act.facts[$0] == .no ? "no" : "unknown")" }
            if !given.isEmpty { page.line("Given: " + given.joined(separator: ", ") + ".", indent: 0) }
            if act.kind == .peace { continue }
            let isBrief = act.isEscalation && !style.proof
            tell(answers: number, act, in: &page)
            if isBrief { continue }
            tell(missesOf: number, in: &page)
            tell(conflictsOf: number, in: &page)
        }
        page.gap()
        page.line(
            "Bound means: by the treaty, if the act is as stated and those who have to judge it judge so. "
                + "\(gazetteer.book.treaties.count) instruments were asked, and no others; they were collected for "
                + "\(gazetteer.book.coverage.lowerBound) to \(gazetteer.book.coverage.upperBound).", indent: 0)
        return page.text
    }

    /// How an act stands to those before it; nil where it begins the fight.
    package func words(natureOf number: Int) -> String? {
        let act = outcome.acts[number]
        let name = gazetteer.named(act.victim, on: act.on)
        let victim = name.prefix(1).uppercased() + name.dropFirst()
        switch outcome.natures[number] {
        case .aggression: return nil
        case .selfDefence: return "\(victim) began: this is striking back, and no attack on it."
        case .aid(let helped) where !outcome.isCertain[number]:
            return "Whether this comes to the aid of \(gazetteer.named(helped, on: act.on)), attacked by \(name) first, is not said "
                + "[--fact in-aid=yes|no]."
        case .aid(let helped):
            let helped = gazetteer.named(helped, on: act.on)
            return "\(victim) attacked \(helped) first: this is help to \(helped), and no attack on \(victim)."
        }
    }

    private func tell(answers number: Int, _ act: Act, in page: inout Sheet) {
        page.line(summary(ofAct: number), indent: 0)
        if act.isEscalation, !page.style.proof { return }
        for section in sections(ofAct: number) {
            page.heading(section.heading.uppercased())
            for group in section.groups {
                if group[0].duty.kind.isHelp || page.style.proof { tell(group, in: &page) } else { mention(group, in: &page) }
            }
        }
    }

    /// A duty that is no help, in two lines.
    private func mention(_ group: [Answer], in page: inout Sheet) {
        let first = group[0]
        page.line(listed(group), indent: 2)
        let open = first.dependsOn.isEmpty ? "" : " [open: " + first.dependsOn.map(\.description).joined(separator: ", ") + "]"
        page.line("by " + cite(first.treaty, first.duty) + force(first.treaty) + ": " + first.duty.gist + open, indent: 4)
    }

    private func tell(_ group: [Answer], in page: inout Sheet) {
        let first = group[0]
        page.line(listed(group), indent: 2)
        let words = words(first)
        page.line("by " + cite(first.treaty, first.duty) + force(first.treaty), indent: 4)
        page.line(first.duty.gist, indent: 4)
        if let discretion = first.duty.discretion, discretion != first.duty.gist {
            page.line("how: \(discretion)" + judge(first.duty), indent: 4)
        }
        if first.duty.nuclear != .unstated { page.line("nuclear means: \(first.duty.nuclear.rawValue)", indent: 4) }
        tellOwnReadings(group, in: &page)
        for check in first.proof where check.holds == .no { page.line("excused because: " + words.detail(check), indent: 4) }
        if first.verdict != .excused {
            let open = first.proof.filter { $0.holds == .unknown }.map { "open: " + words.detail($0) + ask($0) }
            for line in Group.all(open, key: { $0 }) { page.line(line[0], indent: 4) }
            page.line(short(group), indent: 4)
        }
        let doubts = Group.all(group.flatMap(\.doubts), key: { $0 }).map { $0[0] }
        if page.style.proof {
            for doubt in doubts { page.line("doubt: \(doubt)", indent: 4) }
            tell(proofOf: group, in: &page)
        } else if doubts.count == 1 {
            page.line("doubt: \(doubts[0])", indent: 4)
        } else if !doubts.isEmpty {
            page.line("doubts: \(doubts.count) facts behind it could not be confirmed (--proof tells them)", indent: 4)
        }
    }

    /// How some of the debtors read the duty for themselves.
    private func tellOwnReadings(_ group: [Answer], in page: inout Sheet) {
        let readings = group.flatMap { answer in
            answer.proof.compactMap { check -> (state: String, gist: String)? in
                guard case .exception(let exception) = check.subject, exception.effect == .limits else { return nil }
                return (gazetteer.name(answer.state, on: outcome.acts[answer.act].on), exception.gist)
            }
        }
        for same in Group.all(readings, key: \.gist) {
            page.line("but \(same.map(\.state).joined(separator: ", ")): \(same[0].gist)", indent: 4)
        }
    }

    private func ask(_ check: Check) -> String {
        check.asks.map { " [--fact \($0)=yes|no]" } ?? ""
    }

    package func judge(_ duty: Duty) -> String {
        switch duty.determinedBy {
        case .each: "; each judges for itself"
        case .joint: "; they judge together"
        case .organ: "; an organ judges"
        case .victim: "; the attacked judges"
        case .unstated: ""
        }
    }

    /// Nothing is said of a plain treaty.
    package func force(_ treaty: Treaty) -> String { treaty.force == .treaty ? "" : " (\(treaty.force.words))" }

    /// "In force since 1949-08-24 (UNTS 34, p. 243)": the proof in one line.
    package func short(_ group: [Answer]) -> String {
        let first = group[0]
        var parts: [String] = []
        for check in first.proof where check.holds == .yes {
            switch check.subject {
            case .inForce(let standing): parts.append(words(first).words(standing))
            case .debtor(let standing) where group.count == 1 && standing.reason != .since(first.treaty.inForce):
                parts.append(words(first).detail(check))
            case .creditor(let standing) where standing.holds == .yes && standing.reason != .since(first.treaty.inForce):
                parts.append(words(first).detail(check))
            case .area: parts.append(words(first).detail(check))
            case .condition where !check.isAssumed: parts.append(words(first).detail(check))
            default: break
            }
        }
        let cites = first.duty.source.compactMap { key in first.treaty.sources.first { $0.key == key }?.cite }
        let more = cites.count > 1 ? " and \(cites.count - 1) more" : ""
        return "because: " + parts.joined(separator: "; ") + " [" + (cites.first ?? "") + more + "]"
    }

    private func tell(proofOf group: [Answer], in page: inout Sheet) {
        let (shared, own) = proof(of: group)
        for step in shared { page.line(step, indent: 6) }
        for (state, steps) in own {
            if group.count > 1 { page.line(state + ":", indent: 6) }
            for step in steps { page.line(step, indent: group.count > 1 ? 8 : 6) }
        }
    }

    /// The steps that all answers of a group share, then those of each state, by its name.
    package func proof(of group: [Answer]) -> (shared: [String], own: [(state: String, steps: [String])]) {
        let steps = group.map { answer in answer.proof.map { step($0, answer) } }
        let shared = steps[0].filter { step in steps.allSatisfy { $0.contains(step) } }
        let own = zip(group, steps).map { answer, steps in
            (state: gazetteer.name(answer.state, on: outcome.acts[answer.act].on), steps: steps.filter { !shared.contains($0) })
        }
        return (shared, own.filter { !$0.steps.isEmpty })
    }

    package func step(_ check: Check, _ answer: Answer) -> String {
        let words = words(answer)
        let mark = check.holds == .yes ? (check.isAssumed ? "taken" : "yes") : check.holds == .no ? "no" : "open"
        let works = references(check, answer.treaty).compactMap { gazetteer.work($0)?.cite }
        return "\(mark)  \(words.title(check)): \(words.detail(check)) [\(works.joined(separator: "; "))]"
    }

    private func tell(missesOf number: Int, in page: inout Sheet) {
        let (own, allies) = misses(ofAct: number)
        if own.isEmpty, allies.isEmpty { return }
        page.heading("NOT BOUND, THOUGH IT MIGHT BE ASSUMED")
        for group in own {
            page.line(names(group), indent: 2)
            page.line(why(group[0]), indent: 4)
        }
        if allies.isEmpty { return }
        // The attacker's own pacts all have one reason.
        page.line("The pacts of the attacker are due only where it is attacked, and here it attacks:", indent: 2)
        for group in allies {
            page.line((group[0].duty.map { cite(group[0].treaty, $0) } ?? group[0].treaty.title) + " (" + names(group) + ")", indent: 4)
        }
    }

    package func names(_ misses: [Miss]) -> String {
        let states = misses.map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }.sorted()
        return (states.count > 3 ? "\(states.count) states: " : "") + states.joined(separator: ", ")
    }

    private func tell(conflictsOf number: Int, in page: inout Sheet) {
        let conflicts = conflicts(ofAct: number)
        if conflicts.isEmpty { return }
        page.heading("CONFLICTS")
        for same in conflicts {
            page.line(why(same[0]), indent: 2)
            if same.count > 1 {
                let others = same.dropFirst().map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }
                page.line("likewise " + others.joined(separator: ", "), indent: 4)
            }
        }
    }
}

extension Miss {
    var isAttackersAlly: Bool { if case .attackersAlly = reason { true } else { false } }

    /// What is told first: common mistakes, then duties that come near, then lesser ones, then those out of force.
    var weight: Int {
        switch reason {
        case .assumed: 0
        case .failed: 1
        case .lesser: 2
        case .outOfForce: 3
        case .attackersAlly: 4
        }
    }
}
