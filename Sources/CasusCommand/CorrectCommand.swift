import Casus
import CasusCore
import Ledger
import WhosWho

/// `casus correct`: what a person corrects in a statement, laid beside what was read.
enum CorrectCommand {
    static let set = Flag<String>(
        "set", value: "FIELD=VALUE", expects: "a field and its value, such as status=planned", repeats: true,
        help: "a field of the statement and what it should be; FIELD= empties it"
    ) { $0.contains("=") ? $0 : nil }
    static let notStated = Flag(switch: "not-stated", help: "the text does not say this at all: leave it out of answers")
    static let stated = Flag(switch: "stated", help: "take back --not-stated")
    static let by = Flag("by", value: "NAME", help: "who corrects it; also $CASUS_USER")
    static let note = Flag("note", value: "TEXT", help: "why")

    static let verb = Verb(
        name: "correct", words: "ID", summary: "Corrects a statement of a ledger; what was read stays beside it, with who and when.",
        rules: [set.rule, notStated.rule, stated.rule, by.rule, note.rule, LedgerFlags.ledger.rule]
    ) { parsed, console throws(Problem) in
        guard parsed.words.count == 1 else { throw Problem(.usage, "correct which statement?", mend: "give its id; casus search finds it") }
        guard let who = parsed[by] ?? console.environment["CASUS_USER"], !who.isEmpty else {
            throw Problem(.usage, "who corrects it?", mend: "give --by NAME")
        }
        var fields = parsed.all(set).map { text in
            let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (name: halves[0].replacing("-", with: "_"), value: halves[1])
        }
        if parsed.has(notStated) || parsed.has(stated) {
            if parsed.has(notStated), parsed.has(stated) {
                throw Problem(.usage, "both cannot be", at: "--stated", mend: "give one of the two")
            }
            fields.append((Correction.stated, parsed.has(notStated) ? "false" : "true"))
        }
        if fields.isEmpty { throw Problem(.usage, "corrects nothing", mend: "give --set FIELD=VALUE or --not-stated") }
        let ledger = try console.ledger(parsed, .changing)
        let kept = try ledger.statement(parsed.words[0])
        let now = try console.now()
        var made = try ledger.corrections(knownBy: nil).filter { $0.statement == kept.id }
        var new: [Correction] = []
        for (name, value) in fields {
            let json = name == Correction.stated ? value : try kept.statement.json(of: name, from: value)
            new.append(Correction(statement: kept.id, field: name, value: json, by: who, at: now, note: parsed[note]))
        }
        made += new
        // What cannot be laid over the statement is refused before anything is written.
        do throws(Problem) {
            _ = try kept.statement.corrected(by: made)
        } catch {
            throw Problem(.usage, error.what, mend: error.mend)
        }
        for correction in new { try ledger.correct(correction) }
        try ledger.settle()
        console.output.write("\(kept.id): \(counted(new.count, "correction")) by \(who), \(now)\n")
        return 0
    }
}

extension LedgerStore {
    /// The statement of an id, or of the first digits of one; as it was read, and also when it is no longer held.
    func statement(_ digits: String) throws(Problem) -> Kept {
        guard let id = try id(beginning: digits), let kept = try kept(id) else {
            throw Problem(.usage, "no such statement", at: digits, mend: "give at least 4 digits of an id; casus search finds statements")
        }
        return kept
    }
}

extension Statement {
    /// The JSON of a field's value, written as people write it: `planned`, `2024-06`, `RUS; PRK`.
    fileprivate func json(of field: String, from text: String) throws(Problem) -> String {
        var writer = JSONWriter()
        let lists: Set<String> = ["contexts", "objects", "spheres", "via"]
        let actors: Set<String> = ["actors", "recipients", "parties", "about"]
        let values = text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
        if lists.contains(field) {
            writer.array(values) { $0.value($1) }
        } else if actors.contains(field) || field == "speaker" || field == "raised_by" {
            let codes = try actorsNamed(values)
            if actors.contains(field) {
                writer.array(codes) { $1.write(to: &$0) }
            } else if let one = codes.first {
                one.write(to: &writer)
            } else {
                writer.null()
            }
        } else if field == "direct" || field == "unspecified" {
            guard ["true", "false"].contains(text) else {
                throw Problem(.usage, "is true or false", at: field, mend: "write \(field)=true")
            }
            return text
        } else if text.isEmpty {
            writer.null()
        } else {
            writer.value(text)
        }
        return writer.string
    }

    /// States by code or name; others keep their name.
    private func actorsNamed(_ words: [String]) throws(Problem) -> [Actor] {
        let who = try Commitments(overlay: nil, withTreaties: false).who
        return words.map { word in
            if case .found(let state) = who.state(matching: word, on: happened?.earliest ?? .today()) {
                return Actor(code: state.code, name: state.name(on: happened?.earliest), cow: state.cow(), gw: state.gw(), text: word)
            }
            return Actor(code: nil, name: word, text: word)
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
