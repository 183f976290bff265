import CasusCore
import Language
package import Tables

/// What a reading did and why, kept only where somebody asks for an explanation.
///
/// The readers write into it as they go, so that what it says cannot differ from the record; in a plain reading there is none, and
/// `page.trace?.…` does not even make its words.
final class Trace {
    /// One attempt to read a word as a statement.
    struct Trail {
        /// The word that may carry a statement.
        var token: Int
        var kind: Kind
        /// The row that was tried; nil where a rule alone tries.
        var source: Source?
        var notes: [Note] = []
        /// Why nothing came of it; nil for what became a statement.
        var reason: Reason? = .unfinished
        /// What of the text the reason speaks of.
        var detail = ""
    }

    enum Kind: String { case event, agreement, claim, question }

    /// One thing that was found on the way.
    struct Note {
        var topic: Topic
        /// The words that it rests on; empty for none.
        var tokens: Range<Int>
        var source: Source?
        var says: String
        /// The nouns whose referents it speaks of.
        var heads: [Int] = []
    }

    /// Something that bears on the status of an act.
    struct Link {
        var token: Int
        /// What it makes of the act; nil where it ends the chain or changes nothing.
        var effect: Status?
        var source: Source?
        var says: String
    }

    /// How a noun or pronoun was taken for somebody.
    struct Naming: Equatable {
        var source: Source?
        var says: String
        /// Another noun that it was known by.
        var through: Int?
    }

    private(set) var trails: [Trail] = []
    /// What bears on the status of each act that was weighed.
    private(set) var links: [Int: [Link]] = [:]
    private(set) var namings: [Int: [Naming]] = [:]
    /// The words by which a noun was known as a title.
    private(set) var titles: [Int: String] = [:]
    /// Words that the reader hung elsewhere than the parser had, or tagged otherwise.
    private(set) var mended: Set<Int> = []
    /// The act whose status is being weighed.
    private var weighed: Int?
    /// Whether the last trail is still being followed.
    private var isOpen = false
}

/// The trails.
extension Trace {
    func begin(_ kind: Kind, _ token: Int, _ source: Source? = nil) {
        trails.append(Trail(token: token, kind: kind, source: source))
        isOpen = true
    }

    func note(_ topic: Topic, _ tokens: Range<Int>, _ says: String, from source: Source? = nil, heads: [Int] = []) {
        guard isOpen else { return }
        trails[trails.count - 1].notes.append(Note(topic: topic, tokens: tokens, source: source, says: says, heads: heads))
    }

    /// Something found later about a statement that was made: by the linker.
    func note(_ topic: Topic, _ tokens: Range<Int>, _ says: String, on trail: Int?) {
        guard let trail else { return }
        trails[trail].notes.append(Note(topic: topic, tokens: tokens, source: nil, says: says))
    }

    /// The trail led nowhere.
    func drop(_ reason: Reason, _ detail: String = "") {
        guard isOpen else { return }
        (trails[trails.count - 1].reason, trails[trails.count - 1].detail) = (reason, detail)
        isOpen = false
    }

    /// The trail was none: a pronoun that may mean anything.
    func forget() {
        trails.removeLast()
        isOpen = false
    }

    /// A word that was passed over before anything was tried.
    func pass(_ kind: Kind, _ token: Int, _ reason: Reason, _ detail: String = "", from source: Source? = nil) {
        begin(kind, token, source)
        drop(reason, detail)
    }

    /// The trail led to a statement; its number.
    func made() -> Int? {
        guard isOpen else { return trails.isEmpty ? nil : trails.count - 1 }
        trails[trails.count - 1].reason = nil
        return trails.count - 1
    }

    /// The statement of a trail gave way to another.
    func drop(trail: Int?, _ reason: Reason) {
        guard let trail else { return }
        trails[trail].reason = reason
    }
}

/// What holds of words, whichever trail asks.
extension Trace {
    /// Links are kept for an act until the weighing ends.
    func weigh(_ act: Int) {
        weighed = act
        links[act] = []
    }

    func endWeighing() { weighed = nil }

    func link(_ token: Int, _ effect: Status?, _ says: String, from source: Source? = nil) {
        guard let weighed else { return }
        links[weighed, default: []].append(Link(token: token, effect: effect, source: source, says: says))
    }

    func name(_ token: Int, _ says: String, from source: Source? = nil, through other: Int? = nil) {
        let naming = Naming(source: source, says: says, through: other)
        if !namings[token, default: []].contains(naming) { namings[token, default: []].append(naming) }
    }

    func mend(_ parsed: Analysis, to mended: Analysis) {
        for (index, (old, new)) in zip(parsed.tokens, mended.tokens).enumerated()
        where old.head != new.head || old.relation != new.relation || old.xpos != new.xpos {
            self.mended.insert(index)
        }
    }

    func title(_ token: Int, _ words: String) { titles[token] = words }
}

/// Where a finding comes from: a row of a table, by its place in it.
package struct Source: Equatable, Sendable {
    package var table: TableName
    package var row: Int

    package init(_ table: TableName, _ row: Int) { (self.table, self.row) = (table, row) }

    /// Nil where there is no row.
    init?(_ table: TableName, _ row: Int?) {
        guard let row else { return nil }
        self.init(table, row)
    }
}

/// What a finding speaks of.
package enum Topic: String, Sendable {
    case actor, recipient, party, speaker, status, date, place, stage, duty, cue, stance, noun, open, about
}

extension Row {
    var source: Source { Source(table.name, index) }
}
