/// A document without its text: what a citation needs.
public struct Publication: Hashable, Sendable {
    /// The hash of text, date, publisher and address that names it.
    public var key: String
    /// The input's own name for it, where it gave one.
    public var id: String?
    /// The SHA-256 of its text, in hexadecimal.
    public var sha: String
    public var published: Day?
    public var publisher: String?
    public var title: String?
    public var author: String?
    public var url: String?

    public init(
        key: String, id: String? = nil, sha: String, published: Day? = nil, publisher: String? = nil, title: String? = nil,
        author: String? = nil, url: String? = nil
    ) {
        self.key = key
        self.id = id
        self.sha = sha
        self.published = published
        self.publisher = publisher
        self.title = title
        self.author = author
        self.url = url
    }

    public init(_ document: Document) {
        let sha = SHA256.hex(document.text.bytes)
        self.init(
            key: document.key(sha: sha), id: document.id, sha: sha, published: document.published, publisher: document.publisher,
            title: document.title, author: document.author, url: document.url)
    }

    /// What statements call it: its own name, else its key.
    public var name: String { id ?? key }
}

extension Publication {
    /// The fields of its JSON, wherever it is written.
    package func writeFields(to json: inout JSONWriter) {
        json.field("key", key)
        json.field("id", id)
        json.field("sha", sha)
        json.field("published", published?.description)
        json.field("publisher", publisher)
        json.field("title", title)
        json.field("author", author)
        json.field("url", url)
    }
}
