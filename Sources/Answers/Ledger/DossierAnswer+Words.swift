import CasusCore
import Collating
import Treaties
import WhosWho

extension DossierAnswer {
    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        var sources = SourceList()
        sheet.title("\(title): dossier on \(day)")
        tellPacts(&sheet, &sources)
        for section in sections {
            sheet.heading(section.title.uppercased())
            for entry in section.entries {
                sheet.line(entry.line(&sources, collation, showsStatus: section.key == "disputes"), indent: 2)
                if section.key == "disputes" { tellVoices(on: entry, &sheet, &sources) }
            }
        }
        if sections.isEmpty { sheet.gap(); sheet.line("The ledger holds nothing that was done, said or promised between them.", indent: 0) }
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
            sheet.line("\(treaty.title) (\(treaty.id)): \(promise); \(words.standing(treaty))", indent: 2)
            tellDuties(of: treaty, words, &sheet)
        }
        tellInstruments(&sheet, &sources)
        if let ladder = pacts.ladder, !ladder.rungs.isEmpty {
            sheet.heading("ITS CHAIN")
            for rung in ladder.rungs {
                let time = rung.from.map { "\($0.told) to \(rung.to?.told ?? "now")" } ?? "never in force"
                let links = rung.links.filter { link in ladder.rungs.contains { $0.treaty.id == link.treaty } }.map {
                    "\($0.how.rawValue) \($0.treaty)"
                }
                sheet.line(
                    "\(time): \(rung.treaty.title) (\(rung.treaty.id)), \(rung.treaty.strongest?.rawValue ?? "no duty")"
                        + (links.isEmpty ? "" : "; " + links.joined(separator: ", ")), indent: 2)
            }
            for gap in pacts.helpGaps { sheet.line("no promise of help between the two: \(gap.from) to \(gap.to)", indent: 2) }
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
            let mark = it.treaty.map { "as reported, this is \($0)" } ?? "as reported; its text was not seen"
            var text = "\(it.name), \(it.stage!.rawValue)" + (it.signed.map { ", signed \(StatementWords.words($0))" } ?? "") + ": " + mark
            let old = it.replaced.map {
                ($0.told.date.map(StatementWords.words) ?? StatementWords.flat($0.told.text)) + ($0.treaty.map { " (\($0))" } ?? "")
            }
            if !old.isEmpty { text += "; replaces " + enumeration(StatementWords.unique(old)) }
            if !it.spheres.isEmpty { text += "; covers " + it.spheres.joined(separator: ", ") }
            sheet.line(text + " " + sources.mark(it.statements), indent: 2)
        }
    }

    /// Who accuses, who denies, under the act that they speak of.
    private func tellVoices(on entry: TimelineAnswer.Entry, _ sheet: inout Sheet, _ sources: inout SourceList) {
        let phrases = StatementWords(collation.propositions.flatMap(\.voices).compactMap { collation.statement($0.statement)?.statement }) {
            code in
            gazetteer.who.state(code) == nil ? nil : gazetteer.name(code, on: day)
        }
        for proposition in collation.propositions
        where entry.kept.contains(where: { $0.id == proposition.subject || collation.happening(of: $0.id)?.id == proposition.subject }) {
            for voice in proposition.voices {
                guard let kept = collation.statement(voice.statement) else { continue }
                let who = voice.speaker.map { phrases.actors.name($0) } ?? (voice.via.isEmpty ? "the report" : enumeration(voice.via))
                let evidence: String? = if case .claim(let claim) = kept.statement { claim.evidence } else { nil }
                sheet.line(
                    "\(voice.stance.rawValue): \(who)" + (voice.published.map { ", \($0)" } ?? "")
                        + (evidence.map { "; evidence: “\(StatementWords.flat($0))”" } ?? "") + " " + sources.mark([kept]), indent: 6)
            }
        }
    }
}
