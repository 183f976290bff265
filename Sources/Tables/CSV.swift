package import CasusCore

/// One record of a CSV file.
package struct CSVRecord: Equatable, Sendable {
    package var fields: [[UInt8]]
    /// The line on which it begins, from 1.
    package var line: Int
}

/// A reader of CSV (RFC 4180): fields may stand in double quotes, which are doubled inside; lines end in LF or CR LF.
package enum CSV {
    /// The records of a file, its header first; empty lines are passed over.
    ///
    /// - Parameter file: the name that problems give as their place.
    package static func read(_ bytes: [UInt8], file: String) throws(Problem) -> [CSVRecord] {
        var reader = CSVReader(bytes: bytes, file: file)
        return try reader.records()
    }
}

private struct CSVReader {
    let bytes: [UInt8]
    let file: String
    var next = 0
    var line = 1

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
    }

    mutating func records() throws(Problem) -> [CSVRecord] {
        var records: [CSVRecord] = []
        while next < bytes.count {
            let start = line
            let fields = try record()
            if fields != [[]] { records.append(CSVRecord(fields: fields, line: start)) }
        }
        return records
    }

    private mutating func record() throws(Problem) -> [[UInt8]] {
        var fields: [[UInt8]] = []
        while true {
            fields.append(next < bytes.count && bytes[next] == UInt8(ascii: "\"") ? try quoted() : try bare())
            if next < bytes.count, bytes[next] == UInt8(ascii: ",") {
                next += 1
                continue
            }
            endLine()
            return fields
        }
    }

    private mutating func bare() throws(Problem) -> [UInt8] {
        let start = next
        while next < bytes.count, bytes[next] != UInt8(ascii: ","), !isLineEnd {
            if bytes[next] == UInt8(ascii: "\"") {
                throw problem(
                    "a quotation mark inside a field without quotation marks", mend: "put the whole field in \"...\" and double the mark")
            }
            next += 1
        }
        return Array(bytes[start..<next])
    }

    private mutating func quoted() throws(Problem) -> [UInt8] {
        let start = line
        var field: [UInt8] = []
        next += 1
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            if byte != UInt8(ascii: "\"") {
                if byte == UInt8(ascii: "\n") { line += 1 }
                field.append(byte)
            } else if next < bytes.count, bytes[next] == UInt8(ascii: "\"") {
                field.append(byte)
                next += 1
            } else if next == bytes.count || bytes[next] == UInt8(ascii: ",") || isLineEnd {
                return field
            } else {
                throw problem("text after the closing quotation mark of a field", mend: "double the quotation marks inside the field")
            }
        }
        line = start
        throw problem("a quoted field that never ends", mend: "close it with a quotation mark")
    }

    private var isLineEnd: Bool {
        bytes[next] == UInt8(ascii: "\n")
            || bytes[next] == UInt8(ascii: "\r") && next + 1 < bytes.count && bytes[next + 1] == UInt8(ascii: "\n")
    }

    private mutating func endLine() {
        if next < bytes.count, bytes[next] == UInt8(ascii: "\r") { next += 1 }
        if next < bytes.count { next += 1 }
        line += 1
    }

    private func problem(_ what: String, mend: String) -> Problem {
        Problem(.data, what, at: "\(file):\(line)", mend: mend)
    }
}
