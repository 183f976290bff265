import CSQLite
import CasusCore

/// A prepared statement: bound, stepped, reset, used again.
final class Prepared {
    private var handle: OpaquePointer?
    private unowned let connection: Connection

    /// The library copies what is bound.
    static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ sql: String, _ connection: Connection) throws(Problem) {
        self.connection = connection
        let code = sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK else { throw connection.problem(code) }
    }

    func finalise() {
        sqlite3_finalize(handle)
        handle = nil
    }

    func reset() { sqlite3_reset(handle) }

    func bind(_ values: [Value]) {
        for (index, value) in values.enumerated() {
            switch value {
            case .text(let text): bind(index + 1, text)
            case .integer(let number): bind(index + 1, number)
            case .real(let number): bind(index + 1, number)
            case .null: sqlite3_bind_null(handle, Int32(index + 1))
            }
        }
    }

    /// - Parameter index: of the parameter, from 1.
    func bind(_ index: Int, _ text: String?) {
        guard var text else {
            sqlite3_bind_null(handle, Int32(index))
            return
        }
        _ = text.withUTF8 { bytes in
            sqlite3_bind_text64(
                handle, Int32(index), UnsafeRawPointer(bytes.baseAddress ?? Prepared.empty).assumingMemoryBound(to: CChar.self),
                UInt64(bytes.count), Prepared.transient, UInt8(SQLITE_UTF8))
        }
    }

    func bind(_ index: Int, utf8 bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { bytes in
            sqlite3_bind_text64(
                handle, Int32(index), (bytes.baseAddress ?? UnsafeRawPointer(Prepared.empty)).assumingMemoryBound(to: CChar.self),
                UInt64(bytes.count), Prepared.transient, UInt8(SQLITE_UTF8))
        }
    }

    nonisolated(unsafe) private static let empty: UnsafePointer<UInt8> = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    func bind(_ index: Int, _ number: Int?) {
        if let number { sqlite3_bind_int64(handle, Int32(index), Int64(number)) } else { sqlite3_bind_null(handle, Int32(index)) }
    }

    func bind(_ index: Int, _ number: Double) { sqlite3_bind_double(handle, Int32(index), number) }

    /// Whether there is a row.
    func step() throws(Problem) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let problem = connection.problem(code)
            sqlite3_reset(handle)
            throw problem
        }
    }

    /// Runs it once with what is bound.
    func run() throws(Problem) {
        while try step() {}
        reset()
    }

    func run(_ values: Value...) throws(Problem) {
        bind(values)
        try run()
    }

    /// Every row of a question.
    func each(_ values: [Value] = [], _ row: (Prepared) throws(Problem) -> Void) throws(Problem) {
        bind(values)
        defer { reset() }
        while try step() { try row(self) }
    }

    // Columns of the row, from 0.

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int? { isNull(column) ? nil : Int(sqlite3_column_int64(handle, Int32(column))) }
    func number(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }
    func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }
    func day(_ column: Int) -> Day? { integer(column).map { Day(number: Int32(truncatingIfNeeded: $0)) } }
    func instant(_ column: Int) -> Instant { Instant(seconds: sqlite3_column_int64(handle, Int32(column))) }

    func text(_ column: Int) -> String? {
        guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func string(_ column: Int) -> String { text(column) ?? "" }

    func bytes(_ column: Int) -> [UInt8] {
        guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }
}
