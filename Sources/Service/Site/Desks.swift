import Answers
import Casus
import CasusCore
import Glibc
import Ledger
import Synchronization

/// The state of a ledger's file, by which answers are known to be still right.
struct Stamp: Hashable, Sendable {
    private var parts: [Int]

    /// Which file it is: another may come to bear the name.
    var file: [Int] { Array(parts.prefix(2)) }

    /// Of the file and of the one that writers keep beside it. Readers make that one too, and take it away again: empty it says nothing.
    init(of path: String) {
        parts = []
        for name in [path, path + "-wal"] {
            var status = stat()
            if stat(name, &status) == 0, parts.isEmpty || status.st_size > 0 {
                parts += [Int(status.st_dev), Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size)]
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
        let ledger: SQLiteLedger
        let desk: Desk
        let stamp: Stamp
    }

    /// How long a question may take.
    private let patience: Duration

    /// - Parameters:
    ///   - version: of Casus.
    ///   - overlay: the folder laid over what it knows.
    ///   - patience: how long a question may take.
    init(
        _ path: String, _ commitments: Commitments, version: String, overlay: String?, patience: Duration = .seconds(20),
        now: @escaping @Sendable () -> Instant
    ) throws(Problem) {
        (self.path, self.commitments, self.version, self.overlay, self.now) = (path, commitments, version, overlay, now)
        self.patience = patience
        spheres = Spheres(commitments.tables)
        // What is wrong with the ledger shall be said before anybody asks.
        let stamp = stamp
        let ledger = try SQLiteLedger(path, .reading)
        let first = Held(ledger: ledger, desk: try desk(ledger), stamp: stamp)
        free.withLock { $0.append(first) }
    }

    var stamp: Stamp { Stamp(of: path) }
    var today: Day { now().day }
    var moment: Instant { now() }

    func with<T>(_ body: (Desk) throws(Refusal) -> T) throws(Refusal) -> T {
        let stamp = stamp
        let held = try take(stamp)
        // Also of a desk on which a question failed: nothing of it is left there.
        defer { free.withLock { $0.append(held) } }
        held.ledger.endsQuestions(at: .now + patience)
        return try body(held.desk)
    }

    private func take(_ stamp: Stamp) throws(Refusal) -> Held {
        var gone: [Held] = []
        let free = free.withLock { free -> Held? in
            while let last = free.popLast() {
                if last.stamp.file == stamp.file { return last }
                gone.append(last)
            }
            return nil
        }
        // Closed before the new file is opened: what is beside it bears the same name.
        gone.removeAll()
        do throws(Problem) {
            // A desk of an older ledger may know treaties that are in it no longer; what it reads of the same file is what is there now.
            if let free { return free.stamp == stamp ? free : Held(ledger: free.ledger, desk: try desk(free.ledger), stamp: stamp) }
            let ledger = try SQLiteLedger(path, .reading)
            return Held(ledger: ledger, desk: try desk(ledger), stamp: stamp)
        } catch {
            throw Refusal(error)
        }
    }

    /// A visitor does not wait for a million statements to be counted.
    private static let reach = 4000

    /// Nor for what came of them to be looked for far back.
    private static let context = 400

    /// Nor for the treaties that all of them tell of.
    private static let reports = 2000

    /// Whether treaties can be asked about without asking the ledger.
    var knowTreaties: Bool {
        let stamp = stamp
        return gathered.withLock { $0.map { $0.stamp == stamp && $0.shelves.isGathered } ?? false }
    }

    private func desk(_ ledger: SQLiteLedger) throws(Problem) -> Desk {
        var setting = Desk.Setting(ledger: path, version: version, overlay: overlay)
        (setting.reach, setting.context) = (Desks.reach, Desks.context)
        return Desk(store: ledger, shelves: try shelves(ledger), spheres: spheres, today: self.today, setting: setting) { [commitments] in
            commitments.codes(of: $0)
        }
    }

    /// The treaties of the ledger as it is now: gathered once, for all desks.
    private func shelves(_ ledger: SQLiteLedger) throws(Problem) -> Shelves {
        let stamp = stamp
        return try gathered.withLock { gathered throws(Problem) in
            if let gathered, gathered.stamp == stamp { return gathered.shelves }
            let gazetteer = Gazetteer(who: commitments.who, book: commitments.book)
            let shelves = try Shelves(gazetteer, remembering: ledger, reach: Desks.reports)
            gathered = (stamp, shelves)
            return shelves
        }
    }
}
