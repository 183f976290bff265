/// The classes of a page's words, each looked up when it is first asked for: hundreds of rows ask of one noun.
///
/// A page is read on one thread; that this remembers changes nothing that can be seen of it.
final class ClassesOfWords {
    struct Entry {
        var all: Set<String>
        /// Whether the thing itself stands behind the word's "of".
        var isAmount: Bool
    }

    var entries: [Entry?]

    init(count: Int) { entries = Array(repeating: nil, count: count) }
}
