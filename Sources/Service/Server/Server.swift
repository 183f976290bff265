import CMicroHTTPD
import CasusCore
import Glibc
import Synchronization

/// An HTTP server on this machine's own address: it takes requests in, checks what holds of every one, and sends answers.
///
/// A few threads serve all connections; none of them ever waits for a client.
final class Server: Sendable {
    /// What a request is answered with, asked on several threads at once. The first is asked before the body comes; what it gives ends
    /// the request there.
    typealias Refuse = @Sendable (Request) -> Response?
    typealias Answer = @Sendable (Request) -> Outgoing

    enum Outgoing: Sendable {
        case response(Response)
        case prepared(Prepared)
    }

    let port: Int
    let limits: Limits
    private let listener: Listener
    private let refuse: Refuse
    private let answer: Answer
    private let under = Atomic(0)
    private let streams: Streams
    private let daemon = Mutex<Daemon?>(nil)

    private struct Daemon: @unchecked Sendable { let pointer: OpaquePointer }

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - threads: that serve.
    ///   - refuse: looks at a request before its body has come.
    init(port: Int, threads: Int, limits: Limits, refuse: @escaping Refuse, answer: @escaping Answer) throws(Problem) {
        listener = try Listener(port: port)
        (self.port, self.limits, self.refuse, self.answer) = (listener.port, limits, refuse, answer)
        streams = Streams(most: limits.streams)
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard
            let started = casus_mhd_start(
                listener.descriptor, UInt32(max(2, threads)), UInt32(limits.connections), UInt32(limits.idle), limits.head, context,
                onRequest,
                onBegun, onCompleted)
        else {
            Glibc.close(listener.descriptor)
            throw Problem(
                .storage, "the server does not start", at: "port \(listener.port)", mend: "check the limits on open files: ulimit -n")
        }
        let kept = Daemon(pointer: started)
        daemon.withLock { $0 = kept }
    }

    /// Requests that are being answered.
    var underWay: Int { under.load(ordering: .relaxed) }

    /// Takes no more connections, gives answers under way their time, and ends.
    func stop() {
        guard
            let daemon = daemon.withLock({ daemon in
                defer { daemon = nil }
                return daemon
            })
        else { return }
        let quiet = MHD_quiesce_daemon(daemon.pointer)
        for _ in 0..<(limits.farewell * 100) where underWay > 0 { usleep(10_000) }
        streams.end()
        // Those that were woken break off before their connections are closed.
        for _ in 0..<100 where underWay > 0 { usleep(10_000) }
        MHD_stop_daemon(daemon.pointer)
        if quiet >= 0 { Glibc.close(quiet) }
    }

    deinit { stop() }

    fileprivate func begin() { under.add(1, ordering: .relaxed) }

    fileprivate func end() { under.subtract(1, ordering: .relaxed) }

    /// The head has come.
    fileprivate func open(_ exchange: Exchange, _ connection: OpaquePointer, method: String) {
        let headers = connection.requestHeaders()
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        do throws(Refusal) {
            if exchange.target.utf8.count > limits.target {
                throw Refusal(.uriTooLong, "the address is longer than \(limits.target) bytes", mend: "ask for less at once")
            }
            let request = try Request(method: method, target: exchange.target, headers: headers)
            exchange.head = request
            exchange.refused = refuse(request)
            if exchange.refused == nil, length > limits.body { throw tooLarge }
        } catch {
            exchange.refused = error.plain
        }
        exchange.drains = 1...limits.drained ~= length && headers["expect"] == nil
    }

    private var tooLarge: Refusal {
        Refusal(.tooLarge, "the body is larger than \(limits.body) bytes", mend: "send it in parts, or read it with casus read")
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer, for exchange: Exchange) {
        if exchange.refused != nil { return }
        if exchange.body.count + bytes.count > limits.body {
            exchange.refused = tooLarge.plain
            exchange.body = []
        } else {
            exchange.body += bytes
        }
    }

    /// All has come.
    fileprivate func finish(_ exchange: Exchange, _ connection: OpaquePointer) -> MHD_Result {
        if let refused = exchange.refused { return send(refused, on: connection) }
        guard var request = exchange.head else { return .NO }
        request.body = exchange.body
        switch answer(request) {
        case .response(let response): return send(response, on: connection)
        case .prepared(let prepared): return prepared.send(on: connection)
        }
    }

    fileprivate func send(_ response: Response, on connection: OpaquePointer) -> MHD_Result {
        switch response.body {
        case .bytes(let bytes):
            return Prepared(response.status, headers: response.headers, bytes).send(on: connection)
        case .stream(let source):
            guard let sending = Sending(source, on: connection, among: streams) else {
                return send(Refusal(.unavailable, "too many streams are open", mend: "try again in a while").plain, on: connection)
            }
            let stream = MHD_create_response_from_callback(
                UInt64.max, 16 << 10, onMore, Unmanaged.passRetained(sending).toOpaque(),
                { Unmanaged<Sending>.fromOpaque($0!).release() })
            guard let stream else { return .NO }
            for (name, value) in response.headers { MHD_add_response_header(stream, name, value) }
            defer { MHD_destroy_response(stream) }
            return MHD_queue_response(connection, UInt32(response.status.code), stream)
        }
    }
}

extension Refusal {
    /// In a few words, where no page can be made.
    var plain: Response {
        let words = [place.map { $0 + ": " + what } ?? what, mend].compactMap(\.self).joined(separator: "; ")
        return Response(
            status, type: MediaType.text, words + "\n",
            headers: SecurityHeaders.all + (status == .tooLarge ? [("Connection", "close")] : []))
    }
}

// What the library calls. They hold no state: that is in the server and in the exchange of each request.

private let onBegun: casus_mhd_begun = { context, target, _ in
    guard let context, let target else { return nil }
    Unmanaged<Server>.fromOpaque(context).takeUnretainedValue().begin()
    return Unmanaged.passRetained(Exchange(target: String(cString: target))).toOpaque()
}

private let onCompleted: MHD_RequestCompletedCallback = { context, _, state, _ in
    guard let context, let state, let pointer = state.pointee else { return }
    Unmanaged<Exchange>.fromOpaque(pointer).release()
    state.pointee = nil
    Unmanaged<Server>.fromOpaque(context).takeUnretainedValue().end()
}

private let onRequest: MHD_AccessHandlerCallback = { context, connection, _, method, _, data, size, state in
    guard let context, let connection, let method, let size, let state, let pointer = state.pointee else { return .NO }
    let server = Unmanaged<Server>.fromOpaque(context).takeUnretainedValue()
    let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
    if exchange.head == nil, exchange.refused == nil {
        server.open(exchange, connection, method: String(cString: method))
        // A refusal before the body has come spares the client the sending of it. But a browser that is sending already would see
        // no more than a connection broken off: it is heard out first.
        return exchange.drains ? .YES : exchange.refused.map { server.send($0, on: connection) } ?? .YES
    }
    if size.pointee > 0, let data {
        server.take(UnsafeRawBufferPointer(start: data, count: size.pointee), for: exchange)
        size.pointee = 0
        return .YES
    }
    return server.finish(exchange, connection)
}

private let onMore: MHD_ContentReaderCallback = { context, _, buffer, size in
    guard let context, let buffer else { return -1 }
    return Unmanaged<Sending>.fromOpaque(context).takeUnretainedValue().fill(UnsafeMutableRawBufferPointer(start: buffer, count: size))
}
