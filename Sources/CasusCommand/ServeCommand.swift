import Casus
import CasusCore
import Dispatch
import FoundationEssentials
import Glibc
import Ledger
import Service

/// `casus serve`: a ledger in the browser, and an API, on this machine.
enum ServeCommand {
    static let port = Flag<Int>(
        "port", value: "N", expects: "a number from 0 to 65535", help: "the port; 8080 unless given, 0 for any that is free"
    ) {
        Int($0).flatMap { (0...65535).contains($0) ? $0 : nil }
    }
    static let host = Flag<String>(
        "host", value: "NAME", expects: "a name", repeats: true,
        help: "a name by which a server in front calls it; beside 127.0.0.1 and localhost"
    ) { $0.isEmpty ? nil : $0 }
    static let write = Flag(switch: "write", help: "who knows the token in $CASUS_TOKEN may have texts kept in the ledger")
    static let threads = Flag("threads", 2...64, help: "threads that answer; 4, or as many as there are processors")

    static let verb = Verb(
        name: "serve", words: "[LEDGER]", summary: "A ledger in the browser, and an API, on this machine alone.",
        rules: [LedgerFlags.ledger.rule, port.rule, host.rule, threads.rule, write.rule, OverlayFolder.flag.rule]
    ) { parsed, console throws(Problem) in
        let path = try oneLedger(parsed)
        var options = ServiceOptions()
        options.port = parsed[port] ?? 8080
        options.hosts += parsed.all(host).map { $0.lowercased() }
        options.threads = parsed[threads] ?? max(4, ProcessInfo.processInfo.activeProcessorCount)
        if parsed.has(write) {
            guard let token = console.environment["CASUS_TOKEN"], token.utf8.count >= 16 else {
                throw Problem(
                    .usage, "takes a token", at: "--write",
                    mend: "set CASUS_TOKEN to at least 16 characters: head -c 24 /dev/urandom | base64")
            }
            options.token = token
        }
        let overlay = OverlayFolder.named(parsed, console)
        (options.version, options.overlay) = (version, overlay)
        // A wrong CASUS_NOW is told now, not at the first request.
        _ = try console.now()
        let clock = console.environment
        let ends = Ends()
        let service = try Service(
            path, commitments: try Commitments(overlay: overlay), knowledge: try Knowledge(overlay: overlay), options: options
        ) { Instant.now(clock) }
        console.output.write("http://127.0.0.1:\(service.port)/\n")
        console.output.flush()
        console.say("serving \(path); Ctrl-C ends it")
        ends.wait()
        service.stop()
        console.say("ended")
        return 0
    }
}

extension Instant {
    /// The time of the clock, unless `CASUS_NOW` fixes it.
    fileprivate static func now(_ environment: [String: String]) -> Instant {
        environment["CASUS_NOW"].flatMap { Instant(iso: $0) } ?? Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}

/// The signals that end a server, on whichever thread they come: the one that waits need not be the main one.
private struct Ends {
    private let came = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM].map { [came] number in
            // Left to itself it would end the process at once.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { came.signal() }
            source.resume()
            return source
        }
    }

    func wait() { came.wait() }
}
