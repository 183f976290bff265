/// One of Kleene's three values: what is not known is neither true nor false.
///
/// This is not classical logic: of something unknown, "it or its opposite" is unknown too.
public enum Truth: Int8, Sendable, Comparable, CaseIterable {
    case no = 0
    case unknown = 1
    case yes = 2

    public init(_ known: Bool) { self = known ? .yes : .no }

    /// True, false, or nil where it is unknown.
    public var known: Bool? { self == .unknown ? nil : self == .yes }

    public static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

    /// The weaker of the two.
    public static func && (a: Truth, b: Truth) -> Truth { min(a, b) }

    /// The stronger of the two.
    public static func || (a: Truth, b: Truth) -> Truth { max(a, b) }

    public static prefix func ! (a: Truth) -> Truth { Truth(rawValue: 2 - a.rawValue)! }
}

extension Sequence where Element == Truth {
    /// Whether all hold; yes of none.
    public var all: Truth { reduce(.yes) { $0 && $1 } }

    /// Whether one of them holds; no of none.
    public var any: Truth { reduce(.no) { $0 || $1 } }
}
