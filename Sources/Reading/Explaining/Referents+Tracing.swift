import CasusCore
import Language
import Tables
import WhosWho

/// How names and nouns were taken for somebody, for the trace.
extension Referents {
    func traceName(_ token: Int, of person: Person, _ candidate: Candidate?) {
        guard let trace = page.trace else { return }
        let of = person.state.isEmpty ? "" : " of \(person.state)"
        let row = candidate.flatMap { one in page.mentions[token].flatMap { page.row(of: $0, as: one) } }
        trace.name(token, "\(person.name)\(of)", from: row)
        guard let day = page.document.published else { return trace.name(token, "no day of publication, so no office is looked up") }
        guard let office = page.who.offices(of: person.id, on: day).first else { return trace.name(token, "in no office on \(day)") }
        traceOffice(token, of: person, office.office, on: day)
    }

    func traceOffice(_ token: Int, of person: Person, _ office: String, on day: Day) {
        guard let trace = page.trace else { return }
        let row = Source(.offices, page.who.officeRow(of: person.id, office: office, on: day))
        let body = page.who.offices(of: person.id, on: day).first { $0.office == office }?.body ?? ""
        trace.name(token, "\(person.name), \(office) of \(body) on \(day)", from: row)
    }

    func traceName(_ token: Int, _ mention: NameMention, _ found: Resolution) {
        guard let trace = page.trace else { return }
        let words = page.string(mention.tokens)
        let who = found.actors.map { $0.code ?? $0.name }.joined(separator: ", ")
        let says = found.isOpen ? "“\(words)” may be more than one, or a place here" : "“\(words)” is \(who)"
        trace.name(token, says, from: page.row(of: mention))
    }

    func traceGroup(_ token: Int, _ lemma: String, _ group: Group, _ codes: [String]) {
        guard let trace = page.trace else { return }
        let of = codes.isEmpty ? "" : " of " + codes.joined(separator: " and ")
        let row = Source(.groups, page.who.groupRow(lemma)) ?? page.titleRow(token)
        trace.name(token, "a word for an organ, force or crowd (\(group.sector))" + of, from: row)
    }
}
