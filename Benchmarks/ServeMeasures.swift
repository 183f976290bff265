import CasusCore
import Foundation
import Glibc
import Synchronization

/// What threads that ask tell each other.
private final class Load: Sendable {
    let isOver = Atomic(false)
    let asked = Atomic(0)
    let failed = Atomic(0)
}

/// What is measured of a server.
struct ServeMeasures {
    let folder: String
    let ledger: String
    let program: String
    let mix: PageMix

    private static let page = "/treaty/north-atlantic-1949?on=2024-06-19&known-by=2024-06-19"

    /// Requests a second of a treaty page, the server on one core, wrk on the other.
    func rates(hasPeer: Bool) throws {
        let script = folder + "/days.lua"
        // Another day and another number with each request: no answer is there already.
        try Data(
            """
            local n = 0
            request = function()
                n = n + 1
                return wrk.format("GET", string.format("/treaty/north-atlantic-1949?on=%04d-%02d-%02d&n=%d",
                    1950 + n % 74, n % 12 + 1, n % 28 + 1, n))
            end
            """.utf8
        ).write(to: URL(filePath: script))
        var table = MarkdownTable(["treaty page, server on one core, 32 connections", "requests/s", "median, ms", "99 % within, ms"])
        do {
            let server = try ServingChild(["taskset", "-c", "0", program, "serve", ledger, "--port", "0"])
            let address = "http://127.0.0.1:\(server.port)"
            let page = try HTTPVisitor(port: server.port).get(ServeMeasures.page)
            print("the page: \(page.size) bytes")
            table.add(["made before"] + (try wrk([address + ServeMeasures.page])))
            table.add(["made for each request"] + (try wrk(["-s", script, address])))
            try save(server.port)
        }
        if hasPeer, let peer = try? nginx() {
            table.add(["nginx, the same bytes from a file"] + (try wrk(["http://127.0.0.1:\(peer.port)/page.html"])))
        }
        print("\n\(table)")
    }

    /// How long pages take, each kind alone and all together, by four visitors at once.
    func latencies() throws {
        let server = try ServingChild([program, "serve", ledger, "--port", "0"])
        var table = MarkdownTable(["page, four visitors", "median", "99 % within", "longest, ms", "again: median", "99 % within"])
        var (all, again): ([Double], [Double]) = ([], [])
        for kind in PageMix.kinds {
            let addresses = (0..<200).map { mix.address(kind, $0) }
            _ = try visit([mix.address(kind, 7000)], on: server.port)
            let cold = try visit(addresses, on: server.port)
            let warm = try visit(addresses, on: server.port)
            table.add([kind, at(0.5, cold), at(0.99, cold), at(1, cold), at(0.5, warm), at(0.99, warm)])
            all += cold
            again += warm
        }
        table.add(["all", at(0.5, all), at(0.99, all), at(1, all), at(0.5, again), at(0.99, again)])
        print(table)
    }

    /// The same while others do nothing, or take what they asked for at a few bytes a second.
    func crowd() throws {
        let server = try ServingChild([program, "serve", ledger, "--port", "0"])
        let addresses = (0..<50).flatMap { number in PageMix.kinds.map { mix.address($0, number) } }
        _ = try visit(PageMix.kinds.map { mix.address($0, 7000) }, on: server.port)
        let alone = try visit(addresses, on: server.port)
        var idle: [HTTPVisitor] = []
        for _ in 0..<500 { idle.append(try HTTPVisitor(port: server.port)) }
        var slow: [HTTPVisitor] = []
        for number in 0..<50 {
            let visitor = try HTTPVisitor(port: server.port)
            visitor.ask(number % 2 == 0 ? "/timeline.ndjson?limit=900&n=\(number)" : "/api/v1/export")
            slow.append(visitor)
        }
        let load = Load()
        nonisolated(unsafe) let sipping = slow
        Thread {
            while !load.isOver.load(ordering: .relaxed) {
                for visitor in sipping { visitor.sip(4) }
                usleep(500_000)
            }
        }.start()
        usleep(2_000_000)
        let later = (100..<150).flatMap { number in PageMix.kinds.map { mix.address($0, number) } }
        let crowded = try visit(later, on: server.port)
        load.isOver.store(true, ordering: .relaxed)
        usleep(700_000)
        var table = MarkdownTable(["800 pages of all kinds, four visitors", "median", "99 % within", "longest, ms"])
        table.add(["alone", at(0.5, alone), at(0.99, alone), at(1, alone)])
        table.add([
            "beside \(idle.count) idle connections and \(slow.count) slow readers", at(0.5, crowded), at(0.99, crowded), at(1, crowded),
        ])
        print(table)
    }

