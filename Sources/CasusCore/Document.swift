/// One publication of a text.
public struct Document: Sendable {
    /// The input's own name for it, where it gave one.
    public var id: String?
    public var text: Text
    /// The day it was published; relative dates are resolved against it.
    public var published: Day?
    public var publisher: String?
    public var title: String?
    public var author: String?
    public var url: String?
    /// The byte at which the body starts, after a leading block of metadata lines.
    public var bodyStart: Int

    public init(
        id: String? = nil, text: Text, published: Day? = nil, publisher: String? = nil, title: String? = nil, author: String? = nil,
        url: String? = nil, bodyStart: Int = 0
    ) {
        self.id = id
        self.text = text
        self.published = published
        self.publisher = publisher
        self.title = title
        self.author = author
        self.url = url
        self.bodyStart = bodyStart
    }

    /// A hash of text, date, publisher and address: the same publication always has the same key.
    public var key: String { key(sha: SHA256.hex(text.bytes)) }

    /// - Parameter sha: the SHA-256 of the text, where it is at hand.
    package func key(sha: String) -> String {
        let facts = [sha, published?.description ?? "", publisher ?? "", url ?? ""]
        return SHA256.hex(Array(facts.joined(separator: "\n").utf8), digits: 20)
    }

    /// What statements call the document: its own name, else its key.
    public var name: String { id ?? key }
}
