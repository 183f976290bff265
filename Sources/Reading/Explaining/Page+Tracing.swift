import CasusCore
import Language
import Tables
import WhosWho

/// Words for the trace, made only where there is one.
extension Page {
    /// The row by which a name is known.
    func row(of mention: NameMention, as candidate: Candidate? = nil) -> Source? {
        let text = document.text.string(bytes(mention.tokens))
        let candidates = candidate.map { [$0] } ?? mention.candidates
        return candidates.lazy.compactMap { [who] in who.row(of: $0, spelled: text) }.first.map { Source($0.table, $0.row) }
    }

    /// The row of titles.csv by which a noun is an office.
    func titleRow(_ token: Int) -> Source? {
        trace?.titles[token].flatMap { Source(.titles, who.titleRow($0)) }
    }

    /// Who was looked for at a place of a verb or noun, and whether anybody was found.
    func traceRole(_ topic: Topic, _ head: Int, at place: Slot.Place, _ found: Resolution) {
        guard let trace else { return }
        let position = place.position + (place.ofClass.map { ":" + $0 } ?? "")
        trace.note(topic, phrase(head), "at the place “\(position)”" + (found.isOpen ? ": nobody known" : ""), heads: [head])
    }

    /// What bears on the status of a verb that nobody else weighs.
    func traceStatus(_ verb: Int) {
        if trace != nil { _ = status(of: verb) }
    }

    func traceDate(_ mention: DateMention) {
        guard let trace else { return }
        let says: String
        if let date = mention.date {
            says = date.description + (document.published.map { ", the document being of \($0)" } ?? "")
        } else if mention.isRelativeToEvent {
            says = "not resolved: it counts from another happening"
        } else {
            says = "not resolved: " + (document.published == nil ? "the document has no day of publication" : "whose day it is stays open")
        }
        trace.note(.date, mention.tokens, says)
    }
}
