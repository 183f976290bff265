/// Works on items, at most `jobs` at once, and hands over the results in the order of the items.
///
/// - Parameters:
///   - next: the next item; nil at the end. Called only when there is room for it.
///   - give: takes a result; false ends the work.
func inOrder<Item: Sendable, Made: Sendable>(
    jobs: Int, next: () -> Item?, work: @escaping @Sendable (Item) -> Made, give: (Made) -> Bool
) async {
    if jobs == 1 {
        while let item = next() {
            if !give(work(item)) { return }
        }
        return
    }
    await withTaskGroup(of: (number: Int, made: Made).self) { group in
        var window = Window<Made>(jobs: jobs)
        var atEnd = false
        while true {
            while !atEnd, window.hasRoom {
                guard let item = next() else {
                    atEnd = true
                    break
                }
                let number = window.start()
                group.addTask { (number, work(item)) }
            }
            guard let (number, made) = await group.next() else { return }
            for made in window.finish(number, made) {
                if !give(made) { return }
            }
        }
    }
}

/// What is under way, and what is done but waits for one in front of it: at most `4 * jobs` together, so that a slow item in
/// front does not let the rest pile up.
struct Window<Made> {
    let jobs: Int
    private var started = 0
    private var running = 0
    private var given = 0
    private var waiting: [Int: Made] = [:]

    init(jobs: Int) {
        self.jobs = jobs
    }

    /// Whether another item may be started.
    var hasRoom: Bool { running < jobs && started - given < 4 * jobs }

    /// Starts an item; gives its number.
    mutating func start() -> Int {
        running += 1
        started += 1
        return started - 1
    }

    /// Takes what was made of an item; gives what can be handed over now.
    mutating func finish(_ number: Int, _ made: Made) -> [Made] {
        running -= 1
        waiting[number] = made
        var ready: [Made] = []
        while let made = waiting.removeValue(forKey: given) {
            ready.append(made)
            given += 1
        }
        return ready
    }
}
