package import CasusCore
package import Treaties

/// Puts a treaty into words, as it stands on a day.
package struct TreatyWords {
    package let gazetteer: Gazetteer
    package let day: Day

    package init(gazetteer: Gazetteer, day: Day) {
        (self.gazetteer, self.day) = (gazetteer, day)
    }

    private func name(_ code: String) -> String { gazetteer.name(code, on: day) }

    /// "in force since 1949-08-24", "signed 2025-10-06, not in force"
    package func standing(_ treaty: Treaty) -> String {
        let contested = treaty.contests.contains { $0.covers(day) } ? ", contested" : ""
        return treaty.standing(on: day).words(signed: treaty.signed) + contested
    }

    /// "Finland a party since 2023-04-04", "contested for Armenia"; nil where there is nothing of its own to say of a state.
    package func tie(_ state: String, _ treaty: Treaty) -> String? {
        guard let party = treaty.party(state, on: day) else {
            return treaty.beneficiaries.contains(state) ? "protects \(gazetteer.named(state, on: day))" : nil
        }
        let name = gazetteer.named(state, on: day)
        let since = party.from.flatMap { $0 == treaty.inForce ? nil : "\(name) a party since \($0.told)" }
        let legs = party.legs.filter { $0.covers(day) != .no }.map { leg in
            "\(leg.is.rawValue) for \(name)"
                + (leg.with.isEmpty ? "" : " towards " + leg.with.map { gazetteer.named($0, on: day) }.joined(separator: ", "))
        }
        let told = [since].compactMap(\.self) + legs
        return told.isEmpty ? nil : told.joined(separator: ", ")
    }

    func show(_ treaty: Treaty, in sheet: inout Sheet) {
        sheet.title(treaty.title)
        sheet.line("\(treaty.id): \(treaty.force.words), signed \(treaty.signed)\(treaty.place.map { " in \($0)" } ?? "")", indent: 0)
        if !treaty.also.isEmpty { sheet.line("also: " + treaty.also.joined(separator: "; "), indent: 0) }
        sheet.line("On \(day): \(standing(treaty)).", indent: 0)
        if let ended = treaty.ended, let gist = ended.gist { sheet.line("Its end: \(gist)", indent: 0) }
        switch treaty.text {
        case .published: break
        case .partlySecret: sheet.line("Part of the text was secret\(treaty.published.map { " until \($0)" } ?? "").", indent: 0)
        case .secret: sheet.line("The text was secret\(treaty.published.map { " until \($0)" } ?? "").", indent: 0)
        case .unpublished: sheet.line("The text is not published; what stands here is known from statements about it.", indent: 0)
        }
        for contest in treaty.contests { tell(contest, in: &sheet) }
        parties(treaty, in: &sheet)
        duties(treaty, in: &sheet)
        if !treaty.articles.isEmpty {
            sheet.heading("OTHER ARTICLES")
            for article in treaty.articles { sheet.line("\(article.article): \(article.gist)", indent: 2) }
        }
        chain(treaty, in: &sheet)
        let assumed = treaty.oftenAssumed
        if !assumed.isEmpty {
            sheet.heading("OFTEN ASSUMED, AND NOT SO")
            for assumption in assumed { sheet.line(assumption.why + works(assumption.source), indent: 2) }
        }
        if let note = treaty.note { sheet.heading("NOTE"); sheet.line(note, indent: 2) }
        doubts(treaty, in: &sheet)
        sheet.heading("SOURCES")
        for source in treaty.sources {
            sheet.line(
                "[\(source.key)] \(source.cite)\(source.url.map { " <\($0)>" } ?? "")\(source.seen ? "" : " (not seen by the editors)")",
                indent: 2)
        }
    }

    private func tell(_ contest: Treaty.Contest, in sheet: inout Sheet) {
        sheet.line("Contested from \(contest.from)\(contest.to.map { " to \($0)" } ?? ""): \(contest.gist)", indent: 0)
        for reading in contest.readings {
            sheet.line(
                "\(reading.by): \(reading.holds ? "it holds" : "it does not hold")\(reading.gist.map { ". \($0)" } ?? "")", indent: 2)
        }
    }

    private func parties(_ treaty: Treaty, in sheet: inout Sheet) {
        sheet.heading("PARTIES")
        for group in Group.all(treaty.parties, key: { "\($0.from?.description ?? "")|\($0.to?.description ?? "")|\($0.legs.map(\.gist))" })
        {
            let first = group[0]
            let time = "from \((first.from ?? treaty.inForce)?.description ?? "its entry into force")\(first.to.map { " to \($0)" } ?? "")"
            sheet.line(group.map { name($0.state) }.joined(separator: ", ") + ": " + time, indent: 2)
            for leg in first.legs {
                let with = leg.with.isEmpty ? "" : " towards " + leg.with.map(name).joined(separator: ", ")
                sheet.line("\(leg.is.rawValue)\(with) from \(leg.from)\(leg.to.map { " to \($0)" } ?? ""): \(leg.gist)", indent: 4)
            }
        }
        if !treaty.signatories.isEmpty {
            sheet.line("signed, never bound: " + treaty.signatories.map(name).joined(separator: ", "), indent: 2)
        }
    }

    private func duties(_ treaty: Treaty, in sheet: inout Sheet) {
        sheet.heading("DUTIES")
        if treaty.duties.isEmpty { sheet.line("none", indent: 2) }
        for duty in treaty.duties {
            let article = duty.article.map { "article \($0): " } ?? ""
            let time = [duty.from.map { "from \($0)" }, duty.to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
            sheet.line(
                article + duty.kind.rawValue + (duty.modality == .right ? ", a right only" : "") + (time.isEmpty ? "" : " (\(time))"),
                indent: 2)
            sheet.line(duty.gist + works(duty.source), indent: 4)
            let sides = [("owed by", duty.debtors), ("owed to", duty.creditors)].compactMap { label, side -> String? in
                if case .states(let states) = side { "\(label) \(states.map(name).joined(separator: ", "))" } else { nil }
            }
            if !sides.isEmpty { sheet.line(sides.joined(separator: "; "), indent: 4) }
            if let trigger = duty.trigger { sheet.line("trigger: " + words(trigger), indent: 4) }
            if let discretion = duty.discretion { sheet.line("how: " + discretion, indent: 4) }
            if duty.nuclear != .unstated { sheet.line("nuclear means: " + duty.nuclear.rawValue, indent: 4) }
            for exception in duty.exceptions {
                sheet.line("\(exception.states.map(name).joined(separator: ", ")): \(exception.gist)", indent: 4)
            }
        }
    }

    package func words(_ trigger: Trigger) -> String {
        var parts = [trigger.acts.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: " or ")]
        switch trigger.opponent {
        case .any: parts.append("by anybody")
        case .outside: parts.append("by a state outside")
        case .unstated: break
        case .states(let states):
            parts.append("by " + states.words(name))
        }
        if !trigger.objects.isEmpty { parts.append("on " + trigger.objects.map(\.rawValue).joined(separator: ", ")) }
        if let area = trigger.area {
            parts.append("in the area “\(gazetteer.book.atlas.name(of: area) ?? area.replacing("-", with: " "))”")
        }
        parts += trigger.conditions.map { condition in
            "if: " + (gazetteer.book.conditions[condition.name]?.question ?? condition.name) + (condition.of.map { " (\(name($0)))" } ?? "")
        }
        return parts.joined(separator: "; ")
    }

    private func chain(_ treaty: Treaty, in sheet: inout Sheet) {
        let later = gazetteer.book.later(than: treaty.id)
        guard !treaty.supersedes.isEmpty || !later.isEmpty else { return }
        sheet.heading("BEFORE AND AFTER")
        for link in treaty.supersedes {
            sheet.line("it \(link.how.rawValue) \(link.treaty)\(link.gist.map { ": \($0)" } ?? "")" + works(link.source), indent: 2)
        }
        for (other, link) in later { sheet.line("\(other.id) \(link.how.rawValue) it\(link.gist.map { ": \($0)" } ?? "")", indent: 2) }
    }

    private func doubts(_ treaty: Treaty, in sheet: inout Sheet) {
        let doubts = doubts(treaty)
        guard !doubts.isEmpty else { return }
        sheet.heading("NOT CONFIRMED")
        for doubt in doubts { sheet.line(doubt, indent: 2) }
    }

    /// What could not be confirmed of it, a sentence each.
    package func doubts(_ treaty: Treaty) -> [String] {
        var doubts = [treaty.doubt, treaty.ended?.doubt].compactMap(\.self)
        doubts += treaty.duties.compactMap { duty in duty.doubt.map { "article \(duty.article ?? "?"): \($0)" } }
        doubts += treaty.parties.compactMap { party in party.doubt.map { "\(name(party.state)): \($0)" } }
        doubts += treaty.supersedes.compactMap { link in link.doubt.map { "\(link.treaty): \($0)" } }
        return doubts
    }

    private func works(_ keys: [String]) -> String { " [" + keys.joined(separator: ", ") + "]" }
}

extension Treaty.Force {
    /// What it is, without an article.
    package var words: String {
        switch self {
        case .treaty: "treaty"
        case .executive: "agreement of governments"
        case .unilateral: "binding promise of one side"
        case .domestic: "law of one state, binding nobody towards others"
        case .political: "political declaration, not binding"
        }
    }
}
