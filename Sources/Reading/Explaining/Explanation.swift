package import CasusCore

/// How a document was read: sentence by sentence what its statements rest on, and what gave none.
package struct Explanation: Sendable {
    package var sentences: [ExplainedSentence]
    /// All statements of the document.
    package var statements: [Statement]
}

package struct ExplainedSentence: Sendable {
    /// From 1, as in a statement's `sentence`.
    package var number: Int
    /// prose, headline, dateline or bullet.
    package var kind: String
    package var span: Span
    /// Where it stands in the document's bytes.
    package var bytes: Range<Int>
    package var text: String
    package var words: [ExplainedWord]
    package var read: [ExplainedStatement]
    package var rejected: [RejectedWord]
}

/// A word in its place in the tree, after the mends that the reader makes in it.
package struct ExplainedWord: Sendable {
    /// From 1 in the sentence.
    package var number: Int
    package var text: String
    package var lemma: String
    package var upos: String
    package var xpos: String
    /// The number of the word that it hangs on; 0 for the root.
    package var head: Int
    package var relation: String
    package var span: Span
    /// Whether the reader put it there, and not the parser.
    package var isMended: Bool
}

package struct ExplainedStatement: Sendable {
    package var statement: Statement
    /// The number of the word that carries it.
    package var word: Int
    package var text: String
    /// The row that made it; nil where a rule of the program did.
    package var source: Source?
    package var grounds: [Ground]
    /// Other rows of the same word, which gave way.
    package var tried: [Attempt]
}

/// One thing that a statement rests on.
package struct Ground: Equatable, Sendable {
    package var topic: Topic
    /// The words of the text; nil where the ground is that nothing says otherwise.
    package var words: String?
    package var span: Span?
    package var source: Source?
    package var says: String
    /// Whether it only says how the words of the ground before were understood.
    package var isDetail = false
}

/// A word that may carry a statement and carries none.
package struct RejectedWord: Sendable {
    /// What it might have been: event, agreement, claim or question.
    package var kind: String
    package var word: Int
    package var text: String
    package var lemma: String
    package var attempts: [Attempt]
}

/// A row or rule that was tried in vain.
package struct Attempt: Sendable {
    package var reason: Reason
    /// The words that the reason speaks of; empty for none.
    package var detail: String
    package var source: Source?
    package var grounds: [Ground]
}
