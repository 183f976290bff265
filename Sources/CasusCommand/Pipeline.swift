/// Works on items, at most `jobs` at once, and hands over the results in the order of the items.
///
/// At most `4 * jobs` items and results are held, so that a slow item in front does not let the rest pile up.
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
        var (started, running, given) = (0, 0, 0)
        var waiting: [Int: Made] = [:]
        var atEnd = false
        while true {
            while !atEnd, running < jobs, started - given < 4 * jobs {
                guard let item = next() else {
                    atEnd = true
                    break
                }
                let number = started
                group.addTask { (number, work(item)) }
                started += 1
                running += 1
            }
            guard let (number, made) = await group.next() else { return }
            running -= 1
            waiting[number] = made
            while let made = waiting.removeValue(forKey: given) {
                given += 1
                if !give(made) { return group.cancelAll() }
            }
        }
    }
}
