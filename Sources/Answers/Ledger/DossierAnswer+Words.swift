import CasusCore
import Collating
import Treaties
import WhosWho

extension DossierAnswer {
    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        var sources = SourceList(text: desk.text)
        sheet.title("\(title): dossier on \(day)")
        tellPacts(&sheet, &sources)
        for section in sections {
            sheet.heading(section.title.uppercased())
            for entry in section.entries {
                var entry = entry
                // Who says so stands below.
                if section.key == "disputes", !entry.voices.isEmpty { entry.attribution = "" }
                sheet.line(entry.line(&sources, collation, showsStatus: section.key == "disputes"), indent: 2)
                if section.key == "disputes" { tellVoices(on: entry, &sheet, &sources) }
            }
        }
        if sections.isEmpty { sheet.gap(); sheet.line(desk.nothing(about: title, knownBy: knownBy), indent: 0) }
        if shown < total {
            sheet.gap()
            let all = isTotalExact ? "\(total)" : "more than \(total - 1)"
            sheet.line("from the newest \(shown) of \(all) statements; --limit takes more, --from and --to another time", indent: 0)
        }
        sources.write(to: &sheet)
        return sheet.text
    }

    private func tellPacts(_ sheet: inout Sheet, _ sources: inout SourceList) {
        let words = TreatyWords(gazetteer: gazetteer, day: pacts.day)
        sheet.heading("PACT ON \(pacts.day)")
        if !areTreatiesKnown {
            sheet.line(
                "unknown: the treaties at hand are those between states from \(gazetteer.book.coverage.lowerBound) to \(gazetteer.book.coverage.upperBound)",
                indent: 2)
        } else if pacts.treaties.isEmpty {
            sheet.line("no treaty of the \(gazetteer.book.treaties.count) at hand was in force between them", indent: 2)
        }
        for treaty in areTreatiesKnown ? pacts.treaties : [] {
            let promise = (treaty.strongest?.rawValue ?? "no duty") + (treaty.force.binds ? "" : ", not binding")
            let since = pacts.ladder?.rungs.first { $0.treaty.id == treaty.id }?.from
            let standing =
                since.map { $0 == treaty.inForce ? words.standing(treaty) : "between the two since \($0.told)" } ?? words.standing(treaty)
            sheet.line("\(treaty.title) (\(treaty.id)): \(promise); \(standing)", indent: 2)
            tellDuties(of: treaty, words, &sheet)
        }
        tellInstruments(&sheet, &sources)
        if let ladder = pacts.ladder, !ladder.rungs.isEmpty {
            sheet.heading("THEIR TREATIES, ONE AFTER ANOTHER")
            // What had not begun by the day is not told; of long lists only promises of help and what replaced one another.
            let begun = ladder.rungs.filter { $0.from?.earliest.map { $0 <= pacts.day } ?? true }
            let isLong = begun.count > 12
            let told = begun.filter { rung in
                !isLong || rung.treaty.strongest.map(\.isHelp) ?? false
                    || rung.links.contains { link in begun.contains { $0.treaty.id == link.treaty } }
            }
            for rung in told {
                let time = rung.from.map { "\($0.told) to \(rung.to?.told ?? "now")" } ?? "never in force"
                let links = rung.links.filter { link in ladder.rungs.contains { $0.treaty.id == link.treaty } }.map {
                    "\($0.how.rawValue) \($0.treaty)"
                }
                sheet.line(
                    "\(time): \(rung.treaty.title) (\(rung.treaty.id)), \(rung.treaty.strongest?.rawValue ?? "no duty")"
                        + (links.isEmpty ? "" : "; " + links.joined(separator: ", ")), indent: 2)
            }
            if told.count < begun.count {
                sheet.line("\(begun.count - told.count) more: casus pacts \(sides[0].code) \(sides[1].code)", indent: 2)
            }
            for gap in pacts.helpGaps where gap.from <= pacts.day {
                sheet.line("no promise of help between the two: \(gap.from) to \(gap.to)", indent: 2)
            }
        }
    }

    /// Duties that each owes the other alike are one line.
    private func tellDuties(of treaty: Treaty, _ words: TreatyWords, _ sheet: inout Sheet) {
        var told: Set<Duty> = []
        for it in duties where it.treaty.id == treaty.id && told.insert(it.duty).inserted {
            let both = duties.count { $0.treaty.id == treaty.id && $0.duty == it.duty } == 2
            let who =
                both
                ? "each to the other" : "\(gazetteer.named(it.debtor, on: pacts.day)) to \(gazetteer.named(it.creditor, on: pacts.day))"
            let article = it.duty.article.map { ", article \($0)" } ?? ""
            sheet.line(
                "\(it.duty.kind.rawValue), \(who)\(article)\(it.duty.modality == .right ? " (a right only)" : ""): \(it.duty.gist)",
                indent: 6)
            if let trigger = it.duty.trigger { sheet.line("when: " + words.words(trigger), indent: 8) }
        }
    }

    /// Instruments that reports tell of, beside the curated treaty that each is, or marked as reported only.
    private func tellInstruments(_ sheet: inout Sheet, _ sources: inout SourceList) {
        for it in instruments {
            let mark = it.treaty.map { " (= \($0))" } ?? " (its text was not seen)"
            var text = "as reported: \(it.name), \(it.stage == .inForce ? "in force" : it.stage!.rawValue)"
            if let signed = it.signed { text += (it.stage == .signed ? " " : ", signed ") + StatementWords.words(signed) }
            text += mark
            let old = it.replaced.map {
                ($0.told.date.map(StatementWords.words) ?? StatementWords.flat($0.told.text)) + ($0.treaty.map { " (\($0))" } ?? "")
            }
            if !old.isEmpty { text += "; replaces " + enumeration(StatementWords.unique(old)) }
            if !it.spheres.isEmpty { text += "; covers " + it.spheres.joined(separator: ", ") }
            sheet.line(text + " " + sources.mark(it.statements), indent: 2)
        }
    }

    /// Who accuses, who denies, under the act that they speak of; those who do it alike in one report together.
    private func tellVoices(on entry: TimelineAnswer.Entry, _ sheet: inout Sheet, _ sources: inout SourceList) {
        let actors = desk.phrases(entry.voices.map(\.kept), on: day).actors
        for group in Group.all(entry.voices, key: { "\($0.voice.stance)|\($0.kept.publication.key)" }) {
            let first = group[0]
            let speakers = group.compactMap(\.voice.speaker)
            let via = group.flatMap(\.voice.via)
            let who = speakers.isEmpty ? (via.isEmpty ? "the report" : enumeration(StatementWords.unique(via))) : actors.listed(speakers)
            let evidence = group.compactMap { it -> String? in if case .claim(let claim) = it.kept.statement { claim.evidence } else { nil }
            }
            let told = evidence.isEmpty ? "" : "; evidence: " + evidence.map { "“\(StatementWords.flat($0))”" }.joined(separator: ", ")
            sheet.line(
                "\(first.voice.stance.by) \(who)" + (first.voice.published.map { ", \($0)" } ?? "") + told + " "
                    + sources.mark(group.map(\.kept)),
                indent: 6)
        }
    }
}

extension Stance {
    /// "accused by", "denied by".
    fileprivate var by: String {
        switch self {
        case .asserts: "said by"
        case .accuses: "accused by"
        case .denies: "denied by"
        case .confirms: "confirmed by"
        case .doubts: "doubted by"
        case .demands: "demanded by"
        case .praises: "praised by"
        case .criticises: "criticised by"
        case .asks: "asked by"
        case .hopes: "hoped for by"
        case .declines: "left open by"
        }
    }
}
