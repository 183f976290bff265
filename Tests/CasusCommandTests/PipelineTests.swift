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
    func startsNoMoreThanItMay(_ jobs: Int) async {
        let finished = Atomic(0)
        var (started, given, mostUnfinished) = (0, 0, 0)
        await inOrder(jobs: jobs) {
            if started == 300 { return nil as Int? }
            started += 1
            mostUnfinished = max(mostUnfinished, started - finished.load(ordering: .sequentiallyConsistent))
            return started
        } work: { item in
            finished.add(1, ordering: .sequentiallyConsistent)
            return item
        } give: { _ in
            given += 1
            return true
        }
        #expect(given == 300)
        #expect(mostUnfinished <= jobs)
    }

    /// While the first item takes its time, the others overtake it up to the end of the window, and no further.
    @Test(arguments: [1, 2, 5])
    func aSlowItemStopsTheWindow(_ jobs: Int) {
        var window = Window<Int>(jobs: jobs)
        let slow = window.start()
        var waiting = 0
        while window.hasRoom, waiting < 100 {
            let number = window.start()
            #expect(window.finish(number, number).isEmpty)
            waiting += 1
        }
        #expect(waiting == (jobs == 1 ? 0 : 4 * jobs - 1))
        #expect(window.finish(slow, slow) == Array(0...waiting))
        #expect(window.hasRoom)
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
