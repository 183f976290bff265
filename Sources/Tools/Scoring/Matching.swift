import CasusCore

extension Expected {
    /// The first shape that a statement of the same sentence fits.
    func shape(fitting found: Found, in report: Report) -> Shape? {
        guard found.kind == kind, report.sentence(at: found.span) == sentence else { return nil }
        return shapes.first { $0.fits(found, in: report, sentence: sentence, loosely: force == .never) }
    }
}

extension Shape {
    /// Whether a statement says this. `loosely`: a list need only be contained, as what must never be said may come among other things.
    func fits(_ found: Found, in report: Report, sentence: Int, loosely: Bool = false) -> Bool {
        one(of: types, found.type) && one(of: statuses, found.status) && one(of: stances, found.stance) && one(of: stages, found.stage)
            && same(actors, found.actors) && same(recipients, found.recipients) && same(parties, found.parties)
            && speaks(found.speaker)
            && contentFits(found, in: report, sentence: sentence)
            && all(duties, found.duties, loosely) && all(spheres, found.spheres.map { folded($0) }, loosely)
            && all(replaces, found.replaces.map { String($0.prefix(4)) }, loosely)
            && (asks == nil || (found.asks.map(folded) ?? "").contains(folded(asks!)))
    }

    private func one(of wanted: [String]?, _ value: String?) -> Bool {
        wanted.map { $0.contains(value ?? "null") } ?? true
    }

    private func all(_ wanted: [String]?, _ values: [String], _ loosely: Bool) -> Bool {
        guard let wanted else { return true }
        return loosely ? Set(wanted).isSubset(of: values) : Set(wanted) == Set(values)
    }

    /// Sets of parties are equal when each side covers the other: two people of one state are one code.
    private func same(_ wanted: [String]?, _ values: [Found.Party]) -> Bool {
        guard let wanted else { return true }
        return wanted.allSatisfy { token in values.contains { $0.answers(to: token) } }
            && values.allSatisfy { value in wanted.contains(where: value.answers) }
    }

    private func speaks(_ speaker: Found.Party?) -> Bool {
        guard let speakers else { return true }
        guard let speaker else { return speakers.contains("null") }
        return speakers.contains { speaker.answers(to: $0) || speaker.person.map(folded) == folded($0) }
    }

    /// The content holds the words given, or at least half of them.
    private func contentFits(_ found: Found, in report: Report, sentence: Int) -> Bool {
        guard let content else { return true }
        let span = found.content ?? found.span
        if folded(report.string(span.start..<span.end)).contains(folded(content)) { return true }
        guard let place = report.locate(content, in: sentence) else { return false }
        let shared = min(span.end, place.end) - max(span.start, place.start)
        return shared * 2 >= place.end - place.start
    }

    /// The details of a record that matched: name of the field, and whether it is right.
    func details(of found: Found) -> [Detail] {
        var details: [Detail] = []
        func add(_ field: String, _ wanted: String?, _ value: String?, _ right: Bool) {
            if let wanted { details.append(Detail(field: field, wanted: wanted, found: value, right: right)) }
        }
        add("mode", mode, found.mode, mode == found.mode)
        add("date", dates?.joined(separator: "|"), found.date, dates?.contains(found.date ?? "") ?? true)
        add(
            "objects", objects?.joined(separator: ", "), found.objects.joined(separator: ", "),
            (objects ?? []).allSatisfy { wanted in found.objects.contains { folded($0).contains(folded(wanted)) } })
        let people = [found.speaker?.person, found.speaker?.name].compactMap(\.self)
        add("person", person, people.first, person.map { wanted in people.contains { folded($0) == folded(wanted) } } ?? true)
        add("via", via, found.via.joined(separator: ", "), via.map { found.via.contains($0) || found.speaker?.name == $0 } ?? true)
        add("direct", direct.map(String.init), found.direct.map(String.init(_:)), direct == found.direct)
        add("name", name, found.name, name.map { folded(found.name ?? "").contains(folded($0)) } ?? true)
        add("signed", signed, found.signed, signed == found.signed)
        add("about", about?.joined(separator: ", "), found.about.compactMap(\.code).joined(separator: ", "), same(about, found.about))
        add("unspecified", unspecified.map(String.init), String(found.unspecified), unspecified == found.unspecified)
        return details
    }
}

/// A field of a matched record that is scored apart from the match.
package struct Detail: Sendable, Equatable {
    package var field: String
    package var wanted: String
    package var found: String?
    package var right: Bool
}

extension Found.Party {
    /// A code stands for the party where it has one; its name and words only where it has none.
    func answers(to token: String) -> Bool {
        if let code { return code == token || name == token }
        return [name, text].contains { $0.map(folded) == folded(token) }
    }
}

/// Lower case, single spaces, no leading article.
func folded(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let bare = words.first == "the" ? words.dropFirst() : words[...]
    return bare.joined(separator: " ")
}
