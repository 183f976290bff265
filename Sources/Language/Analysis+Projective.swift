extension Analysis {
    /// The same analysis without arcs that cross: a token whose head leads across others is hung higher, until none does.
    ///
    /// Those who cut text by the tree may then rely on it that a token and all that hangs on it stand together. The trees themselves keep
    /// their crossing arcs, which are right in a few sentences of a hundred.
    package func projective() -> Analysis {
        var heads = tokens.map { Int($0.head) }
        var isChanged = false
        for sentence in sentences { if Self.lift(&heads, sentence.tokens) { isChanged = true } }
        return isChanged ? with(heads: heads) : self
    }

    /// Whether something was lifted. The shortest crossing arc goes first, the leftmost of equals.
    private static func lift(_ heads: inout [Int], _ range: Range<Int>) -> Bool {
        var isChanged = false
        while let token = shortestCrossing(heads, range) {
            heads[token] = heads[heads[token]]
            isChanged = true
        }
        return isChanged
    }

    private static func shortestCrossing(_ heads: [Int], _ range: Range<Int>) -> Int? {
        var found: (length: Int, token: Int)?
        for token in range where heads[token] >= 0 && heads[heads[token]] >= 0 {
            let head = heads[token]
            let (low, high) = (min(head, token), max(head, token))
            guard high - low < found?.length ?? .max else { continue }
            // What is hung outside of the arc by tokens of its inside crosses it, unless it hangs on the head in the end.
            for inner in (low + 1)..<max(low + 1, high) where heads[inner] < low || heads[inner] > high {
                if !hangs(inner, on: head, heads) {
                    found = (high - low, token)
                    break
                }
            }
        }
        return found?.token
    }

    private static func hangs(_ token: Int, on head: Int, _ heads: [Int]) -> Bool {
        var at = token
        while at >= 0, at != head { at = heads[at] }
        return at == head
    }
}
