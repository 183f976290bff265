import CasusCore
import Pacts
import Treaties

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
            tell(nature: outcome.natures[number], isCertain: outcome.isCertain[number], act, in: &page)
            let assumed = ActWords.assumptions(act, gazetteer)
            if !assumed.isEmpty { page.line("Taken as given: " + assumed.joined(separator: "; ") + ".", indent: 0) }
            let given = act.facts.keys.map { "\($0)=\(act.facts[$0] == .yes ? "yes" : act.facts[$0] == .no ? "no" : "unknown")" }
            if !given.isEmpty { page.line("Given: " + given.joined(separator: ", ") + ".", indent: 0) }
            if act.kind == .peace { continue }
            let isBrief = act.isEscalation && !style.proof
            tell(answers: outcome.answers.filter { $0.act == number }, act, in: &page)
            if isBrief { continue }
            tell(misses: outcome.misses.filter { $0.act == number }, act, in: &page)
            tell(conflicts: outcome.conflicts.filter { $0.act == number }, in: &page)
        }
        page.gap()
        page.line(
            "Bound means: by the treaty, if the act is as stated and those who have to judge it judge so. "
                + "\(gazetteer.book.treaties.count) instruments were asked, and no others; they were collected for "
                + "\(gazetteer.book.coverage.lowerBound) to \(gazetteer.book.coverage.upperBound).", indent: 0)
        return page.text
    }

    private func tell(nature: Nature, isCertain: Bool, _ act: Act, in page: inout Sheet) {
        let name = gazetteer.named(act.victim, on: act.on)
        let victim = name.prefix(1).uppercased() + name.dropFirst()
        switch nature {
        case .aggression: break
        case .selfDefence: page.line("\(victim) began: this is striking back, and no attack on it.", indent: 0)
        case .aid(let helped) where !isCertain:
            page.line(
                "Whether this comes to the aid of \(gazetteer.named(helped, on: act.on)), attacked by \(name) first, is not said "
                    + "[--fact in-aid=yes|no].", indent: 0)
        case .aid(let helped):
            let helped = gazetteer.named(helped, on: act.on)
            page.line("\(victim) attacked \(helped) first: this is help to \(helped), and no attack on \(victim).", indent: 0)
        }
    }

    private func tell(answers: [Answer], _ act: Act, in page: inout Sheet) {
        let victim = gazetteer.named(act.victim, on: act.on)
        let help = answers.filter(\.duty.kind.isHelp)
        let helpers = Set(help.filter { $0.verdict == .bound }.map { $0.state + $0.treaty.id })
        let others = answers.filter { !$0.duty.kind.isHelp && !helpers.contains($0.state + $0.treaty.id) }
        let toOther = help.filter { $0.to != act.victim }
        let toVictim = help.filter { $0.to == act.victim }
        let sections: [(String, [Answer])] = [
            ("BOUND TO HELP", toVictim.filter { $0.verdict == .bound }),
            ("DEPENDS", toVictim.filter { $0.verdict == .depends }),
            ("PLEDGED, NOT BINDING IN LAW", toVictim.filter { $0.verdict == .pledged }),
            ("EXCUSED", toVictim.filter { $0.verdict == .excused }),
            ("BOUND TO HELP THE ATTACKER", toOther.filter { $0.verdict == .bound }),
            ("PLEDGED TO THE ATTACKER, NOT BINDING IN LAW", toOther.filter { $0.verdict == .pledged }),
            ("EXCUSED FROM HELPING THE ATTACKER", toOther.filter { $0.verdict == .excused }),
            ("HELP TO THE ATTACKER DEPENDS", toOther.filter { $0.verdict == .depends }),
            ("ONLY TO CONSULT", others.filter { $0.duty.kind == .consultation && $0.treaty.force.binds }),
            ("TO CONSULT, NOT BINDING IN LAW", others.filter { $0.duty.kind == .consultation && !$0.treaty.force.binds }),
            ("ONLY NEUTRALITY", others.filter { $0.duty.kind == .neutrality }),
            ("OTHER DUTIES", others.filter { $0.duty.kind != .consultation && $0.duty.kind != .neutrality }),
        ]
        summarise(toVictim, toOther, victim, in: &page)
        if act.isEscalation, !page.style.proof { return }
        for (heading, answers) in sections where !answers.isEmpty {
            page.heading(heading)
            for group in Group.all(answers, key: { key($0) }) {
                if group[0].duty.kind.isHelp || page.style.proof { tell(group, in: &page) } else { mention(group, in: &page) }
            }
        }
    }

    /// "In short: bound to help Estonia: 35 states; depends: Cuba."
    private func summarise(_ help: [Answer], _ toOther: [Answer], _ victim: String, in page: inout Sheet) {
        var told: Set<String> = []
        var parts: [String] = []
        for (verdict, words) in [
            (Verdict.bound, "bound to help \(victim)"), (.depends, "depends"), (.pledged, "pledged"), (.excused, "excused"),
        ] {
            let answers = help.filter { $0.verdict == verdict && !told.contains($0.state) }
            if answers.isEmpty { continue }
            told.formUnion(answers.map(\.state))
            parts.append("\(words): " + names(answers))
        }
        if !help.contains(where: \.isLiveHelp) { parts.insert("no duty to help \(victim) is due", at: 0) }
        for group in Group.all(toOther.filter { $0.verdict == .bound }, key: \.to) {
            parts.append("bound to help \(gazetteer.named(group[0].to, on: outcome.acts[group[0].act].on)), the attacker: " + names(group))
        }
        page.line("In short: " + parts.joined(separator: "; ") + ".", indent: 0)
    }

    /// The states of answers, or how many there are.
    private func names(_ answers: [Answer]) -> String {
        let states = Set(answers.map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }).sorted()
        return states.count > 8 ? "\(states.count) states" : states.joined(separator: ", ")
    }

    /// A duty that is no help, in two lines.
    private func mention(_ group: [Answer], in page: inout Sheet) {
        let first = group[0]
        page.line(listed(group), indent: 2)
        let open = first.dependsOn.isEmpty ? "" : " [open: " + first.dependsOn.map(\.description).joined(separator: ", ") + "]"
        page.line("by " + cite(first.treaty, first.duty) + force(first.treaty) + ": " + first.duty.gist + open, indent: 4)
    }

    private func listed(_ group: [Answer]) -> String {
        let first = group[0]
        let act = outcome.acts[first.act]
        let states = group.map { gazetteer.name($0.state, on: act.on) }.sorted()
        return (states.count > 3 ? "\(states.count) states: " : "") + states.joined(separator: ", ")
            + (first.to == act.victim ? "" : ", to \(gazetteer.named(first.to, on: act.on))")
    }

    /// What answers must share to be told together.
    private func key(_ answer: Answer) -> String {
        let own = answer.proof.filter { $0.holds != .yes }.map { words(answer).detail($0) }
        return [answer.treaty.id, answer.duty.article ?? "", answer.duty.gist, answer.to].joined(separator: "|")
            + own.joined(separator: "|")
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

    private func judge(_ duty: Duty) -> String {
        switch duty.determinedBy {
        case .each: "; each judges for itself"
        case .joint: "; they judge together"
        case .organ: "; an organ judges"
        case .victim: "; the attacked judges"
        case .unstated: ""
        }
    }

    /// Nothing is said of a plain treaty.
    private func force(_ treaty: Treaty) -> String { treaty.force == .treaty ? "" : " (\(treaty.force.words))" }

    /// "In force since 1949-08-24 (UNTS 34, p. 243)": the proof in one line.
    private func short(_ group: [Answer]) -> String {
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

    /// The steps that all share, then those of each state.
    private func tell(proofOf group: [Answer], in page: inout Sheet) {
        let steps = group.map { answer in answer.proof.map { step($0, answer) } }
        let shared = steps[0].filter { step in steps.allSatisfy { $0.contains(step) } }
        for step in shared { page.line(step, indent: 6) }
        for (answer, steps) in zip(group, steps) {
            let own = steps.filter { !shared.contains($0) }
            if own.isEmpty { continue }
            if group.count > 1 { page.line(gazetteer.name(answer.state, on: outcome.acts[answer.act].on) + ":", indent: 6) }
            for step in own { page.line(step, indent: group.count > 1 ? 8 : 6) }
        }
    }

    private func step(_ check: Check, _ answer: Answer) -> String {
        let words = words(answer)
        let mark = check.holds == .yes ? (check.isAssumed ? "taken" : "yes") : check.holds == .no ? "no" : "open"
        let works = references(check, answer.treaty).compactMap { gazetteer.work($0)?.cite }
        return "\(mark)  \(words.title(check)): \(words.detail(check)) [\(works.joined(separator: "; "))]"
    }

    private func tell(misses: [Miss], _ act: Act, in page: inout Sheet) {
        guard !misses.isEmpty else { return }
        page.heading("NOT BOUND, THOUGH IT MIGHT BE ASSUMED")
        let (own, allies) = (misses.filter { !$0.isAttackersAlly }, misses.filter(\.isAttackersAlly))
        for group in Group.all(own.sorted { $0.weight < $1.weight }, key: { why($0) }) {
            page.line(names(group), indent: 2)
            page.line(why(group[0]), indent: 4)
        }
        if allies.isEmpty { return }
        // The attacker's own pacts all have one reason.
        page.line("The pacts of the attacker are due only where it is attacked, and here it attacks:", indent: 2)
        for group in Group.all(allies, key: { $0.treaty.id }) {
            page.line((group[0].duty.map { cite(group[0].treaty, $0) } ?? group[0].treaty.title) + " (" + names(group) + ")", indent: 4)
        }
    }

    private func names(_ misses: [Miss]) -> String {
        let states = misses.map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }.sorted()
        return (states.count > 3 ? "\(states.count) states: " : "") + states.joined(separator: ", ")
    }

    private func tell(conflicts: [Conflict], in page: inout Sheet) {
        guard !conflicts.isEmpty else { return }
        page.heading("CONFLICTS")
        // What many states share is told once.
        for same in Group.all(conflicts, key: { "\($0.kind) \($0.towards) \($0.bonds.map(\.treaty.id))" }) {
            page.line(why(same[0]), indent: 2)
            if same.count > 1 {
                let others = same.dropFirst().map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }
                page.line("likewise " + others.joined(separator: ", "), indent: 4)
            }
        }
    }
}

extension Miss {
    fileprivate var isAttackersAlly: Bool { if case .attackersAlly = reason { true } else { false } }

    /// What is told first: common mistakes, then duties that come near, then lesser ones, then those out of force.
    fileprivate var weight: Int {
        switch reason {
        case .assumed: 0
        case .failed: 1
        case .lesser: 2
        case .outOfForce: 3
        case .attackersAlly: 4
        }
    }
}
