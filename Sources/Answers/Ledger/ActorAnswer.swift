package import CasusCore
import Collating
package import Ledger
package import Treaties
package import WhosWho

/// The answer to "who is this?": names, office holders, what binds it and what is owed to it on a day, what it says and what is said of it.
package struct ActorAnswer: LedgerQuestion {
    package static let name = "actor"
    package static let words: AskedWords? = AskedWords(.state, least: 1, most: 1)
    package static let summary = "One state or organisation: names, office holders, bound by and owed by, claims by and about it."
    package static let takes: [Parameter] = [.on, .knownBy, .limit]

    /// So many claims, the newest, are looked through unless more are asked for.
    static let usual = 200

    /// A promise between the actor and others under one treaty.
    package struct Promise: Sendable {
        package var treaty: Treaty
        package var duty: Duty
        /// The other side, as codes in order.
        package var others: [String]
    }

    package let side: AskedSide
    package let day: Day
    package let appellations: [Appellation]
    package let organisation: Organisation?
    /// Those in office on the day.
    package let officers: [Officer]
    package let owes: [Promise]
    package let owed: [Promise]
    package let areTreatiesKnown: Bool
    /// Claims of its own, and claims that concern it; the newest first.
    package let claimsBy: [Kept]
    package let claimsAbout: [Kept]
    /// Who appears beside it most often.
    package let partners: [ActorCount]
    /// Over how many statements partners were counted, the newest; nil: over all.
    package let partnersReach: Int?
    package let shown: Int
    package let total: Int
    package let isTotalExact: Bool
    private let phrases: StatementWords

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        guard asked.words.count == 1 else { throw Problem(.usage, "which actor?", mend: "name one state or organisation") }
        day = asked.day(desk)
        let covered = desk.gazetteer.book.coverage
        let pactDay = desk.coveredDay(day)
        let side = try desk.side(asked.words[0], on: pactDay)
        self.side = side
        let who = desk.gazetteer.who
        appellations = who.appellations(of: side.code)
        organisation = who.organisation(side.code)
        let day = day
        officers = who.officers(of: side.code).filter { $0.period.contains(day) }
        areTreatiesKnown = side.isState && covered.contains(pactDay)
        let treaties = areTreatiesKnown ? desk.gazetteer.book.treaties(of: [side.code], on: pactDay) : []
        owes = treaties.flatMap { ActorAnswer.promises(of: $0, on: pactDay, by: side.code, isDebtor: true) }
        owed = treaties.flatMap { ActorAnswer.promises(of: $0, on: pactDay, by: side.code, isDebtor: false) }

        var query = try asked.query([side])
        query.to = day
        query.kinds = ["claim"]
        query.limit = asked.limit ?? ActorAnswer.usual
        let found = try desk.store.statements(query)
        func isItsOwn(_ kept: Kept) -> Bool {
            guard case .claim(let claim) = kept.statement, let speaker = claim.speaker else { return false }
            return side.codes.contains(speaker.code ?? speaker.name)
        }
        claimsBy = found.kept.filter(isItsOwn).reversed()
        claimsAbout = found.kept.filter { !isItsOwn($0) }.reversed()
        (shown, total, isTotalExact) = (found.kept.count, found.total, found.isTotalExact)
        phrases = desk.phrases(found.kept, on: day)

        var all = try asked.query([side])
        all.to = day
        all.limit = desk.setting.reach
        let (counts, looked) = try desk.store.actors(all)
        partnersReach = looked == all.limit ? looked : nil
        partners = counts.filter { count in
            guard let code = count.code else { return false }
            return !side.codes.contains(code)
        }.reduce(into: [ActorCount]()) { partners, count in
            // A state and its organs are one partner.
            if let known = partners.firstIndex(where: { $0.code == count.code }) {
                partners[known].statements += count.statements
            } else {
                partners.append(count)
            }
        }
    }

    private static func promises(of treaty: Treaty, on day: Day, by state: String, isDebtor: Bool) -> [Promise] {
        let parties = treaty.parties(on: day)
        func states(_ side: Treaties.Side) -> [String] {
            switch side {
            case .parties: parties
            case .states(let states): states
            }
        }
        return treaty.duties.filter { $0.standing(on: day).map { $0.holds != .no } ?? true }.compactMap { duty in
            let (debtors, creditors) = (states(duty.debtors), states(duty.creditors))
            let (own, others) = isDebtor ? (debtors, creditors) : (creditors, debtors)
            let rest = others.filter { $0 != state }
            return own.contains(state) && !rest.isEmpty ? Promise(treaty: treaty, duty: duty, others: rest.sorted()) : nil
        }
    }

    package var isEmpty: Bool { total == 0 && owes.isEmpty && owed.isEmpty && officers.isEmpty }

    /// "foreign minister: Sergei Lavrov, since 2004-03-09"
    package static func words(_ officer: Officer) -> String {
        officer.office.replacing("-", with: " ") + ": " + officer.person.name + (officer.period.from.map { ", since \($0)" } ?? "")
    }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        sheet.title("\(side.name) on \(day)")
        let names = StatementWords.unique(appellations.filter { $0.use == "name" && $0.period.contains(day) }.map(\.text))
        if !names.isEmpty { sheet.line("names: " + names.joined(separator: ", "), indent: 0) }
        if !officers.isEmpty { sheet.heading("IN OFFICE") }
        for officer in officers { sheet.line(ActorAnswer.words(officer), indent: 2) }
        for (title, promises) in [("BOUND BY", owes), ("OWED BY OTHERS", owed)] where !promises.isEmpty {
            sheet.heading(title)
            for it in promises {
                let article = it.duty.article.map { ", article \($0)" } ?? ""
                sheet.line("\(it.duty.kind.rawValue): \(it.treaty.title)\(article); \(it.others.joined(separator: " "))", indent: 2)
            }
        }
        var sources = SourceList { _ in nil }
        for (title, kept) in [("SAYS", claimsBy), ("IS SAID OF IT", claimsAbout)] where !kept.isEmpty {
            sheet.heading(title)
            for it in kept {
                sheet.line((it.day.map { "\($0)  " } ?? "") + phrases.text(it.statement) + " " + sources.mark([it]), indent: 2)
            }
        }
        if shown < total { sheet.line("from the newest \(shown) of \(total) claims; --limit takes more", indent: 0) }
        sources.write(to: &sheet)
        return sheet.text
    }

    package var rows: Rows {
        let claims = [("by", claimsBy), ("about", claimsAbout)].flatMap { role, kept in
            kept.map { [role, phrases.text($0.statement)] + SourceColumns.cells($0) }
        }
        return Rows(["claim", "what"] + SourceColumns.names, claims)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("code", side.code)
            json.field("codes", side.codes.sorted())
            json.field("name", side.name)
            json.field("on", day.description)
            json.key("names")
            json.array(appellations) { json, it in
                json.object { json in
                    json.field("text", it.text)
                    json.field("use", it.use)
                    json.field("from", it.period.from?.description)
                    json.field("to", it.period.to?.description)
                }
            }
            json.key("officers")
            json.array(officers) { json, it in
                json.object { json in
                    json.field("office", it.office)
                    json.field("person", it.person.name)
                    json.field("from", it.period.from?.description)
                    json.field("to", it.period.to?.description)
                }
            }
            write("owes", owes, to: &json)
            write("owed", owed, to: &json)
            json.key("partners")
            json.array(partners) { json, it in
                json.object { json in
                    json.field("code", it.code)
                    json.field("name", it.name)
                    json.field("statements", it.statements)
                }
            }
            json.field("partners_of_newest_statements", partnersReach)
            json.field("shown", shown)
            json.field("total", total)
            json.field("total_exact", isTotalExact)
            json.key("claims_by")
            json.array(claimsBy) { $0.kept($1) }
            json.key("claims_about")
            json.array(claimsAbout) { $0.kept($1) }
        }
    }

    private func write(_ name: String, _ promises: [Promise], to json: inout JSONWriter) {
        json.key(name)
        json.array(promises) { json, it in
            json.object { json in
                json.field("treaty", it.treaty.id)
                json.field("title", it.treaty.title)
                json.field("article", it.duty.article)
                json.field("kind", it.duty.kind.rawValue)
                json.field("modality", it.duty.modality.rawValue)
                json.field("others", it.others)
                json.field("gist", it.duty.gist)
            }
        }
    }

    package func lines() -> String {
        (claimsBy + claimsAbout).map { kept in JSONWriter.line { $0.kept(kept) } }.joined()
    }
}
