import CasusCore
import Intake
import Ledger

/// `casus read --into`: documents to a ledger, those that it has read already left alone.
struct ReadInto {
    let ledger: SQLiteLedger
    let path: String
    /// The name of the rule set that reads.
    let rules: String
    let now: Instant
    private var read = 0
    private var readAgain = 0
    private var unchanged = 0
    private var forgotten: [String] = []
    private var change = Change()
    private(set) var failure: Problem?

    init(_ ledger: SQLiteLedger, path: String, rules: String, now: Instant) {
        (self.ledger, self.path, self.rules, self.now) = (ledger, path, rules, now)
    }

    /// Whether a document has to be read.
    mutating func wants(_ publication: Publication) -> Bool {
        do throws(Problem) {
            switch try ledger.standing(of: publication.key, under: rules) {
            case .unread, .outdated: return true
            case .current: unchanged += 1
            case .forgotten: forgotten.append(publication.key)
            }
        } catch { failure = failure ?? error }
        return false
    }

    /// Keeps what a document states, as one transaction.
    mutating func keep(_ reading: DocumentReading) {
        if failure != nil { return }
        do throws(Problem) {
            let standing = try ledger.standing(of: reading.publication.key, under: rules)
            if standing == .current {
                // It came twice in this run.
                unchanged += 1
                return
            }
            let changes = try ledger.record([reading])
            for made in changes {
                change.added += made.added
                change.retracted += made.retracted
                change.restored += made.restored
                change.kept += made.kept
            }
            if standing == .outdated { readAgain += 1 } else { read += 1 }
        } catch { failure = error }
    }

    /// "casus.db: 3 documents read, 120 statements added; 2 unchanged; 1 skipped"
    func summary(skipped: Int) -> String {
        var parts: [String] = []
        if read > 0 || readAgain == 0 { parts.append("\(counted(read, "document")) read") }
        if readAgain > 0 { parts.append("\(counted(readAgain, "document")) read again by other rules") }
        if read + readAgain > 0 {
            var changes = ["\(counted(change.added, "statement")) added"]
            if change.restored > 0 { changes.append("\(change.restored) restored") }
            if change.retracted > 0 { changes.append("\(change.retracted) retracted") }
            parts[parts.count - 1] += ": " + changes.joined(separator: ", ")
        }
        parts.append("\(unchanged) unchanged")
        let gone = forgotten.count
        parts.append("\(skipped + gone) skipped" + (gone > 0 ? " (\(gone) forgotten on purpose)" : ""))
        return path + ": " + parts.joined(separator: "; ") + "\n"
    }

    /// What was told apart as forgotten, a line each.
    var notes: [String] {
        forgotten.map { "note: \($0) was forgotten on purpose and is not read; casus forget \($0) --undo --ledger \(path) lets it be read" }
    }
}

/// "1 document", "3 documents"
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Document {
    /// Gives a document that has no name or title of its own those by which people find it again: its file's name, its first line.
    mutating func name(from place: String) {
        if id == nil, place != "standard input" { id = place.split(separator: "/").last.map(String.init) }
        if title == nil {
            let line = text.bytes[bodyStart...].drop { $0 == 0x0A || $0 == 0x20 }.prefix { $0 != 0x0A }
            // A line that ends like a sentence is no headline.
            if (1...160).contains(line.count), let last = line.last, !".,;:!?\"".utf8.contains(last) {
                title = String(decoding: line, as: UTF8.self)
            }
        }
    }
}
