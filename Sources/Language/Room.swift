/// Memory that grows when more is needed and is kept until then; what it holds is not kept when it grows.
final class Room<Element: BitwiseCopyable> {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var capacity: Int

    init() {
        capacity = 64
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `count` elements, the first `kept` of which stay.
    func hold(_ count: Int, kept: Int = 0) {
        guard count > capacity else { return }
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: count + count / 2)
        larger.initialize(from: base, count: kept)
        base.deallocate()
        (base, capacity) = (larger, count + count / 2)
    }
}
