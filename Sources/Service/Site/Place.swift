import Synchronization

/// How far a stream has come.
final class Place: Sendable {
    private let state = Mutex((count: 0, isEnded: false))

    var now: (count: Int, isEnded: Bool) { state.withLock { $0 } }

    func set(_ count: Int, _ isEnded: Bool) { state.withLock { $0 = (count, isEnded) } }
}
