import CSQLite
import CasusCore
import Glibc

/// An open SQLite file. Every failure becomes a problem with the file as its place.
final class Connection {
    enum Mode { case create, write, read }

    let path: String
    private(set) var handle: OpaquePointer?
    private var prepared: [String: Prepared] = [:]
    /// When questions end that are not answered by then; nil: none does.
    var deadline: ContinuousClock.Instant? {
        didSet { if oldValue == nil, deadline != nil { watch() } }
    }

    /// - Throws: no such file, no permission.
    init(_ path: String, _ mode: Mode) throws(Problem) {
        self.path = path
        let flags =
            switch mode {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .write: SQLITE_OPEN_READWRITE
            case .read: SQLITE_OPEN_READONLY
            }
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK else {
            let problem = problem(code)
            sqlite3_close_v2(handle)
            handle = nil
            throw problem
        }
        sqlite3_busy_timeout(handle, 4000)
        teachFolding()
    }

    /// A file that nobody can be changing, such as one on a disk that is read-only.
    init(_ path: String, immutable: Bool) throws(Problem) {
        self.path = path
        let safe = path.utf8.map { byte in
            let isPlain = byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
            return isPlain || "-._~/".utf8.contains(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
        }.joined()
        // Two slashes at the front would name a host.
        let code = sqlite3_open_v2(
            "file:\(safe.hasPrefix("/") ? "//" : "")\(safe)?immutable=1", &handle,
            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK else { throw problem(code) }
        teachFolding()
    }

    /// `folded(text)` in SQL: in lower case, also beyond ASCII.
    private func teachFolding() {
        sqlite3_create_function_v2(
            handle, "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
            { context, _, values in
                guard let bytes = sqlite3_value_text(values?[0]) else { return sqlite3_result_null(context) }
                sqlite3_result_text(context, String(cString: bytes).lowercased(), -1, Prepared.transient)
            }, nil, nil, nil)
    }

    /// Looks at the clock every few thousand steps of a question.
    private func watch() {
        sqlite3_progress_handler(
            handle, 10_000,
            { context in
                let connection = Unmanaged<Connection>.fromOpaque(context!).takeUnretainedValue()
                return connection.deadline.map { ContinuousClock.now > $0 ? 1 : 0 } ?? 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { close() }

    func close() {
        for statement in prepared.values { statement.finalise() }
        prepared = [:]
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// A statement that is prepared once and kept.
    func prepare(_ sql: String) throws(Problem) -> Prepared {
        if let known = prepared[sql] {
            known.reset()
            return known
        }
        let statement = try Prepared(sql, self)
        prepared[sql] = statement
        return statement
    }

    /// Runs statements that give no rows.
    func run(_ sql: String) throws(Problem) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw problem(code) }
    }

    /// One number; nil for null and for no row.
    func number(_ sql: String, _ values: Value...) throws(Problem) -> Int? {
        let statement = try prepare(sql)
        defer { statement.reset() }
        statement.bind(values)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// A transaction: all of it, or nothing where it throws.
    func transaction<Made>(_ work: () throws(Problem) -> Made) throws(Problem) -> Made {
        try run("BEGIN IMMEDIATE")
        do throws(Problem) {
            let made = try work()
            try run("COMMIT")
            return made
        } catch {
            // What a full disk or a lost file has rolled back by itself cannot be rolled back again.
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    /// Questions that see one moment of the file, whoever writes to it meanwhile.
    func snapshot<Made>(_ work: () throws(Problem) -> Made) throws(Problem) -> Made {
        if sqlite3_get_autocommit(handle) == 0 { return try work() }
        try run("BEGIN")
        defer {
            // Where a question was broken off for its time, so may its end be; a moment that stayed open would never pass.
            do throws(Problem) { try run("COMMIT") } catch { try? run("ROLLBACK") }
        }
        return try work()
    }

    static let diskIsFull = "the disk is full"

    func problem(_ code: Int32) -> Problem {
        let isFull = handle.map { sqlite3_system_errno($0) == ENOSPC } ?? false
        // The file beside a ledger that its readers share could not be made larger.
        let hasNoRoom = code == SQLITE_IOERR | (19 << 8) || code == SQLITE_IOERR | (21 << 8)
        if code & 0xFF == SQLITE_IOERR, isFull || hasNoRoom { return self.problem(SQLITE_FULL) }
        let said = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        switch code & 0xFF {
        case SQLITE_FULL: return Problem(.storage, Connection.diskIsFull, at: path, mend: "make room; what was recorded before is kept")
        case SQLITE_BUSY, SQLITE_LOCKED:
            return Problem(.storage, "another process is writing to it", at: path, mend: "wait until it has ended")
        case SQLITE_READONLY: return Problem(.storage, "may not be written to", at: path, mend: "check its permissions")
        case SQLITE_NOTADB: return Problem(.storage, "is no ledger", at: path, mend: "give a file that casus read --into has made")
        case SQLITE_CORRUPT:
            return Problem(.storage, "is damaged (\(said))", at: path, mend: "restore a copy, or see sqlite3's .recover")
        case SQLITE_INTERRUPT:
            return Problem(.storage, "the question takes too long", mend: "ask for less: name a pair, a source, or fewer days")
        case SQLITE_CANTOPEN: return Problem(.storage, "cannot be opened", at: path, mend: "check the path and its permissions")
        case SQLITE_IOERR:
            return Problem(
                .storage, "cannot be read or written (\(said))", at: path, mend: "check the disk; what was recorded before is kept")
        default: return Problem(.storage, "failed: \(said)", at: path)
        }
    }
}

/// A value for a parameter of a statement.
enum Value {
    case text(String)
    case integer(Int)
    case real(Double)
    case null

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
    init(_ day: Day?) { self = day.map { .integer(Int($0.number)) } ?? .null }
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}
