import Answers
import CasusCore
import Collating

/// One happening, or one stage of an instrument, as pages tell it: the day, the act, how it stands, the sentence.
struct EntryMarkup {
    let act: ActMarkup
    let evidence: Evidence
    let collation: Collation
    /// Whether to say "alleged", "planned" ...: not where the heading says it.
    var showsStatus = true
    var showsVoices = false

    func list(_ entries: [TimelineAnswer.Entry], in html: inout HTML) {
        html.element("ol", ["class": "entries"]) { html in
            for entry in entries { self.entry(entry, in: &html) }
        }
    }

    func entry(_ entry: TimelineAnswer.Entry, in html: inout HTML) {
        html.element("li", ["class": "entry k-\(entry.kind)", "id": "e-" + entry.kept[0].id.prefix(8)]) { html in
            html.element("p", ["class": "when"]) { html in when(entry, in: &html) }
            html.element("div", ["class": "what"]) { html in
                html.element("p", ["class": "act"]) { html in
                    act.statement(entry.kept[0].statement, in: &html)
                    if !(showsVoices && !entry.voices.isEmpty) { html.text(entry.attribution) }
                    if showsStatus, entry.kind != "agreement" { Badge.status(entry.status, in: &html) }
                    if let count = entry.sources?.publishers.count, count > 1 {
                        Badge.word("\(count) independent sources", "b-sources", in: &html)
                    }
                }
                if let followUp = entry.followUp { outcome(followUp, in: &html) }
                if let first = entry.first { html.element("p", ["class": "aside"], "“\(first.words)”: \(first.verdict.words)") }
                if showsVoices { voices(entry, in: &html) }
                evidence.quotes(entry.kept, in: &html)
            }
        }
    }

    private func when(_ entry: TimelineAnswer.Entry, in html: inout HTML) {
        if let date = entry.date {
            html.text(StatementWords.words(date))
        } else if let day = entry.reported {
            html.element("span", ["class": "label"], "reported ")
            html.element("time", ["datetime": day.description], day.description)
        } else {
            html.element("span", ["class": "label"], "undated")
        }
    }

    /// What came of it, with the sentence that tells.
    func outcome(_ followUp: FollowUp, in html: inout HTML) {
        html.element("p", ["class": "aside"]) { html in
            Badge.word(
                followUp.outcome == .calledOff ? "called off" : followUp.outcome.rawValue, "o-\(followUp.outcome.rawValue)", in: &html)
            html.text(" " + followUp.why)
        }
        for id in followUp.by {
            if let kept = collation.statement(id) { evidence.quote(kept, in: &html) }
        }
    }

    private func voices(_ entry: TimelineAnswer.Entry, in html: inout HTML) {
        if entry.voices.isEmpty { return }
        html.element("ul", ["class": "voices"]) { html in
            for (voice, kept) in entry.voices { self.voice(voice, kept, in: &html) }
        }
    }

    func voice(_ voice: Proposition.Voice, _ kept: Kept, in html: inout HTML) {
        html.element("li", ["class": "voice st-\(voice.stance.rawValue)"]) { html in
            html.element("p", [:]) { html in
                if let day = voice.published { html.element("time", ["datetime": day.description, "class": "day"], day.description + " ") }
                if let speaker = voice.speaker {
                    act.actors([speaker], in: &html)
                } else {
                    html.text(voice.via.isEmpty ? "the report" : voice.via.joined(separator: ", "))
                }
                html.text(" ")
                html.element("strong", [:], voice.stance.rawValue)
                if case .claim(let claim) = kept.statement, let evidence = claim.evidence {
                    html.text("; evidence: “\(StatementWords.flat(evidence))”")
                }
            }
            evidence.quote(kept, in: &html)
        }
    }
}

extension Visit {
    func entries(_ collation: Collation, showsStatus: Bool = true, showsVoices: Bool = false) -> EntryMarkup {
        EntryMarkup(act: act, evidence: evidence, collation: collation, showsStatus: showsStatus, showsVoices: showsVoices)
    }

    /// The title of a page with what it is about below.
    func heading(_ title: String, _ below: String? = nil, in html: inout HTML) {
        html.element("div", ["class": "heading"]) { html in
            html.element("h1", [:], title)
            html.element("p", ["class": "sub"], (below.map { $0 + " · " } ?? "") + "true on \(links.on), as known by \(links.knownBy)")
        }
    }

    /// The usual name of a state on the day; of others the code.
    func name(_ code: String) -> String { desk.gazetteer.name(code, on: on) }

    /// The way to more of the same answer.
    func more(than shown: Int, in html: inout HTML) {
        var query = query.items.filter { !["limit", "on", "known-by"].contains($0.name) && !$0.value.isEmpty }.map { ($0.name, $0.value) }
        query.append(("limit", String(min(10_000, shown * 4))))
        html.link(links.to(path, query), "Show more")
    }

    func nothing(_ words: String, in html: inout HTML) { html.element("p", ["class": "nothing"], words) }
}
