/// Where web and mail addresses may stand in a chunk of text.
///
/// What one look from one place has found serves every later place, so that a chunk full of "@" is looked at once.
struct Addresses {
    /// Whether the chunk has "@", "//" or "www." at all.
    private(set) var arePossible = false
    /// The places before this one have been looked at; here something stands that no address has, or the chunk ends.
    fileprivate var stop = -1
    /// As `stop`, without the punctuation in front of it.
    fileprivate var end = -1
    fileprivate var lastDot = -1
    /// The last "@" and the last "://" with a dot somewhere behind.
    fileprivate var lastAt = -1
    fileprivate var lastScheme = -1

    @inline(__always)
    mutating func begin(if arePossible: Bool) {
        self.arePossible = arePossible
        stop = -1
    }
}

extension Tokeniser {
    /// Where a web or mail address that begins at `start` ends, or nil.
    mutating func address(_ start: Int, _ limit: Int) -> Int? {
        guard text.isWord(start) else { return nil }
        if start >= addresses.stop { look(from: start, limit) }
        let isWeb = matches("www.", at: start) && addresses.lastDot > start
        guard isWeb || addresses.lastAt >= start || addresses.lastScheme > start, addresses.end - start > 4 else { return nil }
        return addresses.end
    }

    private mutating func look(from start: Int, _ limit: Int) {
        var (end, dot, at, scheme) = (start, -1, -1, -1)
        addresses.lastAt = -1
        addresses.lastScheme = -1
        look: while end < limit {
            let byte = text.byte(end)
            switch text.kind(end) {
            case .quote, .openQuote, .closeQuote, .openBracket, .closeBracket: break look
            case .apostrophe where byte != UInt8(ascii: "'"): break look
            default: break
            }
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"): break look
            case UInt8(ascii: "@"): at = end
            case UInt8(ascii: ":") where text.byte(end + 1) == UInt8(ascii: "/") && text.byte(end + 2) == UInt8(ascii: "/"): scheme = end
            case UInt8(ascii: "."):
                dot = end
                addresses.lastAt = at
                addresses.lastScheme = scheme
            default: break
            }
            end += text.length(end)
        }
        end = min(end, limit)
        text.visited(end - start)
        addresses.stop = max(end, start + 1)
        addresses.lastDot = dot
        trim: while end > start {
            switch text.byte(end - 1) {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
                UInt8(ascii: "'"):
                end -= 1
            default: break trim
            }
        }
        addresses.end = end
    }
}
