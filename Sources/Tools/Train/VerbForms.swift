import Language
import Tables

/// The forms of regular verbs, for verbs that the treebanks hold in some of their forms or not at all.
enum VerbForms {
    /// The verbs that Casus has rows about.
    static func known(_ tables: Tables) -> Set<String> {
        var verbs: Set<String> = []
        for name in [TableName.frames, .lightVerbs, .cues, .embedding, .control] {
            let table = tables[name]
            let hasClasses = name == .cues || name == .embedding
            for row in table.rows where !hasClasses || table[row, "pos"] == "verb" { verbs.insert(table[row, "lemma"]) }
        }
        return verbs.filter(isWord)
    }

    /// The verbs of which a treebank holds the bare form.
    static func bases(in treebank: Treebank) -> Set<String> {
        var bases: Set<String> = []
        for word in treebank.sentences.lazy.flatMap(\.words) where word.tags.upos == .verb && word.form == word.lemma {
            if word.tags.xpos == .vb || word.tags.xpos == .vbp { bases.insert(word.lemma) }
        }
        return bases.filter(isWord)
    }

    private static func isWord(_ verb: String) -> Bool {
        verb.utf8.count > 1 && verb.utf8.allSatisfy { (97...122).contains($0) }
    }

    /// The forms that a regular verb may have, with their tags. Where spelling leaves open whether the last letter doubles ("focused",
    /// "focussed"), both.
    static func regular(_ base: String) -> [(form: String, xpos: XPOS)] {
        let letters = Array(base)
        guard let last = letters.last, letters.count > 1 else { return [] }
        let before = letters[letters.count - 2]
        let followsConsonant = !isVowel(before)
        var forms: [(String, XPOS)] = []
        func put(_ stem: String, past: String, present: String) {
            forms += [(stem + past, .vbd), (stem + past, .vbn), (stem + present, .vbg)]
        }
        if last == "e" {
            put(String(letters.dropLast()), past: "ed", present: before == "e" || before == "y" || before == "o" ? "eing" : "ing")
            if before == "i" { forms.append((String(letters.dropLast(2)) + "ying", .vbg)) }
        } else if last == "y" && followsConsonant {
            put(String(letters.dropLast()), past: "ied", present: "ying")
        } else if doubles(letters) {
            put(base + String(last), past: "ed", present: "ing")
            // "Visited" beside "admitted": the stress is not known.
            if letters.count(where: isVowel) > 1 { put(base, past: "ed", present: "ing") }
        } else if last == "c" {
            put(base + "k", past: "ed", present: "ing")
        } else {
            put(base, past: "ed", present: "ing")
        }
        forms.append((third(letters, followsConsonant: followsConsonant), .vbz))
        return forms
    }

    private static func third(_ letters: [Character], followsConsonant: Bool) -> String {
        let base = String(letters)
        if letters.last == "y" && followsConsonant { return base.dropLast() + "ies" }
        return base + (["s", "x", "z", "o"].contains(letters.last) || base.hasSuffix("ch") || base.hasSuffix("sh") ? "es" : "s")
    }

    /// Whether the last letter may double: a consonant behind a single vowel.
    private static func doubles(_ letters: [Character]) -> Bool {
        guard letters.count > 2, let last = letters.last, !isVowel(last), !["w", "x", "y", "c", "h", "k"].contains(last) else {
            return false
        }
        return isVowel(letters[letters.count - 2]) && !isVowel(letters[letters.count - 3])
    }

    private static func isVowel(_ letter: Character) -> Bool { ["a", "e", "i", "o", "u"].contains(letter) }
}
