import CMicroHTTPD
import CasusCore
import Glibc
import Synchronization

/// An HTTP server on this machine's own address: it takes requests in, checks what holds of every one, and sends answers.
///
/// A few threads serve all connections; none of them ever waits for a client, nor for an answer that takes a while.
final class Server: Sendable {
    /// What a request is answered with, asked on several threads at once. The first is asked before the body comes; what it gives ends
    /// the request there.
    typealias Refuse = @Sendable (Request) -> Response?
    typealias Answer = @Sendable (Request) -> Outgoing

    enum Outgoing: Sendable {
        case response(Response)
        case prepared(Prepared)
        /// What takes a while: it is worked out by a crew, and its connection rests until then.
        case work(Effort, @Sendable () -> Outgoing)
    }

    /// How much of a while: those who wait for one kind hold up nobody who waits for another.
    enum Effort: Hashable, Sendable, CaseIterable {
        /// A question as most visitors ask it.
        case usual
        /// Thousands of rows at once.
        case large
        /// What waits for something else to be done.
        case patient
        /// The pieces of streams.
        case stream
    }

    let port: Int
    let limits: Limits
    private let listener: Listener
    private let refuse: Refuse
    private let answer: Answer
    private let under = Atomic(0)
    private let streams: Streams
    private let waitings = Waitings()
    private let crews: [Effort: Crew]
    private let isEnding = Atomic(false)
    private let daemon = Mutex<Daemon?>(nil)

    private struct Daemon: @unchecked Sendable { let pointer: OpaquePointer }

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - threads: that work out answers.
    ///   - refuse: looks at a request before its body has come.
    init(port: Int, threads: Int, limits: Limits, refuse: @escaping Refuse, answer: @escaping Answer) throws(Problem) {
        Server.allowFiles(limits.connections + 256)
        listener = try Listener(port: port)
        (self.port, self.limits, self.refuse, self.answer) = (listener.port, limits, refuse, answer)
        streams = Streams(most: limits.streams)
        crews = [
            .usual: Crew(threads: threads, most: limits.waiting), .large: Crew(threads: 1, most: limits.waiting / 16),
            .patient: Crew(threads: 2, most: limits.waiting / 16), .stream: Crew(threads: 2, most: limits.streams),
        ]
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard
            let started = casus_mhd_start(
                listener.descriptor, Server.serving, UInt32(limits.connections), UInt32(limits.idle), limits.head, context,
                onRequest,
                onBegun, onCompleted)
        else {
            Glibc.close(listener.descriptor)
            for crew in crews.values { crew.end() }
            throw Problem(
                .storage, "the server does not start", at: "port \(listener.port)", mend: "check the limits on open files: ulimit -n")
        }
        let kept = Daemon(pointer: started)
        daemon.withLock { $0 = kept }
    }

    /// Requests that are being answered.
    var underWay: Int { under.load(ordering: .relaxed) }

    /// Threads that serve connections: the fewest that the library shares them between.
    private static let serving: UInt32 = 2

    /// A process may open as many files as it has connections, where the system lets it.
    private static func allowFiles(_ count: Int) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < count else { return }
        limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Takes no more connections and requests, gives answers under way their time, and ends.
    func stop() {
        guard
            let daemon = daemon.withLock({ daemon in
                defer { daemon = nil }
                return daemon
            })
        else { return }
        isEnding.store(true, ordering: .sequentiallyConsistent)
        let quiet = MHD_quiesce_daemon(daemon.pointer)
        for _ in 0..<(limits.farewell * 100) where underWay > 0 { usleep(10_000) }
        for crew in crews.values { crew.end() }
        streams.end()
        waitings.end { .response(Server.ending.short(to: $0)) }
        // Those that were woken break off before their connections are closed.
        for _ in 0..<100 where underWay > 0 { usleep(10_000) }
        MHD_stop_daemon(daemon.pointer)
        if quiet >= 0 { Glibc.close(quiet) }
    }

    private static let ending = Refusal(.unavailable, "this server is ending", mend: "start it again")
    private static let busy = Refusal(.unavailable, "too many questions wait to be answered", mend: "try again in a while")

    deinit { stop() }

    fileprivate func begin() { under.add(1, ordering: .relaxed) }

    /// The head has come.
    fileprivate func open(_ exchange: Exchange, _ connection: OpaquePointer, method: String) {
        let headers = connection.requestHeaders()
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        do throws(Refusal) {
            if isEnding.load(ordering: .relaxed) { throw Server.ending }
            if exchange.target.utf8.count > limits.target {
                throw Refusal(.uriTooLong, "the address is longer than \(limits.target) bytes", mend: "ask for less at once")
            }
            // Where one server sees the end of a body and another does not, the rest would be taken for a request of its own.
            if let length = headers["content-length"], Int(length) == nil || headers["transfer-encoding"] != nil {
                throw Refusal(
                    .badRequest, "it is not clear how long the body is", at: String(length.prefix(40)), mend: "give one Content-Length")
            }
            let request = try Request(method: method, target: exchange.target, headers: headers)
            exchange.head = request
            exchange.refused = refuse(request)
            if exchange.refused == nil, length > limits.body { throw tooLarge }
        } catch {
            exchange.refused = error.short(to: exchange.target)
        }
        // Forms are sent by browsers; other clients listen while they send.
        let isForm = headers["content-type"]?.lowercased().hasPrefix("multipart/form-data") == true
        exchange.drains = isForm && 1...limits.drained ~= length && headers["expect"] == nil
    }

