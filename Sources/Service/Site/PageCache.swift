import CasusCore
import Synchronization

/// Answers that were made already, as long as the ledger and the day are those that they were made from.
final class PageCache: Sendable {
    struct State: Hashable, Sendable {
        var ledger: Stamp
        var day: Day
    }

    struct Entry: Sendable {
        let tag: String
        let whole: Prepared
        /// For a client that has it.
        let unchanged: Prepared

        init(_ response: Response, _ bytes: [UInt8]) {
            tag = "\"" + bytes.withUnsafeBytes { Fingerprint.of($0) } + "\""
            let headers = response.headers + [("ETag", tag)]
            whole = Prepared(response.status, headers: headers, bytes)
            unchanged = Prepared(.notModified, headers: headers.filter { $0.name != "Content-Type" }, [])
        }
    }

    private struct Kept {
        var state: State?
        /// Those of a while ago, and those since: when these are as many as there is room for, they become the old ones.
        var old: [String: Entry] = [:]
        var new: [String: Entry] = [:]
        var size = 0
    }

    /// Bytes of the new ones; in all at most twice as many are kept.
    private let room: Int
    private let kept = Mutex(Kept())

    init(room: Int) { self.room = room }

    /// How many are kept, and what they take.
    var load: (count: Int, size: Int) { kept.withLock { ($0.old.count + $0.new.count, $0.size) } }

    func entry(_ target: String, _ state: State) -> Entry? {
        kept.withLock { kept in
            guard kept.state == state else { return nil }
            if let entry = kept.new[target] { return entry }
            guard let entry = kept.old.removeValue(forKey: target) else { return nil }
            PageCache.put(entry, target, &kept, room)
            return entry
        }
    }

    func keep(_ entry: Entry, _ target: String, _ state: State) {
        if entry.whole.size > room / 8 { return }
        kept.withLock { kept in
            if kept.state != state { kept = Kept(state: state) }
            PageCache.put(entry, target, &kept, room)
        }
    }

    private static func put(_ entry: Entry, _ target: String, _ kept: inout Kept, _ room: Int) {
        if kept.size + entry.whole.size > room { (kept.old, kept.new, kept.size) = (kept.new, [:], 0) }
        kept.new[target] = entry
        // The heads of an answer, its address and its place in the table are not nothing.
        kept.size += entry.whole.size + target.utf8.count + 2048
    }
}
