import CasusCore
import Glibc

/// One connection to a server on this machine, over which pages are asked for, one after another.
final class HTTPVisitor {
    private var descriptor: Int32
    private let port: Int
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(port: Int) throws(Problem) {
        self.port = port
        descriptor = try HTTPVisitor.connect(port)
    }

    deinit { close(descriptor) }

    private static func connect(_ port: Int) throws(Problem) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let isThere = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isThere else { throw Problem(.input, "cannot be connected to", at: "port \(port)", mend: "see whether the server runs") }
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    /// Asks, and takes the answer no further than a reader does who lets it come.
    func ask(_ path: String) {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
        _ = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Takes a few bytes.
    func sip(_ count: Int) { _ = recv(descriptor, &buffer, count, Int32(MSG_DONTWAIT)) }

    /// Asks and waits for the whole answer.
    ///
    /// - Returns: its status and size.
    func get(_ path: String) throws(Problem) -> (status: Int, size: Int) {
        ask(path)
        var head: [UInt8] = []
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw Problem(.input, "was not answered", at: path, mend: "see whether the server runs") }
            head += buffer[..<count]
            guard let gap = head.firstIndex(ofBlankLine: ()) else { continue }
            let text = String(decoding: head[..<gap], as: UTF8.self).lowercased()
            let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            guard let mark = text.firstRange(of: "content-length: "), let size = Int(text[mark.upperBound...].prefix { $0.isNumber }) else {
                throw Problem(.input, "is answered without a length", at: path)
            }
            var left = size - (head.count - gap - 4)
            while left > 0 {
                let more = recv(descriptor, &buffer, buffer.count, 0)
                guard more > 0 else { throw Problem(.input, "broke off", at: path) }
                left -= more
            }
            return (status, size)
        }
    }
}

extension [UInt8] {
    fileprivate func firstIndex(ofBlankLine: Void) -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        return indices.first { $0 + 4 <= count && self[$0] == 13 && self[$0..<$0 + 4].elementsEqual(mark) }
    }
}
