import Answers
import CasusCore

/// What statements tell, with every actor a link to its page.
struct ActMarkup: Sendable {
    let links: Links
    /// The usual name of a state, by its code.
    let stateName: @Sendable (String) -> String?

    /// "Vladimir Putin (Russia) → Kim Jong Un (North Korea): aid or gift: Aurus limousine"
    func act(_ event: Event, in html: inout HTML) {
        if event.actors.isEmpty { html.text("somebody not named") } else { actors(event.actors, in: &html) }
        if !event.recipients.isEmpty {
            html.element("span", ["class": "arrow", "aria-hidden": "true"], " → ")
            html.element("span", ["class": "unseen"], " towards ")
            actors(event.recipients, in: &html)
        }
        html.text(": ")
        html.element("strong", [:], EventWords.gloss(event))
        if !event.objects.isEmpty { html.text(": " + event.objects.map(StatementWords.flat).joined(separator: ", ")) }
        if let place = event.place, !(event.actors + event.recipients).contains(where: { $0.name == place }) { html.text(", in " + place) }
    }

    func agreement(_ agreement: Agreement, in html: inout HTML) {
        if !agreement.parties.isEmpty {
            actors(agreement.parties, in: &html)
            html.text(": ")
        }
        html.element("strong", [:], agreement.name)
        html.text(", " + StatementWords.standing(agreement))
        if let signed = agreement.signed { html.text((agreement.stage == .signed ? " " : ", signed ") + StatementWords.words(signed)) }
    }

    func claim(_ claim: Claim, in html: inout HTML) {
        let phrases = StatementWords([.claim(claim)], stateName: stateName)
        if let speaker = claim.speaker {
            actors([speaker], in: &html)
            let told = phrases.claim(claim, by: [speaker])
            let who = phrases.actors.listed([speaker])
            html.text(String(told.dropFirst(who.count)))
        } else {
            html.text(phrases.claim(claim, by: []))
        }
    }

    func statement(_ statement: Statement, in html: inout HTML) {
        switch statement {
        case .event(let event): act(event, in: &html)
        case .agreement(let it): agreement(it, in: &html)
        case .claim(let it): claim(it, in: &html)
        case .question(let it): html.text(StatementWords([.question(it)], stateName: stateName).question(it))
        }
    }

    /// Each once, as `ActorWords` has them.
    func actors(_ actors: [Actor], in html: inout HTML) {
        let words = ActorWords(
            actors.map { .question(Question(origin: .nowhere, asks: "", about: [$0], raisedBy: nil, unspecified: false)) },
            stateName: stateName)
        var told: [String] = []
        var unique: [(actor: Actor, words: String)] = []
        for actor in actors {
            let name = words.name(actor)
            if !told.contains(name) {
                told.append(name)
                unique.append((actor, name))
            }
        }
        for (index, it) in unique.enumerated() {
            if index > 0 { html.text(index == unique.count - 1 ? " and " : ", ") }
            html.link(links.actor(it.actor.code ?? it.actor.name), it.words, "actor")
        }
    }
}

extension Origin {
    fileprivate static let nowhere = Origin(sentence: 0, span: Span(0, 0), quote: "", rule: "", confidence: 0)
}
