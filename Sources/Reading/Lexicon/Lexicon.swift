package import CasusCore
package import Tables

/// What the reader knows of words: verbs, nouns that carry acts, words of speech, instruments.
package struct Lexicon: Sendable {
    enum Controller: String {
        case subject, object
        /// The object where there is one, else the subject: "wants to go", "wants them to go".
        case either
    }

    private(set) var frames: [String: [Frame]] = [:]
    private(set) var nouns: [String: [ActNoun]] = [:]
    private(set) var light: [String: [LightVerb]] = [:]
    /// Class by noun.
    private(set) var classes: [String: Set<String>] = [:]
    /// Cues by part of speech and lemma.
    private(set) var cues = RowsByWord<Cue>()
    /// Status changes by part of speech and lemma.
    private(set) var embeddings = RowsByWord<Embedding>()
    /// Who acts in a clause without a subject that hangs on a verb.
    private(set) var control: [String: Controller] = [:]
    /// Kinds of instruments by noun and modifier.
    private(set) var instruments: [String: [(modifier: String, kind: String)]] = [:]
    private(set) var stages = RowsByWord<StageWord>()
    /// Phrases that promise, by their first words.
    private(set) var duties: [String: [DutyPhrase]] = [:]
    private(set) var triggers: [PhrasePattern] = []
    /// Words that judge: "hostile" negative, "historic" positive.
    private(set) var judgements: [String: String] = [:]
    /// Words by which an outlet judges in its own voice: "autocrat".
    private(set) var voices: [String: String] = [:]
    /// States by the form of government their name may be replaced with: "kingdom".
    private(set) var forms: [String: Set<String>] = [:]
    /// The verbs of all tables.
    private var verbs: Set<String> = []

    /// - Throws: `Problem(.data)` when a row names an unknown type, status or stance.
    package init(tables: Tables) throws(Problem) {
        for row in tables.rows(of: .frames) {
            let frame = Frame(
                lemma: row["lemma"], particle: row["particle"], object: ObjectClass(row["object"]),
                act: try Lexicon.act(row, "verbs/frames.csv"), actor: Slot(row["actor"]), recipient: Slot(row["recipient"]),
                about: Slot(row["about"]), objects: Slot(row["objects"]), source: row.source)
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
            cues.append(cue, row["pos"], cue.lemma)
        }
        for row in tables.rows(of: .embedding) {
            embeddings.append(
                Embedding(
                    position: row["position"], effect: try Lexicon.word(row["effect"], "verbs/embedding.csv"),
                    denied: row["denied"].isEmpty ? nil : try Lexicon.word(row["denied"], "verbs/embedding.csv"), source: row.source),
                row["pos"], row["lemma"])
        }
        for row in tables.rows(of: .control) { control[row["lemma"]] = Controller(rawValue: row["controller"]) }
        for row in tables.rows(of: .instruments) {
            // "peace treaty": the last word is the noun, the others modify it.
            let words = row["lemma"].split(separator: " ")
            let modifier = words.dropLast().joined(separator: " ") + (row["modifier"].isEmpty ? "" : " " + row["modifier"])
            instruments[String(words.last ?? ""), default: []].append((modifier.trimmed, row["kind"]))
        }
        for row in tables.rows(of: .stages) {
            stages.append(
                StageWord(
                    particle: row["particle"], position: row["position"], stage: try Lexicon.word(row["stage"], "agreements/stages.csv"),
                    status: row["status"].isEmpty ? nil : try Lexicon.word(row["status"], "agreements/stages.csv"), source: row.source),
                row["pos"], row["lemma"])
        }
        for row in tables.rows(of: .duties) {
            let pattern = PhrasePattern(row["phrase"])
            duties[pattern.words.first ?? "", default: []].append(
                DutyPhrase(pattern: pattern, kind: try Lexicon.word(row["duty"], "agreements/duties.csv"), source: row.source))
        }
        triggers = tables.rows(of: .triggers).map { PhrasePattern($0["phrase"]) }.sorted { $0.words.count > $1.words.count }
        for row in tables.rows(of: .judgements) { judgements[row["lemma"]] = row["polarity"] }
        for row in tables.rows(of: .voices) { voices[row["lemma"]] = row["gist"] }
        for row in tables.rows(of: .forms) { forms[row["form"], default: []].insert(row["code"]) }
        verbs = Set(frames.keys).union(light.keys).union(control.keys)
            .union(cues.words(of: .verb)).union(embeddings.words(of: .verb)).union(stages.words(of: .verb))
    }

    /// Whether some table has rows for a verb.
    func knowsVerb(_ lemma: String) -> Bool { verbs.contains(lemma) }

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

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
