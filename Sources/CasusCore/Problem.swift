/// What went wrong, said in one line: what, where, and how to mend it.
///
/// Every error that reaches a person is a `Problem`; its `kind` decides the exit status.
public struct Problem: Error, Equatable, Sendable, CustomStringConvertible {
    public struct Kind: Hashable, Sendable {
        private enum Value { case usage, input, data, storage }
        private let value: Value

        /// The command was called wrongly (exit status 64).
        public static let usage = Kind(value: .usage)
        /// A document could not be read (exit status 2).
        public static let input = Kind(value: .input)
        /// A file of what Casus knows is malformed (exit status 2).
        public static let data = Kind(value: .data)
        /// Something could not be written or kept (exit status 2).
        public static let storage = Kind(value: .storage)

        /// The status a command exits with: 64 for wrong use, else 2.
        public var exitStatus: Int32 { value == .usage ? 64 : 2 }
    }

    public var kind: Kind
    /// What went wrong, without a full stop: "not UTF-8 at byte 17".
    public var what: String
    /// The file, field or flag concerned.
    public var place: String?
    /// What a person can do about it: "give --encoding latin1".
    public var mend: String?

    public init(_ kind: Kind, _ what: String, at place: String? = nil, mend: String? = nil) {
        self.kind = kind
        self.what = what
        self.place = place
        self.mend = mend
    }

    public var description: String {
        (place.map { $0 + ": " } ?? "") + what + (mend.map { "; " + $0 } ?? "")
    }
}
