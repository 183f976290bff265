import Foundation
import Synchronization

/// Threads that work out answers which may take a while, so that those that serve connections never do.
///
/// What comes first is begun first; of what is too much to wait for nothing is taken.
final class Crew: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var isEnding = false
    }

    /// How many wait at most.
    private let most: Int
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)
    private let threads: Int

    init(threads: Int, most: Int) {
        (self.threads, self.most) = (threads, most)
        for _ in 0..<threads {
            // They keep the crew until its end.
            let thread = Thread { [self] in work() }
            // Trees of long sentences are walked recursively.
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    private func work() {
        while true {
            news.wait()
            let (job, isLast) = state.withLock { state in
                state.waiting.isEmpty ? (nil, state.isEnding) : (state.waiting.removeFirst(), false)
            }
            if isLast { return }
            job?()
        }
    }

    /// - Returns: whether it is taken.
    func take(_ job: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = state.withLock { state in
            if state.isEnding || state.waiting.count >= most { return false }
            state.waiting.append(job)
            return true
        }
        if isTaken { news.signal() }
        return isTaken
    }

    /// Begins nothing more; what is being worked out is not waited for.
    func end() {
        state.withLock { state in (state.waiting, state.isEnding) = ([], true) }
        for _ in 0..<threads { news.signal() }
    }
}
