import CMicroHTTPD
import Synchronization

/// A stream on its way to one client. Nothing waits for it: its pieces are made by a crew, and while there is nothing to send, or the client
/// does not take it, no thread is held.
final class Sending: Sendable {
    private struct State {
        var piece: [UInt8] = []
        var sent = 0
        /// What was made since.
        var next: Piece?
        /// From when a piece is asked for until it is there.
        var isMaking = false
        /// The source is being asked now; where it calls back meanwhile, it is asked again.
        var isAsking = false
        var isWoken = false
        /// Its connection rests until there is a piece.
        var isResting = false
        var isBroken = false
    }

    private let connection: Connection
    private let source: any ByteSource
    private let crew: Crew
    private let streams: Streams
    private let state = Mutex(State())

    /// What the library takes for the end, and for an end before its time: then the client is not told that this was all.
    static let (ended, brokenOff) = (-1, -2)

    /// - Returns: nil when there are as many as there may be.
    init?(_ source: any ByteSource, on connection: OpaquePointer, by crew: Crew, among streams: Streams) {
        (self.source, self.connection, self.crew, self.streams) = (source, Connection(connection), crew, streams)
        if !streams.add(self) { return nil }
    }

    /// Fills a buffer of the library; gives the number of bytes, 0 to rest, or the mark of the end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        state.withLock { state in
            while state.sent == state.piece.count {
                if state.isBroken { return Sending.brokenOff }
                switch state.next {
                case .bytes(let bytes): (state.piece, state.sent, state.next) = (bytes, 0, nil)
                case .end: return Sending.ended
                case .later, nil:
                    if !state.isMaking, !crew.take({ self.make() }) { return Sending.brokenOff }
                    (state.isMaking, state.isResting) = (true, true)
                    MHD_suspend_connection(connection.pointer)
                    return 0
                }
            }
            let count = min(buffer.count, state.piece.count - state.sent)
            state.piece.withUnsafeBytes { bytes in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[state.sent..<state.sent + count]))
            }
            state.sent += count
            return count
        }
    }

    /// Asks the source, until it has a piece or says that it will call.
    private func make() {
        while true {
            state.withLock { ($0.isAsking, $0.isWoken) = (true, false) }
            let piece = source.next(wake: { [weak self] in self?.wake() })
            let isDone = state.withLock { state in
                state.isAsking = false
                if case .later = piece { return !state.isWoken }
                (state.next, state.isMaking) = (piece, false)
                rouse(&state)
                return true
            }
            if isDone { return }
        }
    }

    /// There is more: called by whoever makes it.
    private func wake() {
        state.withLock { state in
            if state.isAsking {
                state.isWoken = true
            } else if state.isMaking, !state.isWoken {
                state.isWoken = true
                if crew.take({ self.make() }) { return }
                // The server is ending, or has too much to do.
                state.isBroken = true
                rouse(&state)
            }
        }
    }

    /// Breaks it off where it is.
    func end() {
        state.withLock { state in
            state.isBroken = true
            rouse(&state)
        }
    }

    /// The library keeps a connection that rests, so it is there to be woken.
    private func rouse(_ state: inout State) {
        if !state.isResting { return }
        state.isResting = false
        MHD_resume_connection(connection.pointer)
    }

    deinit {
        source.close()
        streams.remove(ObjectIdentifier(self))
    }

    /// The library's name of a connection, which other threads hand back to it.
    struct Connection: @unchecked Sendable {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
    }
}

/// The streams that are being sent.
final class Streams: Sendable {
    private struct All {
        var open: [ObjectIdentifier: Weak] = [:]
        var areEnding = false
    }

    private struct Weak: Sendable { weak var sending: Sending? }

    private let most: Int
    private let all = Mutex(All())

    init(most: Int) { self.most = most }

    func add(_ sending: Sending) -> Bool {
        all.withLock { all in
            if all.areEnding || all.open.count >= most { return false }
            all.open[ObjectIdentifier(sending)] = Weak(sending: sending)
            return true
        }
    }

    func remove(_ name: ObjectIdentifier) { _ = all.withLock { $0.open.removeValue(forKey: name) } }

    /// How many are open.
    var count: Int { all.withLock(\.open.count) }

    /// Every stream breaks off where it is: the library cannot stop while a connection rests.
    func end() {
        let all = all.withLock { all in
            all.areEnding = true
            return Array(all.open.values)
        }
        for it in all { it.sending?.end() }
    }
}
