import CMicroHTTPD
import Synchronization

/// One request on its way through the library: made when its first line has come, released when its answer is sent.
///
/// Only the thread that serves its connection touches it.
final class Exchange {
    let target: String
    var head: Request?
    var body: [UInt8] = []
    /// The answer that was decided on before the body came.
    var refused: Response?
    /// Whether a body that is refused is taken all the same, and thrown away.
    var drains = false
    /// The answer that is being worked out.
    var waiting: Waiting?
    /// Bytes of the body that came, also those that were not kept.
    var taken = 0

    init(target: String) { self.target = target }
}

extension OpaquePointer {
    /// The headers of a request, by their names in lower case; of one that comes twice, both.
    func requestHeaders() -> [String: String] {
        var headers: [String: String] = [:]
        withUnsafeMutablePointer(to: &headers) { pointer in
            _ = MHD_get_connection_values(
                self, .HEADER_KIND,
                { context, _, name, value in
                    guard let context, let name else { return .YES }
                    let headers = context.assumingMemoryBound(to: [String: String].self)
                    let key = String(cString: name).lowercased()
                    let value = value.map { String(cString: $0) } ?? ""
                    headers.pointee[key] = headers.pointee[key].map { $0 + ", " + value } ?? value
                    return .YES
                }, UnsafeMutableRawPointer(pointer))
        }
        return headers
    }
}
