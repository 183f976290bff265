import CMicroHTTPD
import Synchronization

/// A request whose answer is being worked out. Until then its connection rests, and holds no thread.
final class Waiting: Sendable {
    /// What is asked for.
    let target: String
    private let connection: Sending.Connection
    private let found = Mutex<Server.Outgoing?>(nil)

    /// Lets the connection rest: to be called by the thread that serves it, which then leaves it alone.
    init(_ connection: OpaquePointer, for target: String) {
        self.target = target
        self.connection = Sending.Connection(connection)
        MHD_suspend_connection(connection)
    }

    /// What was worked out; the connection is served again.
    ///
    /// Of several answers the first counts. The library keeps a connection that rests, so it is there to be woken.
    func end(_ outgoing: Server.Outgoing) {
        found.withLock { found in
            if found != nil { return }
            found = outgoing
            MHD_resume_connection(connection.pointer)
        }
    }

    var outgoing: Server.Outgoing? { found.withLock { $0 } }
}

/// The requests that wait for their answers.
final class Waitings: Sendable {
    private struct All {
        var waiting: [ObjectIdentifier: Waiting] = [:]
        var areEnding = false
    }

    private let all = Mutex(All())

    /// - Returns: false where none may begin any more.
    func add(_ waiting: Waiting) -> Bool {
        all.withLock { all in
            if all.areEnding { return false }
            all.waiting[ObjectIdentifier(waiting)] = waiting
            return true
        }
    }

    func remove(_ waiting: Waiting) { _ = all.withLock { $0.waiting.removeValue(forKey: ObjectIdentifier(waiting)) } }

    /// The library cannot stop while a connection rests: all that wait get this instead.
    func end(_ outgoing: (String) -> Server.Outgoing) {
        let waiting = all.withLock { all in
            all.areEnding = true
            return Array(all.waiting.values)
        }
        for it in waiting { it.end(outgoing(it.target)) }
    }
}
