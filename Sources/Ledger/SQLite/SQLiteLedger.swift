package import CasusCore
import Glibc

/// A ledger in one SQLite file.
package final class SQLiteLedger: LedgerStore {
    let connection: Connection
    private let lock: WriterLock?
    /// Whether this connection may change anything.
    let writes: Bool
    /// Numbers of actors, as they are met.
    var actorNumbers: [ActorName: Int] = [:]
    var ruleSetNumbers: [String: Int] = [:]
    /// While another ledger is taken in.
    var taken: Taken?

    struct ActorName: Hashable {
        var name: String
        var code: String?
        var sector: String?
    }

    package static let inMemory = ":memory:"

    package enum Access: Sendable {
        /// One process at a time; a file that is not there is made.
        case writing
        /// One process at a time; the file must be there.
        case changing
        /// Any number of processes, also while another writes.
        case reading
    }

    /// Opens a ledger, and brings an older form of it forward when it is opened for writing.
    ///
    /// - Throws: `Problem(.storage)` with the file and the mend: no such file, not a ledger, made by a newer Casus, read-only, in use.
    package convenience init(_ path: String, _ access: Access) throws(Problem) {
        try self.init(path, access, steps: Schema.steps)
    }

    /// - Parameter steps: those of the forms of the file that this Casus knows.
    init(_ path: String, _ access: Access, steps: [String]) throws(Problem) {
        if path.isEmpty { throw Problem(.usage, "a ledger without a name", mend: "give a file, such as casus.db") }
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR {
            throw Problem(.storage, "is a folder", at: path, mend: "give a file, such as casus.db")
        }
        if access != .writing, !exists {
            throw Problem(.storage, "no such ledger", at: path, mend: "make one: casus read FILE --into \(path)")
        }
        writes = access != .reading
        switch access {
        case .writing, .changing:
            if exists, Glibc.access(path, W_OK) != 0 {
                throw Problem(.storage, "may not be written to", at: path, mend: "check its permissions")
            }
            let lock = path == SQLiteLedger.inMemory ? nil : try WriterLock(path)
            self.lock = lock
            do throws(Problem) {
                connection = try Connection(path, access == .writing ? .create : .write)
            } catch {
                lock?.release()
                throw error
            }
        case .reading:
            lock = nil
            connection = try SQLiteLedger.forReading(path)
        }
        try check(steps)
        // Room for the upper pages of indexes over millions of rows; it is taken only as it is needed.
        try connection.run("PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;")
        if access == .reading {
            try connection.run("PRAGMA query_only = ON; PRAGMA mmap_size = 2147418112;")
        } else {
            // A commit survives the end of the process at once, and a loss of power from the next `settle` on.
            try connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = FAST;")
        }
    }

    /// A reader needs to write the files beside the ledger where others write to it; where it may not, nobody else does either.
    private static func forReading(_ path: String) throws(Problem) -> Connection {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let mayWrite = access(path, W_OK) == 0 && access(path.contains("/") ? (folder.isEmpty ? "/" : folder) : ".", W_OK) == 0
        if mayWrite {
            do throws(Problem) {
                let connection = try Connection(path, .write)
                _ = try connection.number("SELECT count(*) FROM sqlite_schema")
                return connection
            } catch {
                // On a full disk there is no room for the file that readers share; where nobody writes, none is needed.
                if error.what != Connection.diskIsFull || access(path + "-wal", F_OK) == 0 { throw error }
                return try Connection(path, immutable: true)
            }
        }
        if access(path + "-wal", F_OK) == 0 { return try Connection(path, .read) }
        guard access(path, R_OK) == 0 else {
            throw Problem(.storage, "permission denied", at: path, mend: "make it readable: chmod +r")
        }
        return try Connection(path, immutable: true)
    }

    private func check(_ steps: [String]) throws(Problem) {
        // An empty file is a new ledger, also one that was left empty by a process that ended while it made it.
        if writes, try connection.number("SELECT count(*) FROM sqlite_schema") == 0 {
            try connection.transaction { () throws(Problem) in
                for step in steps { try connection.run(step) }
                try connection.run("PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(steps.count);")
            }
            return
        }
        let application = try connection.number("PRAGMA application_id") ?? 0
        let version = try connection.number("PRAGMA user_version") ?? 0
        guard application == Schema.application, version > 0 else {
            throw Problem(.storage, "is no ledger", at: connection.path, mend: "give a file that casus read --into has made")
        }
        if version > steps.count {
            throw Problem(
                .storage, "was made by a newer Casus (form \(version) of the ledger; this one knows forms up to \(steps.count))",
                at: connection.path, mend: "use that Casus")
        }
        if version == steps.count { return }
        guard writes else {
            throw Problem(
                .storage, "has an older form (\(version))", at: connection.path,
                mend: "bring it forward: casus verify \(connection.path)")
        }
        try connection.transaction { () throws(Problem) in
            for step in steps[version...] { try connection.run(step) }
            try connection.run("PRAGMA user_version = \(steps.count);")
        }
    }

    /// Questions that are not answered by then end with a problem.
    package func endsQuestions(at deadline: ContinuousClock.Instant) { connection.deadline = deadline }

    package func settle() throws(Problem) {
        try connection.run("PRAGMA wal_checkpoint(TRUNCATE);")
    }

    deinit {
        connection.close()
        lock?.release()
    }
}

/// Held by the one process that writes to a ledger. It ends with the process, however that ends.
final class WriterLock {
    private let path: String
    private let descriptor: Int32

    init(_ ledger: String) throws(Problem) {
        path = WriterLock.resolved(ledger) + "-writer"
        while true {
            let opened = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
            guard opened >= 0 else {
                let mend = errno == ENOENT ? "check the path: there is no such folder" : "check the permissions of its folder"
                throw Problem(.storage, "cannot be written to (\(String(cString: strerror(errno))))", at: ledger, mend: mend)
            }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                Glibc.close(opened)
                throw Problem(.storage, "another process is writing to it", at: ledger, mend: "wait until it has ended")
            }
            // The one who had it may have removed the file between our opening and our locking it: then nobody else sees this lock.
            var (held, named) = (stat(), stat())
            if fstat(opened, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev {
                descriptor = opened
                return
            }
            Glibc.close(opened)
        }
    }

    /// The path behind links, so that one ledger has one lock under all its names.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    func release() {
        // Gone before it is let go, so that nobody waits for a file that is about to vanish.
        unlink(path)
        Glibc.close(descriptor)
    }
}
