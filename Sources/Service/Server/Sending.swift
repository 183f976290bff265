import CMicroHTTPD
import Synchronization

/// An answer in the library's own form, which may be sent many times, by several threads at once.
final class Prepared: @unchecked Sendable {
    // The library counts the references to it, and never changes it once it is sent.
    private let response: OpaquePointer
    let status: Refusal.Status
    let size: Int

    init(_ status: Refusal.Status, headers: [(name: String, value: String)], _ bytes: [UInt8]) {
        self.status = status
        size = bytes.count
        response = bytes.withUnsafeBytes { bytes in
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)!
        }
        for (name, value) in headers { MHD_add_response_header(response, name, value) }
    }

    func send(on connection: OpaquePointer) -> MHD_Result { MHD_queue_response(connection, UInt32(status.code), response) }

    deinit { MHD_destroy_response(response) }
}

/// A stream on its way to one client. Nothing waits for it: while there is nothing to send, or the client does not take it, no thread
/// is held.
final class Sending {
    private let connection: OpaquePointer
    private let source: any ByteSource
    private var piece: [UInt8] = []
    private var sent = 0
    /// Whether the connection rests until the source has more.
    private let pause = Pause()
    private let streams: Streams

    /// - Returns: nil when there are as many as there may be.
    init?(_ source: any ByteSource, on connection: OpaquePointer, among streams: Streams) {
        (self.source, self.connection, self.streams) = (source, connection, streams)
        if !streams.add(pause, Connection(connection)) { return nil }
    }

    /// Fills a buffer of the library; gives the number of bytes, 0 to rest, or the mark of the end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while sent == piece.count {
            if streams.areEnding { return -1 }
            // More may come between the answer "later" and the rest: then there is no rest.
            pause.begin()
            switch source.next(wake: { [pause, connection = Connection(connection)] in pause.wake(connection) }) {
            case .bytes(let bytes):
                pause.drop()
                (piece, sent) = (bytes, 0)
            case .later:
                if pause.rest(Connection(connection)) { return 0 }
            case .end:
                pause.drop()
                return -1
            }
        }
        let count = min(buffer.count, piece.count - sent)
        piece.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[sent..<sent + count])) }
        sent += count
        return count
    }

    deinit {
        pause.drop()
        source.close()
        streams.remove(pause)
    }

    /// The library's name of a connection, which other threads hand back to it.
    struct Connection: @unchecked Sendable {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
    }
}

/// Whether a connection rests, as its own thread and those that make its bytes see it.
final class Pause: Sendable {
    private enum State { case busy, asked, woken, resting }
    private let state = Mutex(State.busy)

    func begin() { state.withLock { $0 = .asked } }

    func drop() { state.withLock { $0 = .busy } }

    /// Lets the connection rest, unless it was woken already.
    func rest(_ connection: Sending.Connection) -> Bool {
        state.withLock { state in
            guard state == .asked else { return false }
            MHD_suspend_connection(connection.pointer)
            state = .resting
            return true
        }
    }

    func wake(_ connection: Sending.Connection) {
        state.withLock { state in
            switch state {
            case .asked: state = .woken
            case .resting:
                MHD_resume_connection(connection.pointer)
                state = .busy
            case .busy, .woken: break
            }
        }
    }
}

/// The streams that are being sent.
final class Streams: Sendable {
    private struct All {
        var resting: [ObjectIdentifier: (pause: Pause, connection: Sending.Connection)] = [:]
        var areEnding = false
    }

    private let most: Int
    private let all = Mutex(All())

    init(most: Int) { self.most = most }

    func add(_ pause: Pause, _ connection: Sending.Connection) -> Bool {
        all.withLock { all in
            if all.areEnding || all.resting.count >= most { return false }
            all.resting[ObjectIdentifier(pause)] = (pause, connection)
            return true
        }
    }

    func remove(_ pause: Pause) { _ = all.withLock { $0.resting.removeValue(forKey: ObjectIdentifier(pause)) } }

    /// Whether every stream shall break off where it is.
    var areEnding: Bool { all.withLock(\.areEnding) }

    /// The library cannot stop while a connection rests.
    func end() {
        let all = all.withLock { all in
            all.areEnding = true
            return Array(all.resting.values)
        }
        for (pause, connection) in all { pause.wake(connection) }
    }
}
