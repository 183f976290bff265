/// What one client, and all together, may take.
struct Limits: Sendable {
    /// Bytes of a body.
    var body = 4 << 20
    /// Bytes of a body that is refused, up to which the client is let finish before it is told.
    var drained = 32 << 20
    /// Bytes of the address with its query.
    var target = 8 << 10
    /// Bytes of the head of a request.
    var head = 32 << 10
    /// Open connections.
    var connections = 2000
    /// Seconds without a byte after which a connection is closed.
    var idle = 60
    /// Streams sent at one time.
    var streams = 200
    /// Seconds that a question may take.
    var question = 20
    /// Requests that wait to be worked out.
    var waiting = 512
    /// Seconds that answers under way are given when the server stops.
    var farewell = 5
}
