package import CasusCore

/// Cuts a text into sentences and tokens, without tags or trees.
package struct Segmenter {
    private var pieces: [Piece] = []

    package init() {}

    /// - Parameter start: the byte to begin at.
    /// - Returns: sentences in order, covering every character that is not space, and their tokens.
    package mutating func segment(_ text: Text, from start: Int = 0) -> (sentences: [Sentence], tokens: [Token]) {
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        tokens.reserveCapacity((text.bytes.count - min(start, text.bytes.count)) / 5 + 8)
        text.bytes.withUnsafeBufferPointer { bytes in
            let characters = Characters(bytes: bytes)
            var paragraph = 0
            Layout(text: characters).forEachBlock(from: start) { block in
                segment(block, of: characters, paragraph: paragraph, &sentences, &tokens)
                paragraph += 1
            }
        }
        return (sentences, tokens)
    }

    private mutating func segment(
        _ block: Block, of text: Characters, paragraph: Int, _ sentences: inout [Sentence], _ tokens: inout [Token]
    ) {
        var tokeniser = Tokeniser(text, room: pieces)
        pieces = []
        tokeniser.tokenise(block.range)
        pieces = tokeniser.takePieces()
        let marker = pieces.firstIndex { Int($0.start) >= block.body } ?? 0
        let dateline = Dateline(text: text, pieces: pieces).length(in: marker..<pieces.count)
        func add(_ range: Range<Int>, _ kind: Sentence.Kind) {
            let first = tokens.count
            for piece in pieces[range] {
                tokens.append(Token(start: piece.start, end: piece.end, sentence: Int32(sentences.count)))
            }
            sentences.append(
                Sentence(
                    tokens: first..<tokens.count, start: Int(pieces[range.lowerBound].start), end: Int(pieces[range.upperBound - 1].end),
                    kind: kind, paragraph: paragraph))
        }
        if dateline > 0 { add(0..<(marker + dateline), .dateline) }
        let body = marker + dateline
        // The marker of a list item belongs to the item's first sentence.
        var start = dateline > 0 ? body : 0
        let before = sentences.count
        SentenceSplitter(text: text, pieces: pieces).forEachSentence(in: body..<pieces.count) { range in
            add(start..<range.upperBound, block.isBullet ? .bullet : .prose)
            start = range.upperBound
        }
        if block.isHeadline && dateline == 0 && sentences.count == before + 1 { sentences[before].kind = .headline }
        pieces.removeAll(keepingCapacity: true)
    }
}
