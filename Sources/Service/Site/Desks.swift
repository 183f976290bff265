import Answers
import Casus
import CasusCore
import Glibc
import Ledger
import Synchronization

/// The state of a ledger's file, by which answers are known to be still right.
struct Stamp: Hashable, Sendable {
    private var parts: [Int]

    /// Of the file and of the one that writers keep beside it.
    init(of path: String) {
        parts = []
        for name in [path, path + "-wal"] {
            var status = stat()
            if stat(name, &status) == 0 {
                parts += [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size), Int(status.st_ino)]
            }
        }
    }
}

/// Desks at which questions are answered, each used by one thread at a time and then by the next.
final class Desks: Sendable {
    let path: String
    let commitments: Commitments
    private let spheres: Spheres
    private let now: @Sendable () -> Instant
    private let version: String
    private let overlay: String?
    private let free = Mutex<[Held]>([])
    private let gathered = Mutex<(stamp: Stamp, shelves: Shelves)?>(nil)

    // A desk holds a connection, which one thread may use at a time: a thread takes it away and brings it back.
    private struct Held: @unchecked Sendable {
        let desk: Desk
        let stamp: Stamp
    }

    /// - Parameters:
    ///   - version: of Casus.
    ///   - overlay: the folder laid over what it knows.
    init(
        _ path: String, _ commitments: Commitments, version: String, overlay: String?, now: @escaping @Sendable () -> Instant
    ) throws(Problem) {
        (self.path, self.commitments, self.version, self.overlay, self.now) = (path, commitments, version, overlay, now)
        spheres = Spheres(commitments.tables)
        // What is wrong with the ledger shall be said before anybody asks.
        _ = try open()
    }

    var stamp: Stamp { Stamp(of: path) }
    var today: Day { now().day }
    var moment: Instant { now() }

    func with<T>(_ body: (Desk) throws(Refusal) -> T) throws(Refusal) -> T {
        let stamp = stamp
        // A desk of an older ledger may know treaties that are in it no longer.
        var held = free.withLock { free -> Held? in
            while let last = free.popLast() { if last.stamp == stamp { return last } }
            return Held?.none
        }
        if held == nil {
            do throws(Problem) { held = Held(desk: try open(), stamp: stamp) } catch { throw Refusal(error) }
        }
        let taken = held!
        defer { free.withLock { $0.append(taken) } }
        return try body(taken.desk)
    }

    private func open() throws(Problem) -> Desk {
        let ledger = try SQLiteLedger(path, .reading)
        return Desk(
            store: ledger, shelves: try shelves(ledger), spheres: spheres, today: self.today,
            setting: Desk.Setting(ledger: path, version: version, overlay: overlay)
        ) { [commitments] in commitments.codes(of: $0) }
    }

    /// The treaties of the ledger as it is now: gathered once, for all desks.
    private func shelves(_ ledger: SQLiteLedger) throws(Problem) -> Shelves {
        let stamp = stamp
        return try gathered.withLock { gathered throws(Problem) in
            if let gathered, gathered.stamp == stamp { return gathered.shelves }
            let gazetteer = Gazetteer(who: commitments.who, book: commitments.book)
            let shelves = try Shelves(gazetteer, remembering: ledger)
            gathered = (stamp, shelves)
            return shelves
        }
    }
}
