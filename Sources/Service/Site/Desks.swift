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
    private let free = Mutex<[Held]>([])

    // A desk holds a connection, which one thread may use at a time: a thread takes it away and brings it back.
    private struct Held: @unchecked Sendable {
        let desk: Desk
        let stamp: Stamp
        let day: Day
    }

    init(_ path: String, _ commitments: Commitments, now: @escaping @Sendable () -> Instant) throws(Problem) {
        (self.path, self.commitments, self.now) = (path, commitments, now)
        spheres = Spheres(commitments.tables)
        // What is wrong with the ledger shall be said before anybody asks.
        _ = try open()
    }

    var stamp: Stamp { Stamp(of: path) }
    var today: Day { now().day }
    var moment: Instant { now() }

    func with<T>(_ body: (Desk) throws(Refusal) -> T) throws(Refusal) -> T {
        let (stamp, day) = (stamp, today)
        // A desk of an older ledger may know treaties that are in it no longer.
        var held = free.withLock { free -> Held? in
            while let last = free.popLast() { if last.stamp == stamp, last.day == day { return last } }
            return Held?.none
        }
        if held == nil {
            do throws(Problem) { held = Held(desk: try open(), stamp: stamp, day: day) } catch { throw Refusal(error) }
        }
        let taken = held!
        defer { free.withLock { $0.append(taken) } }
        return try body(taken.desk)
    }

    private func open() throws(Problem) -> Desk {
        let ledger = try SQLiteLedger(path, .reading)
        let commitments = try commitments.adding(ledger)
        return Desk(
            store: ledger, gazetteer: Gazetteer(who: commitments.who, book: commitments.book), spheres: spheres, today: today
        ) { commitments.codes(of: $0) }
    }
}

extension Commitments {
    /// With the treaties that users keep in a ledger.
    func adding(_ ledger: SQLiteLedger) throws(Problem) -> Commitments {
        var own: [Treaty] = []
        for stored in try ledger.treaties() {
            own.append(try Treaty(json: Array(stored.json.utf8), file: "treaty \(stored.id) of the ledger"))
        }
        return own.isEmpty ? self : adding(own)
    }
}
