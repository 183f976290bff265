package import CasusCore

/// Cuts a text into sentences and tokens, without tags or trees.
package struct Segmenter {
    private var pieces: [Piece] = []
    private var lines: [Layout.Line] = []
    /// Characters and tokens looked at so far, once for each look: what the work grows with.
    package private(set) var steps = 0

    package init() {}

    /// Tokens and lines for which room is kept between texts.
    package var room: Int { pieces.capacity + lines.capacity }

    /// Above this the room is given back after a text, so that one odd text does not weigh on all that follow.
    package static let mostRoom = 1 << 16

    /// - Parameter start: the byte to begin at.
    /// - Returns: sentences in order, covering every character that is not space, and their tokens.
    package mutating func segment(_ text: Text, from start: Int = 0) -> (sentences: [Sentence], tokens: [Token]) {
        let length = max(0, text.bytes.count - max(0, start))
        var cut = Cut(tokens: [], sentences: [])
        cut.tokens.reserveCapacity(length / 5 + 8)
        cut.sentences.reserveCapacity(length / 128 + 2)
        var pieces = self.pieces
        var lines = self.lines
        self.pieces = []
        self.lines = []
        withUnsafeMutablePointer(to: &steps) { steps in
            text.bytes.withUnsafeBufferPointer { bytes in
                let characters = Characters(bytes, steps: steps)
                var tokeniser = Tokeniser(characters, room: pieces)
                pieces = []
                var paragraph = 0
                Layout(text: characters).forEachBlock(from: start, lines: &lines) { block in
                    tokeniser.tokenise(block.range)
                    tokeniser.pieces.withUnsafeBufferPointer { cut.add(block, of: characters, $0, paragraph: paragraph) }
                    paragraph += 1
                }
                pieces = tokeniser.takePieces()
            }
        }
        self.pieces = pieces.capacity > Self.mostRoom / 2 ? [] : pieces
        self.lines = lines.capacity > Self.mostRoom / 2 ? [] : lines
        return (cut.sentences, cut.tokens)
    }
}

/// What has been cut so far.
private struct Cut {
    var tokens: [Token]
    var sentences: [Sentence]

    /// Adds the sentences of a block.
    mutating func add(_ block: Block, of text: Characters, _ pieces: UnsafeBufferPointer<Piece>, paragraph: Int) {
        var marker = 0
        if block.isBullet { while marker < pieces.count, Int(pieces[marker].start) < block.body { marker += 1 } }
        let clock = ClockMark(text: text, pieces: pieces).length(in: marker..<pieces.count)
        let dateline = clock > 0 ? clock : Dateline(text: text, pieces: pieces).length(in: marker..<pieces.count)
        if dateline > 0 { add(pieces[0..<(marker + dateline)], .dateline, paragraph) }
        let body = marker + dateline
        // The marker of a list item belongs to the item's first sentence.
        var start = dateline > 0 ? body : 0
        let before = sentences.count
        SentenceSplitter(text: text, pieces: pieces, marker: marker).forEachSentence(in: body..<pieces.count) { range in
            add(pieces[start..<range.upperBound], block.isBullet ? .bullet : .prose, paragraph)
            start = range.upperBound
        }
        text.visited(pieces.count)
        if block.isHeadline && dateline == 0 && sentences.count == before + 1 { sentences[before].kind = .headline }
    }

    private mutating func add(_ pieces: Slice<UnsafeBufferPointer<Piece>>, _ kind: Sentence.Kind, _ paragraph: Int) {
        let first = tokens.count
        let sentence = Int32(sentences.count)
        for piece in pieces { tokens.append(Token(start: piece.start, end: piece.end, sentence: sentence)) }
        sentences.append(
            Sentence(
                tokens: first..<tokens.count, start: Int(pieces[pieces.startIndex].start), end: Int(pieces[pieces.endIndex - 1].end),
                kind: kind, paragraph: paragraph))
    }
}