    private var tooLarge: Refusal {
        Refusal(.tooLarge, "the body is larger than \(limits.body) bytes", mend: "send it in parts, or read it with casus read")
    }

    /// - Returns: false where so much comes that the client is not listened to any longer.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer, for exchange: Exchange) -> Bool {
        exchange.taken += bytes.count
        if exchange.refused != nil { return exchange.taken <= (exchange.drains ? limits.drained : limits.body * 2) }
        if exchange.taken > limits.body {
            exchange.refused = tooLarge.short(to: exchange.target)
            exchange.body = []
        } else {
            exchange.body += bytes
        }
        return true
    }

    /// All has come, or what was asked for is worked out.
    fileprivate func finish(_ exchange: Exchange, _ connection: OpaquePointer) -> MHD_Result {
        if let refused = exchange.refused { return send(refused, on: connection, for: exchange.target) }
        if let waiting = exchange.waiting {
            guard let outgoing = waiting.outgoing else { return .YES }
            waitings.remove(waiting)
            exchange.waiting = nil
            return send(outgoing, on: connection, for: exchange.target)
        }
        guard var request = exchange.head else { return .NO }
        request.body = exchange.body
        exchange.body = []
        let outgoing = answer(request)
        guard case .work(let effort, let work) = outgoing else {
            return send(outgoing, on: connection, for: exchange.target)
        }
        let waiting = Waiting(connection, for: exchange.target)
        exchange.waiting = waiting
        if !waitings.add(waiting) {
            waiting.end(.response(Server.ending.short(to: request.target)))
        } else if crews[effort]?.take({ waiting.end(work()) }) != true {
            waiting.end(.response(Server.busy.short(to: request.target)))
        }
        return .YES
    }

    /// The client has gone, or has its answer.
    fileprivate func close(_ exchange: Exchange) {
        if let waiting = exchange.waiting { waitings.remove(waiting) }
        under.subtract(1, ordering: .relaxed)
    }

    private func send(_ outgoing: Outgoing, on connection: OpaquePointer, for target: String) -> MHD_Result {
        switch outgoing {
        case .response(let response): send(response, on: connection, for: target)
        case .prepared(let prepared): prepared.send(on: connection)
        case .work: .NO
        }
    }

    fileprivate func send(_ response: Response, on connection: OpaquePointer, for target: String) -> MHD_Result {
        switch response.body {
        case .bytes(let bytes):
            return Prepared(response.status, headers: response.headers, bytes).send(on: connection)
        case .stream(let source):
            guard let crew = crews[.stream], let sending = Sending(source, on: connection, by: crew, among: streams) else {
                let refusal = Refusal(.unavailable, "too many streams are open", mend: "try again in a while")
                return send(refusal.short(to: target), on: connection, for: target)
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
    /// In a few words, where no page can be made; as data where data was asked for.
    ///
    /// - Parameter target: of the request.
    func short(to target: String) -> Response {
        var headers = SecurityHeaders.all + [("Cache-Control", "no-store")]
        // What was not read of a body would be taken for the next request.
        if status == .tooLarge || status == .unavailable || status == .badRequest { headers.append(("Connection", "close")) }
        if status == .unavailable { headers.append(("Retry-After", "5")) }
        if target.utf8.starts(with: "/api/".utf8) { return Response(status, type: MediaType.problem, json, headers: headers) }
        let words = [place.map { $0 + ": " + what } ?? what, mend].compactMap(\.self).joined(separator: "; ")
        return Response(status, type: MediaType.text, words + "\n", headers: headers)
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
    state.pointee = nil
    let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue()
    Unmanaged<Server>.fromOpaque(context).takeUnretainedValue().close(exchange)
}

private let onRequest: MHD_AccessHandlerCallback = { context, connection, _, method, _, data, size, state in
    guard let context, let connection, let method, let size, let state, let pointer = state.pointee else { return .NO }
    let server = Unmanaged<Server>.fromOpaque(context).takeUnretainedValue()
    let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
    if exchange.head == nil, exchange.refused == nil {
        server.open(exchange, connection, method: String(cString: method))
        // A refusal before the body has come spares the client the sending of it. But a browser that is sending already would see
        // no more than a connection broken off: it is heard out first.
        return exchange.drains ? .YES : exchange.refused.map { server.send($0, on: connection, for: exchange.target) } ?? .YES
    }
    if size.pointee > 0, let data {
        let goesOn = server.take(UnsafeRawBufferPointer(start: data, count: size.pointee), for: exchange)
        size.pointee = 0
        return goesOn ? .YES : .NO
    }
    return server.finish(exchange, connection)
}

private let onMore: MHD_ContentReaderCallback = { context, _, buffer, size in
    guard let context, let buffer else { return -1 }
    return Unmanaged<Sending>.fromOpaque(context).takeUnretainedValue().fill(UnsafeMutableRawBufferPointer(start: buffer, count: size))
}
