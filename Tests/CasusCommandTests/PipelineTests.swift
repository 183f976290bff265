import Synchronization
import Testing

@testable import CasusCommand

struct PipelineTests {
    @Test(arguments: [1, 2, 3, 16])
    func keepsTheOrder(_ jobs: Int) async {
        var items = (0..<200).makeIterator()
        var given: [Int] = []
        await inOrder(jobs: jobs) {
            items.next()
        } work: { item in
            // Early items take longest, so that later ones overtake them.
            var sum = item
            for step in 0..<(200 - item) * 200 { sum = (sum &* 31 &+ step) % 1_000_003 }
            return sum < 0 ? -1 : item
        } give: { item in
            given.append(item)
            return true
        }
        #expect(given == Array(0..<200))
    }

    @Test(arguments: [1, 2, 4])
    func holdsOnlyAWindow(_ jobs: Int) async {
        let running = Atomic(0)
        let mostRunning = Mutex(0)
        var (started, given, mostHeld) = (0, 0, 0)
        await inOrder(jobs: jobs) {
            if started == 300 { return nil as Int? }
            started += 1
            mostHeld = max(mostHeld, started - given)
            return started
        } work: { item in
            let now = running.add(1, ordering: .relaxed).newValue
            mostRunning.withLock { $0 = max($0, now) }
            running.subtract(1, ordering: .relaxed)
            return item
        } give: { _ in
            given += 1
            return true
        }
        #expect(given == 300)
        #expect(mostHeld <= 4 * jobs)
        #expect(mostRunning.withLock { $0 } <= jobs)
    }

    @Test(arguments: [1, 3])
    func endsWhenTheTakerHasEnough(_ jobs: Int) async {
        var started = 0
        var given: [Int] = []
        await inOrder(jobs: jobs) {
            started += 1
            return started
        } work: {
            $0
        } give: { item in
            given.append(item)
            return item < 5
        }
        #expect(given == [1, 2, 3, 4, 5])
        #expect(started <= 5 + 4 * jobs)
    }

    @Test func nothingToDo() async {
        await inOrder(jobs: 2) {
            nil as Int?
        } work: {
            $0
        } give: { _ in
            Issue.record("there was no item")
            return true
        }
    }
}
