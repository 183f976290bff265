import CasusCore
import Glibc

/// A socket that listens on this machine alone.
struct Listener: Sendable {
    let descriptor: Int32
    let port: Int

    /// - Parameter port: 0 for any that is free.
    init(port: Int) throws(Problem) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw Listener.failed("no socket") }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, size) == 0 && listen(descriptor, 1024) == 0 && getsockname(descriptor, generic, &size) == 0
            }
        }
        guard bound else {
            let (isTaken, isForbidden) = (errno == EADDRINUSE, errno == EACCES)
            let problem = Listener.failed("cannot be listened on", at: "port \(port)")
            Glibc.close(descriptor)
            if isTaken { throw Problem(.storage, "is in use", at: "port \(port)", mend: "give another: --port N") }
            if isForbidden { throw Problem(.storage, "takes root", at: "port \(port)", mend: "give one above 1023: --port N") }
            throw problem
        }
        self.descriptor = descriptor
        self.port = Int(UInt16(bigEndian: address.sin_port))
    }

    private static func failed(_ what: String, at place: String? = nil) -> Problem {
        Problem(.storage, what + " (" + String(cString: strerror(errno)) + ")", at: place, mend: "try again, or another port")
    }
}
