import Answers
import CasusCore
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Service

/// A server of its own for each test, and a client that speaks no more HTTP than it must.
struct ServerTests {
    private static func limits() -> Limits {
        var limits = Limits()
        (limits.farewell, limits.body, limits.streams, limits.waiting) = (1, 10_000, 3, 64)
        return limits
    }

    private func server(
        _ limits: Limits = ServerTests.limits(), threads: Int = 2, refuse: @escaping Server.Refuse = { _ in nil },
        _ answer: @escaping Server.Answer
    ) throws -> Server {
        try Server(port: 0, threads: threads, limits: limits, refuse: refuse, answer: answer)
    }

    private static func words(_ text: String) -> Server.Outgoing { .response(Response(type: MediaType.text, text)) }

    @Test func aRequestIsAnswered() throws {
        let server = try server { ServerTests.words("\($0.method) \($0.target) \($0.body.count)") }
        defer { server.stop() }
        #expect(try Client(server).ask("GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET /a?b=c 0")
        #expect(try Client(server).ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc").body == "POST / 3")
    }

    /// Whoever waits for an answer that takes long holds no thread that others need.
    @Test func whatIsWorkedOutHoldsUpNobody() throws {
        let gate = Gate()
        let server = try server { request in
            request.target == "/slow" ? .work(.usual) { gate.wait { ServerTests.words("slow") } } : ServerTests.words("quick")
        }
        defer { server.stop() }
        let slow = try (0..<8).map { _ in try Client(server) }
        for client in slow { client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n") }
        // As many as there are threads are being worked out, the others wait; both kinds of thread are busy with them.
        gate.isEntered(by: 2)
        for _ in 0..<20 { #expect(try Client(server).ask("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n").body == "quick") }
        gate.open()
        for client in slow { #expect(client.answer().body == "slow") }
    }

    @Test func kindsOfWorkDoNotWaitForEachOther() throws {
        let gate = Gate()
        let server = try server { request in
            switch request.target {
            case "/large": .work(.large) { gate.wait { ServerTests.words("large") } }
            case "/patient": .work(.patient) { ServerTests.words("patient") }
            default: .work(.usual) { ServerTests.words("usual") }
            }
        }
        defer { server.stop() }
        let large = try Client(server)
        large.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        gate.isEntered(by: 1)
        for name in ["usual", "patient"] { #expect(try Client(server).ask("GET /\(name) HTTP/1.1\r\nHost: x\r\n\r\n").body == name) }
        gate.open()
        #expect(large.answer().body == "large")
    }

    @Test func oneConnectionManyRequests() throws {
        let server = try server { request in
            request.target.hasSuffix("1") ? .work(.usual) { ServerTests.words(request.target) } : ServerTests.words(request.target)
        }
        defer { server.stop() }
        let client = try Client(server)
        client.send((0..<60).map { "GET /\($0 % 3) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined())
        for number in 0..<60 { #expect(client.answer().body == "/\(number % 3)") }
    }

    @Test func tooMuchToWaitForIsRefused() throws {
        let gate = Gate()
        var limits = ServerTests.limits()
        limits.waiting = 3
        let server = try server(limits) { _ in .work(.usual) { gate.wait { ServerTests.words("done") } } }
        defer { server.stop() }
        let clients = try (0..<2).map { _ in try Client(server) }
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
        gate.isEntered(by: 2)
        let more = try (0..<3).map { _ in try Client(server) }
        for client in more { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
        while server.underWay < 5 { usleep(1000) }
        let refused = try Client(server).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(refused.status == 503)
        #expect(refused.head.contains("Retry-After: "))
        gate.open()
        for client in clients + more { #expect(client.answer().body == "done") }
    }

    @Test func whatIsRefusedIsRefusedBeforeTheBodyComes() throws {
        let server = try server(refuse: { $0.method == "PUT" ? Refusal(.methodNotAllowed, "no").short(to: $0.target) : nil }) { _ in
            ServerTests.words("yes")
        }
        defer { server.stop() }
        for head in ["Expect: 100-continue\r\n", "Content-Type: multipart/form-data; boundary=x\r\n"] {
            // Who asks before sends nothing; a form that comes at once is heard out.
            func body(_ size: Int) -> String { head.hasPrefix("Expect") ? "" : String(repeating: "x", count: size) }
            #expect(try Client(server).ask("PUT / HTTP/1.1\r\nHost: x\r\n\(head)Content-Length: 1000\r\n\r\n" + body(1000)).status == 405)
            #expect(
                try Client(server).ask("POST / HTTP/1.1\r\nHost: x\r\n\(head)Content-Length: 10001\r\n\r\n" + body(10_001)).status == 413)
        }
        #expect(try Client(server).ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n").status == 413)
        #expect(try Client(server).ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 2\r\n\r\n").status == 400)
        #expect(try Client(server).ask("GET /api/%zz HTTP/1.1\r\nHost: x\r\n\r\n").head.contains("application/problem+json"))
        #expect(try Client(server).ask("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\nHost: x\r\n\r\n").status == 414)
        let chunks = String(repeating: "1000\r\n\(String(repeating: "x", count: 4096))\r\n", count: 3) + "0\r\n\r\n"
        #expect(try Client(server).ask("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks).status == 413)
    }

    // MARK: Streams

    @Test func aStreamSendsEveryPiece() throws {
        let source = FakeSource((0..<100).map { .bytes(Array("\($0),".utf8)) })
        let server = try server { _ in .response(Response(type: MediaType.text, .stream(source))) }
        defer { server.stop() }
        let answer = try Client(server).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(answer.body == (0..<100).map { "\($0)," }.joined())
        #expect(answer.isWhole)
        source.isClosed()
    }

    @Test func aPieceLargerThanABufferAndAnEmptyOne() throws {
        let large = String(repeating: "x", count: 300_000)
        let source = FakeSource([.bytes([]), .bytes(Array(large.utf8)), .bytes([]), .bytes(Array("end".utf8))])
        let server = try server { _ in .response(Response(type: MediaType.text, .stream(source))) }
        defer { server.stop() }
        #expect(try Client(server).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").body == large + "end")
    }

    /// `wake` may come before the source has answered, at once after it, or much later.
    @Test(arguments: [FakeSource.Call.before, .after, .late])
    func aStreamGoesOnWhenItIsCalled(call: FakeSource.Call) throws {
        let source = FakeSource((0..<40).flatMap { [.later, .bytes(Array("\($0),".utf8))] }, call)
        let server = try server { _ in .response(Response(type: MediaType.text, .stream(source))) }
        defer { server.stop() }
        #expect(try Client(server).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").body == (0..<40).map { "\($0)," }.joined())
        source.isClosed()
    }

    @Test func streamsThatRestHoldUpNobodyAndAreLimited() throws {
        let sources = Mutex<[FakeSource]>([])
        let server = try server { request in
            if request.target == "/page" { return ServerTests.words("page") }
            let source = FakeSource([.later, .bytes(Array("done".utf8))], .never)
            sources.withLock { $0.append(source) }
            return .response(Response(type: MediaType.text, .stream(source)))
        }
        defer { server.stop() }
        let clients = try (0..<3).map { _ in try Client(server) }
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
        while sources.withLock({ $0.count }) < 3 || !sources.withLock({ $0.allSatisfy(\.isAsked) }) { usleep(1000) }
        #expect(try Client(server).ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 503)
        #expect(try Client(server).ask("GET /page HTTP/1.1\r\nHost: x\r\n\r\n").body == "page")
        for source in sources.withLock({ $0 }) { source.goOn() }
        for client in clients { #expect(client.answer().body == "done") }
    }

    // MARK: The end

    @Test func theEndWaitsForAnswersUnderWay() throws {
        let gate = Gate()
        let server = try server { _ in .work(.usual) { gate.wait { ServerTests.words("done") } } }
        let client = try Client(server)
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        gate.isEntered(by: 1)
        Thread {
            usleep(50_000)
            gate.open()
        }.start()
        server.stop()
        #expect(client.answer().body == "done")
    }

    /// What rests when the server ends would end the process.
    @Test func theEndBreaksOffWhatDoesNotEnd() throws {
        let gate = Gate()
        let source = FakeSource([.bytes(Array("begun".utf8)), .later], .never)
        let server = try server { request in
            request.target == "/stream"
                ? .response(Response(type: MediaType.text, .stream(source))) : .work(.usual) { gate.wait { ServerTests.words("late") } }
        }
        let stream = try Client(server)
        stream.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n")
        let waiting = try (0..<4).map { _ in try Client(server) }
        for client in waiting { client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n") }
        gate.isEntered(by: 2)
        let idle = try Client(server)
        let half = try Client(server)
        half.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        server.stop()
        for client in waiting { #expect(client.answer().status == 503) }
        let answer = stream.answer()
        #expect(answer.body == "begun")
        #expect(!answer.isWhole)
        #expect(idle.answer().status == 0)
        #expect(half.answer().status == 0)
        // What comes too late does no harm.
        gate.open()
        source.goOn()
        source.isClosed()
    }

    @Test func clientsThatGoAwayLeaveNothingBehind() throws {
        let server = try server { request in
            switch request.target.count % 3 {
            case 0: ServerTests.words(String(repeating: "x", count: 200_000))
            case 1: .work(.usual) { ServerTests.words("worked out") }
            default:
                .response(Response(type: MediaType.text, .stream(FakeSource((0..<50).flatMap { _ in [.later, .bytes([0x61])] }, .late))))
            }
        }
        defer { server.stop() }
        for number in 0..<200 {
            let client = try Client(server)
            client.send("GET /\(String(repeating: "x", count: number % 3)) HTTP/1.1\r\nHost: x\r\n\r\n")
            client.reset()
        }
        while server.underWay > 0 { usleep(1000) }
        #expect(try Client(server).ask("GET /x HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
    }

    @Test func aPortThatIsTakenIsSaid() throws {
        let server = try server { _ in ServerTests.words("") }
        defer { server.stop() }
        #expect(throws: Problem.self) {
            try Server(port: server.port, threads: 2, limits: Limits(), refuse: { _ in nil }, answer: { _ in ServerTests.words("") })
        }
    }
}

/// Holds up those who come to it until it is opened.
private final class Gate: Sendable {
    private let entered = Mutex(0)
    private let semaphore = DispatchSemaphore(value: 0)

    func wait<T>(_ body: () -> T) -> T {
        entered.withLock { $0 += 1 }
        semaphore.wait()
        semaphore.signal()
        return body()
    }

    func isEntered(by count: Int) { while entered.withLock({ $0 }) < count { usleep(1000) } }

    func open() { semaphore.signal() }
}

/// Gives what it is told to give.
final class FakeSource: ByteSource {
    /// When it calls after `.later`.
    enum Call: Sendable { case before, after, late, never }

    private struct State {
        var pieces: [Piece]
        var wake: (@Sendable () -> Void)?
        var isClosed = false
        var isAsked = false
    }

    private let state: Mutex<State>
    private let call: Call

    init(_ pieces: [Piece], _ call: Call = .after) {
        state = Mutex(State(pieces: pieces))
        self.call = call
    }

    var isAsked: Bool { state.withLock(\.isAsked) }

    func next(wake: @escaping @Sendable () -> Void) -> Piece {
        let piece = state.withLock { state in
            state.isAsked = true
            return state.pieces.isEmpty ? .end : state.pieces.removeFirst()
        }
        guard case .later = piece else { return piece }
        switch call {
        case .before: wake()
        case .after: Thread { wake() }.start()
        case .late:
            Thread {
                usleep(2000)
                wake()
            }.start()
        case .never: state.withLock { $0.wake = wake }
        }
        return .later
    }

    func goOn() { state.withLock(\.wake)?() }

    func close() { state.withLock { $0.isClosed = true } }

    /// Comes back when it is closed.
    func isClosed() { while !state.withLock(\.isClosed) { usleep(1000) } }
}

/// A connection.
private final class Client {
    private let descriptor: Int32
    private var rest: [UInt8] = []

    struct Answer {
        var status = 0
        var head = ""
        var body = ""
        /// Whether it did not break off.
        var isWhole = false
    }

    init(_ server: Server) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(server.port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let isThere = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isThere)
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Ends the connection as a client does that crashes.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func ask(_ text: String) throws -> Answer {
        send(text)
        return answer()
    }

    private func more() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { rest += buffer[..<count] }
        return count > 0
    }

    private func line() -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[..<end].filter { $0 != 13 }, as: UTF8.self)
                rest.removeFirst(end + 1)
                return line
            }
            if !more() { return nil }
        }
    }

    private func bytes(_ count: Int) -> [UInt8]? {
        while rest.count < count { if !more() { return nil } }
        defer { rest.removeFirst(count) }
        return Array(rest[..<count])
    }

    func answer() -> Answer {
        var answer = Answer()
        guard let first = line() else { return answer }
        answer.status = Int(first.split(separator: " ").dropFirst().first ?? "") ?? 0
        while let line = line(), !line.isEmpty { answer.head += line + "\n" }
        let head = answer.head.lowercased()
        var body: [UInt8] = []
        if head.contains("transfer-encoding: chunked") {
            while let size = line().flatMap({ Int($0, radix: 16) }), let chunk = bytes(size), line() != nil {
                body += chunk
                if size == 0 {
                    answer.isWhole = true
                    break
                }
            }
        } else if let mark = head.firstRange(of: "content-length: "), let size = Int(head[mark.upperBound...].prefix(while: \.isNumber)) {
            body = bytes(size) ?? []
            answer.isWhole = body.count == size
        }
        answer.body = String(decoding: body, as: UTF8.self)
        return answer
    }
}
