package import CasusCore
import Glibc

/// Bytes that arrive in pieces: an open file, a pipe, standard input, or an array.
package final class ByteStream {
    private var descriptor: Int32?
    private let owned: Bool
    private var pending: ArraySlice<UInt8>

    /// - Parameter owned: whether the stream closes the descriptor when it goes.
    package init(descriptor: Int32, owned: Bool) {
        self.descriptor = descriptor
        self.owned = owned
        pending = []
    }

    package init(_ bytes: [UInt8]) {
        owned = false
        pending = bytes[...]
    }

    deinit {
        if owned, let descriptor { close(descriptor) }
    }

    package static func standardInput() -> ByteStream { ByteStream(descriptor: STDIN_FILENO, owned: false) }

    /// The next bytes, at most `count`; empty at the end.
    func read(_ count: Int = 1 << 20) throws(Problem) -> ArraySlice<UInt8> {
        if !pending.isEmpty {
            defer { pending = pending.dropFirst(count) }
            return pending.prefix(count)
        }
        guard let descriptor else { return [] }
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var got = Glibc.read(descriptor, buffer.baseAddress, count)
            while got < 0, errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, count) }
            if got < 0 { failure = errno }
            filled = max(0, got)
        }
        if failure != 0 { throw Problem(.input, "cannot be read: " + reason(failure)) }
        return piece[...]
    }

    /// Puts bytes back in front of what is still to come.
    func unread(_ bytes: ArraySlice<UInt8>) {
        pending = pending.isEmpty ? bytes : bytes + pending
    }

    /// All the bytes to the end.
    /// - Parameter expected: how many there will be, as far as known.
    package func readAll(expected: Int, limit: Int) throws(Problem) -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(min(expected, limit) + 1)
        while true {
            let piece = try read(max(1 << 16, min(expected - all.count + 1, 1 << 24)))
            if piece.isEmpty { return all }
            all += piece
            if all.count > limit { throw .tooLong(limit) }
        }
    }
}

extension Problem {
    static func tooLong(_ limit: Int) -> Problem {
        Problem(.input, "is longer than a document may be (\(limit / 1_000_000) MB)", mend: "split it")
    }
}

/// What an error number of the system means.
func reason(_ number: Int32) -> String {
    let words = String(cString: strerror(number))
    return words.prefix(1).lowercased() + words.dropFirst()
}
