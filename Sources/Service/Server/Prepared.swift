import CMicroHTTPD

/// An answer in the library's own form, which may be sent many times, by several threads at once.
final class Prepared: @unchecked Sendable {
    // The library counts the references to it, and never changes it once it is sent.
    private let response: OpaquePointer
    let status: Refusal.Status
    let size: Int

    init(_ status: Refusal.Status, headers: [(name: String, value: String)], _ bytes: [UInt8]) {
        self.status = status
        size = bytes.count
        response = bytes.withUnsafeBytes { bytes in
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)!
        }
        for (name, value) in headers { MHD_add_response_header(response, name, value) }
    }

    func send(on connection: OpaquePointer) -> MHD_Result { MHD_queue_response(connection, UInt32(status.code), response) }

    deinit { MHD_destroy_response(response) }
}
