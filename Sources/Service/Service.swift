package import Casus
package import CasusCore
import Ledger
import Synchronization

/// A ledger served over HTTP: pages for browsers, and an API.
package final class Service: Sendable {
    private let server: Server
    private let site: Site
    package var port: Int { server.port }

    /// Starts to serve.
    ///
    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - commitments: the treaties, and who is who.
    ///   - knowledge: what readers read by.
    ///   - now: the clock.
    package init(
        _ path: String, commitments: Commitments, knowledge: Knowledge, options: ServiceOptions, now: @escaping @Sendable () -> Instant
    ) throws(Problem) {
        let limits = Limits()
        let desks = try Desks(
            path, commitments, version: options.version, overlay: options.overlay, patience: .seconds(limits.question), now: now)
        let site = Site(desks, options, readings: Readings(knowledge, workers: 2))
        self.site = site
        server = try Server(
            port: options.port, threads: options.threads, limits: limits, refuse: { site.refuse($0) }, answer: { site.answer($0) })
    }

    /// Gives answers under way their time, and ends.
    package func stop() { server.stop() }
}
