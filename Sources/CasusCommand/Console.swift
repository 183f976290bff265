import FoundationEssentials
import Glibc
import Intake

/// Where a command reads and writes: the process's own streams, or arrays in tests.
struct Console {
    var input: ByteStream
    /// Data.
    var output: Output
    /// Chatter.
    var errors: Output
    var environment: [String: String]

    static func standard() -> Console {
        Console(
            input: .standardInput(), output: Output(descriptor: STDOUT_FILENO), errors: Output(descriptor: STDERR_FILENO),
            environment: ProcessInfo.processInfo.environment)
    }

    /// Whether data may be coloured: a terminal that can, and a user who has not said NO_COLOR.
    var colours: Bool {
        output.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// One line of chatter.
    mutating func say(_ line: String) {
        errors.write("casus: " + line + "\n")
        errors.flush()
    }

    /// A line that the next one overwrites, shown on terminals alone.
    mutating func progress(_ line: String) {
        guard errors.isTerminal, !output.isTerminal, environment["TERM"] != "dumb" else { return }
        errors.write("\r\u{1B}[K" + line + (line.isEmpty ? "" : "\r"))
        errors.flush()
    }
}

/// A buffered stream of bytes to a file descriptor, or to nothing but its buffer.
struct Output {
    private let descriptor: Int32?
    private(set) var bytes: [UInt8] = []
    /// The reader has gone away: nothing more need be made.
    private(set) var isClosed = false
    /// Why writing failed, in the system's words.
    private(set) var failure: String?
    let isTerminal: Bool

    private static let full = 1 << 18

    init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Keeps everything in `bytes`.
    init() {
        descriptor = nil
        isTerminal = false
    }

    /// Characters a line for prose: a terminal's own number, but never more than is good to read.
    var width: Int {
        var size = winsize()
        guard let descriptor, isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
        return min(100, Int(size.ws_col))
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ text: String) { write(Array(text.utf8)) }

    mutating func write(_ more: [UInt8]) {
        bytes += more
        if bytes.count >= Output.full { flush() }
    }

    mutating func flush() {
        guard let descriptor else { return }
        var start = 0
        while start < bytes.count, !isClosed, failure == nil {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + start, $0.count - start) }
            if written >= 0 {
                start += written
            } else if errno == EPIPE {
                isClosed = true
            } else if errno != EINTR, errno != EAGAIN {
                failure = String(cString: strerror(errno))
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Whether there is still a point in making more.
    var isOpen: Bool { !isClosed && failure == nil }
}
