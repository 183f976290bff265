/// What is sent back.
struct Response: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        case stream(any ByteSource)
    }

    var status: Refusal.Status
    var headers: [(name: String, value: String)]
    var body: Body

    init(_ status: Refusal.Status = .ok, type: String, _ body: Body, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        self.body = body
    }

    init(_ status: Refusal.Status = .ok, type: String, _ text: String, headers: [(name: String, value: String)] = []) {
        self.init(status, type: type, .bytes(Array(text.utf8)), headers: headers)
    }
}

/// Media types.
enum MediaType {
    static let html = "text/html; charset=utf-8"
    static let json = "application/json"
    static let problem = "application/problem+json"
    static let ndjson = "application/x-ndjson"
    static let csv = "text/csv; charset=utf-8; header=present"
    static let tsv = "text/tab-separated-values; charset=utf-8"
    static let svg = "image/svg+xml"
    static let css = "text/css; charset=utf-8"
    static let script = "text/javascript; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
    static let events = "text/event-stream"
    static let openAPI = "application/vnd.oai.openapi+json;version=3.1"
}

/// Bytes that come one piece after another, made when the client can take them. It is asked by one thread at a time, which may take a while.
protocol ByteSource: Sendable {
    /// The next piece. Of `.later` it calls `wake` as soon as there is more, which may be before it has answered.
    func next(wake: @escaping @Sendable () -> Void) -> Piece
    /// The client has gone, or all was sent.
    func close()
}

enum Piece: Sendable {
    case bytes([UInt8])
    case later
    case end
}
