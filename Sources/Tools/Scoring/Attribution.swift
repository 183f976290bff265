package import CasusCore

/// Somebody's words as three stretches of text, as PolNeAR marks them: who speaks, the words of speech, and what is said.
package struct Attribution: Hashable, Sendable {
    package enum Part: String, CaseIterable, Sendable { case source, cue, content }

    /// A stretch may have several pieces; a part that is absent has none.
    package var pieces: [Part: [Span]] = [:]

    /// What a claim says; nil for one without words of speech, by which an outlet judges in its own voice.
    package init?(_ claim: Claim) {
        guard let cue = claim.cueSpan, let content = claim.contentSpan else { return nil }
        pieces[.cue] = [cue]
        pieces[.content] = claim.contentPieces.isEmpty ? [content] : claim.contentPieces
        if let source = claim.speakerSpan { pieces[.source] = [source] }
    }

    /// The attributions of a file of BRAT's standoff form: `T` lines give stretches, `E` lines join them.
    package static func list(standoff: String) throws(Problem) -> [Attribution] {
        var stretches: [Substring: [Span]] = [:]
        var list: [Attribution] = []
        let lines = standoff.split(whereSeparator: \.isNewline).map { $0.split(separator: "\t") }
        for line in lines where line.count > 1 && line[0].hasPrefix("T") {
            stretches[line[0]] = try spans(line[1])
        }
        for line in lines where line.count > 1 && line[0].hasPrefix("E") {
            let roles = line[1].split(separator: " ").map { $0.split(separator: ":") }
            guard let kind = roles.first?.first, kind.hasPrefix("Attribution") else { continue }
            var attribution = Attribution()
            for role in roles.dropFirst() where role.count == 2 {
                // "Content2" is one more piece of the content.
                let name = role[0].lowercased().filter { !$0.isNumber }
                guard let part = Part(rawValue: name), let spans = stretches[role[1]] else {
                    throw Problem(.data, "an attribution with an unknown part", at: line.joined(separator: " "))
                }
                attribution.pieces[part, default: []] += spans
            }
            attribution.pieces = attribution.pieces.mapValues { $0.sorted() }
            // Some files hold one that was begun and left.
            if attribution.pieces[.cue] != nil, attribution.pieces[.content] != nil { list.append(attribution) }
        }
        return list
    }

    private init() {}

    /// Its cue, then content and source: what it is sorted by.
    package var place: [Span] { (pieces[.cue] ?? []) + (pieces[.content] ?? []) + (pieces[.source] ?? []) }

    /// "Content 315 448;463 553"
    private static func spans(_ field: Substring) throws(Problem) -> [Span] {
        let ends = field.drop { $0 != " " }.split { $0 == " " || $0 == ";" }.compactMap { Int($0) }
        guard !ends.isEmpty, ends.count.isMultiple(of: 2) else { throw Problem(.data, "a stretch without its ends", at: String(field)) }
        return stride(from: 0, to: ends.count, by: 2).map { Span(ends[$0], ends[$0 + 1]) }.sorted()
    }
}
