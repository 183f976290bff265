/// What conditions mean in words: the rows of conditions.csv.
public struct ConditionWords: Sendable {
    /// One condition.
    public struct Entry: Sendable, Hashable {
        /// A key: `state-of-war`.
        public var name: String
        /// In the form of a question: "Is the attacked in a state of war as a result?"
        public var question: String
        /// What it means when the answer is no: "the attacked is not in a state of war".
        public var whenNo: String
        /// Taken as met unless the facts say otherwise, and then listed as assumed.
        public var isPresumed: Bool
        /// Failing it frees a debtor whose duty is otherwise due; else the duty is not due at all.
        public var excuses: Bool

        /// Every part given.
        public init(name: String, question: String, whenNo: String, isPresumed: Bool = false, excuses: Bool = false) {
            (self.name, self.question, self.whenNo) = (name, question, whenNo)
            (self.isPresumed, self.excuses) = (isPresumed, excuses)
        }
    }

    private let entries: [String: Entry]

    /// Every part given.
    public init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.name, $0) }) { $1 }
    }

    /// The one of a name; nil where there is none.
    public subscript(name: String) -> Entry? { entries[name] }

    /// Every key, in order.
    public var names: [String] { entries.keys.sorted() }
}