    /// What the server holds, minute by minute, while pages of all kinds are asked for.
    func memory(minutes: Int) throws {
        let server = try ServingChild([program, "serve", ledger, "--port", "0"])
        let load = Load()
        let (mix, port) = (mix, server.port)
        for _ in 0..<8 {
            Thread {
                guard let visitor = try? HTTPVisitor(port: port) else { return }
                while !load.isOver.load(ordering: .relaxed) {
                    let number = load.asked.add(1, ordering: .relaxed).newValue
                    let address = mix.address(PageMix.kinds[number % PageMix.kinds.count], number / PageMix.kinds.count)
                    if (try? visitor.get(address))?.status != 200 { load.failed.add(1, ordering: .relaxed) }
                }
            }.start()
        }
        var table = MarkdownTable(["minute", "its own memory, MB", "pages of the ledger's file, MB", "pages asked for"])
        for minute in 1...minutes {
            sleep(60)
            let memory = server.memory
            table.add(["\(minute)", String(Int(memory.own)), String(Int(memory.files)), String(load.asked.load(ordering: .relaxed))])
        }
        load.isOver.store(true, ordering: .relaxed)
        sleep(1)
        print("\(table)\nnot answered with 200: \(load.failed.load(ordering: .relaxed))")
    }

    /// Milliseconds that each address took, in no order.
    private func visit(_ addresses: [String], on port: Int) throws -> [Double] {
        let load = Load()
        let times = Mutex<[Double]>([])
        let wrong = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            guard let visitor = try? HTTPVisitor(port: port) else { return }
            while true {
                let index = load.asked.add(1, ordering: .relaxed).oldValue
                guard index < addresses.count else { return }
                let began = ContinuousClock.now
                let status = (try? visitor.get(addresses[index]))?.status
                let time = (ContinuousClock.now - began) / .milliseconds(1)
                times.withLock { $0.append(time) }
                if status != 200 { wrong.withLock { $0.append(addresses[index]) } }
            }
        }
        let failed = wrong.withLock { $0 }
        if let first = failed.first {
            throw Problem(.input, "\(failed.count) pages were not answered with 200", at: first, mend: "ask for it by hand")
        }
        return times.withLock { $0 }
    }

    private func at(_ part: Double, _ times: [Double]) -> String {
        let sorted = times.sorted()
        return String(format: "%.1f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))])
    }

    private func wrk(_ words: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["taskset", "-c", "1", "wrk", "-t1", "-c32", "-d10s", "--latency"] + words
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        func after(_ mark: String) -> String? {
            told.split(separator: "\n").first { $0.contains(mark) }?.split(separator: " ").last.map(String.init)
        }
        guard let rate = after("Requests/sec:"), let median = after("50%"), let most = after("99%") else {
            throw Problem(.input, "gave no figures", at: "wrk", mend: "install wrk and taskset")
        }
        if told.contains("Non-2xx") || told.contains("Socket errors") { print("  wrk says: \(told)") }
        return [rate, milliseconds(median), milliseconds(most)]
    }

    /// "412.00us", "1.20ms", "2.10s"
    private func milliseconds(_ text: String) -> String {
        let number = Double(text.prefix { $0.isNumber || $0 == "." }) ?? 0
        let scale = text.hasSuffix("us") ? 0.001 : text.hasSuffix("ms") ? 1 : 1000
        return String(format: "%.2f", number * scale)
    }

    /// The page, as a file for the peer to serve.
    private func save(_ port: Int) throws {
        let url = URL(string: "http://127.0.0.1:\(port)\(ServeMeasures.page)")!
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "-s", "-o", folder + "/page.html", url.absoluteString]
        try process.run()
        process.waitUntilExit()
    }

    private func nginx() throws -> ServingChild {
        let port = 18_099
        let settings = """
            worker_processes 1; daemon off; pid \(folder)/nginx.pid; error_log \(folder)/nginx.log;
            events { worker_connections 1024; }
            http { access_log off; keepalive_requests 1000000; types { text/html html; } sendfile on; tcp_nopush on;
                server { listen 127.0.0.1:\(port); root \(folder); } }
            """
        try Data(settings.utf8).write(to: URL(filePath: folder + "/nginx.conf"))
        return try ServingChild(["taskset", "-c", "0", "nginx", "-c", folder + "/nginx.conf"], port: port)
    }
}
