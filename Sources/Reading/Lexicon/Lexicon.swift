package import CasusCore
package import Tables

/// What the reader knows of words: verbs, nouns that carry acts, words of speech, instruments.
package struct Lexicon: Sendable {
    enum Controller: String { case subject, object }

    private(set) var frames: [String: [Frame]] = [:]
    private(set) var nouns: [String: [ActNoun]] = [:]
    private(set) var light: [String: [LightVerb]] = [:]
    /// Class by noun.
    private(set) var classes: [String: Set<String>] = [:]
    /// Cues by part of speech and lemma: "verb say".
    private(set) var cues: [String: [Cue]] = [:]
    /// Status changes by part of speech and lemma: "verb plan".
    private(set) var embeddings: [String: [Embedding]] = [:]
    /// Who acts in a clause without a subject that hangs on a verb.
    private(set) var control: [String: Controller] = [:]
    /// Kinds of instruments by noun and modifier.
    private(set) var instruments: [String: [(modifier: String, kind: String)]] = [:]
    private(set) var stages: [String: [StageWord]] = [:]
    private(set) var duties: [PhrasePattern: (kind: DutyKind, source: Source)] = [:]
    private(set) var triggers: [PhrasePattern] = []
    /// Words that judge: "hostile" negative, "historic" positive.
    private(set) var judgements: [String: String] = [:]
    /// Words by which an outlet judges in its own voice: "autocrat".
    private(set) var voices: [String: String] = [:]
    /// States by the form of government their name may be replaced with: "kingdom".
    private(set) var forms: [String: Set<String>] = [:]

    /// - Throws: `Problem(.data)` when a row names an unknown type, status or stance.
    package init(tables: Tables) throws(Problem) {
        for row in tables.rows(of: .frames) {
            let frame = Frame(
                lemma: row["lemma"], particle: row["particle"], object: row["object"], act: try Lexicon.act(row, "verbs/frames.csv"),
                actor: Slot(row["actor"]), recipient: Slot(row["recipient"]), about: Slot(row["about"]), objects: Slot(row["objects"]),
                source: row.source)
            frames[frame.lemma, default: []].append(frame)
        }
        for row in tables.rows(of: .nouns) {
            let noun = ActNoun(
                lemma: row["lemma"], modifier: row["modifier"], act: try Lexicon.act(row, "verbs/nouns.csv"), actor: Slot(row["actor"]),
                recipient: Slot(row["recipient"]), about: Slot(row["about"]), standsAlone: row["alone"] == "yes", source: row.source)
            nouns[noun.lemma, default: []].append(noun)
        }
        for row in tables.rows(of: .lightVerbs) {
            light[row["lemma"], default: []].append(
                LightVerb(
                    particle: row["particle"], subject: LightVerb.Role(rawValue: row["subject"]),
                    effect: try Lexicon.word(row["effect"].isEmpty ? "actual" : row["effect"], "verbs/light.csv"),
                    source: row.source))
        }
        for row in tables.rows(of: .classes) { classes[row["lemma"], default: []].insert(row["class"]) }
        for row in tables.rows(of: .cues) {
            let cue = Cue(
                lemma: row["lemma"], particle: row["particle"], stance: try Lexicon.word(row["stance"], "verbs/cues.csv"),
                content: Slot(row["content"]),
                addressee: Slot(row["addressee"]), source: row.source)
            cues[row["pos"] + " " + cue.lemma, default: []].append(cue)
        }
        for row in tables.rows(of: .embedding) {
            embeddings[row["pos"] + " " + row["lemma"], default: []].append(
                Embedding(position: row["position"], effect: try Lexicon.word(row["effect"], "verbs/embedding.csv"), source: row.source))
        }
        for row in tables.rows(of: .control) { control[row["lemma"]] = Controller(rawValue: row["controller"]) }
        for row in tables.rows(of: .instruments) {
            // "peace treaty": the last word is the noun, the others modify it.
            let words = row["lemma"].split(separator: " ")
            let modifier = words.dropLast().joined(separator: " ") + (row["modifier"].isEmpty ? "" : " " + row["modifier"])
            instruments[String(words.last ?? ""), default: []].append((modifier.trimmed, row["kind"]))
        }
        for row in tables.rows(of: .stages) {
            stages[row["pos"] + " " + row["lemma"], default: []].append(
                StageWord(
                    particle: row["particle"], position: row["position"], stage: try Lexicon.word(row["stage"], "agreements/stages.csv"),
                    source: row.source))
        }
        for row in tables.rows(of: .duties) {
            duties[PhrasePattern(row["phrase"])] = (try Lexicon.word(row["duty"], "agreements/duties.csv"), row.source)
        }
        triggers = tables.rows(of: .triggers).map { PhrasePattern($0["phrase"]) }.sorted { $0.words.count > $1.words.count }
        for row in tables.rows(of: .judgements) { judgements[row["lemma"]] = row["polarity"] }
        for row in tables.rows(of: .voices) { voices[row["lemma"]] = row["gist"] }
        for row in tables.rows(of: .forms) { forms[row["form"], default: []].insert(row["code"]) }
    }

    func isOfClass(_ lemma: String, _ name: String) -> Bool { classes[lemma]?.contains(name) ?? false }

    private static func act(_ row: Row, _ file: String) throws(Problem) -> Act {
        Act(
            type: try word(row["type"], file), mode: row["mode"].isEmpty ? nil : row["mode"],
            cameo: row["cameo"].isEmpty ? nil : row["cameo"])
    }

    private static func word<Word: RawRepresentable<String>>(_ text: String, _ file: String) throws(Problem) -> Word {
        guard let word = Word(rawValue: text) else {
            throw Problem(.data, "unknown word \"\(text)\" for \(Word.self)", at: file, mend: "run `swift run compile-data --check`")
        }
        return word
    }
}

/// A phrase as lemmas, where `*` stands for up to four words: "come to * aid".
struct PhrasePattern: Hashable {
    var words: [String]

    init(_ text: String) {
        words = text.split(separator: " ").map(String.init)
    }

    /// The end of a match that begins at `start`, or nil. Words are compared with the lemma or the word itself.
    func match(at start: Int, in range: Range<Int>, _ page: Page) -> Int? {
        match(word: 0, at: start, in: range, page)
    }

    private func match(word: Int, at token: Int, in range: Range<Int>, _ page: Page) -> Int? {
        if word == words.count { return token }
        if words[word] == "*" {
            for skip in 0...4 where token + skip <= range.upperBound {
                if let end = match(word: word + 1, at: token + skip, in: range, page) { return end }
            }
            return nil
        }
        guard token < range.upperBound, page.lower(token) == words[word] || page.lemma(token).lowercased() == words[word] else {
            return nil
        }
        return match(word: word + 1, at: token + 1, in: range, page)
    }
}

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
