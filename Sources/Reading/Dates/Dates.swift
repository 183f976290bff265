import CasusCore
import Language

/// The dates that a document names.
struct Dates {
    private(set) var all: [DateMention] = []
    /// The date mention that covers a token, by token.
    private var at = TokenMap()

    subscript(token: Int) -> DateMention? { at[token].map { all[$0] } }

    mutating func add(_ mention: DateMention) {
        at.set(mention.tokens, to: all.count)
        all.append(mention)
    }

    /// The mentions that begin inside a range of tokens.
    func inside(_ range: Range<Int>) -> [DateMention] {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: [DateMention] = []
        while low < all.count, all[low].tokens.lowerBound < range.upperBound {
            found.append(all[low])
            low += 1
        }
        return found
    }
}

/// Words that name a date.
struct DateMention {
    var tokens: Range<Int>
    /// Nil when the words cannot be resolved, as "Wednesday" in a document without a date.
    var date: EDTF?
    /// Whether it counts from another happening ("24 years after"), not from the calendar.
    var isRelativeToEvent = false
}
