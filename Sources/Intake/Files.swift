package import CasusCore
import Glibc

/// Opening what a path names, and saying why where that fails.
package enum Files {
    enum Kind { case file, folder, pipe }

    /// - Throws: no such file (with what was probably meant), no permission, a device.
    static func kind(of path: String) throws(Problem) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw opening(path, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFIFO: return .pipe
        default: throw Problem(.input, "is a device or socket", at: path, mend: "give a file, a folder, or - for standard input")
        }
    }

    /// The bytes of a file or pipe, and how many a file says it has.
    package static func open(_ path: String) throws(Problem) -> (stream: ByteStream, size: Int) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw opening(path, errno) }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        return (ByteStream(descriptor: descriptor, owned: true), size)
    }

    /// The names in a folder, hidden ones left out, folders with a slash at their end; in the order of their bytes, so that the
    /// paths of a walk are sorted too. A link to a folder counts as one that is no document, which keeps a walk from going in circles.
    static func names(in folder: String) throws(Problem) -> [(name: String, kind: Kind?)] {
        guard let directory = opendir(folder) else { throw opening(folder, errno) }
        defer { closedir(directory) }
        var entries: [(name: String, kind: Kind?)] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasPrefix(".") { continue }
            var kind = try? Files.kind(of: join(folder, name))
            var link = stat()
            if kind == .folder, lstat(join(folder, name), &link) == 0, link.st_mode & S_IFMT == S_IFLNK { kind = nil }
            if kind == .pipe { kind = nil }
            entries.append((name + (kind == .folder ? "/" : ""), kind))
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// What the error number of an attempt to open a path means.
    static func opening(_ path: String, _ number: Int32) -> Problem {
        switch number {
        case ENOENT, ENOTDIR:
            let mend = likely(path).map { "did you mean " + $0 + "?" }
            return Problem(.input, "no such file", at: path.isEmpty ? "\"\"" : path, mend: mend)
        case EACCES, EPERM: return Problem(.input, "permission denied", at: path, mend: "make it readable: chmod +r")
        default: return Problem(.input, "cannot be opened: " + reason(number), at: path)
        }
    }

    /// The path with its first wrong part replaced by the name in that folder that comes nearest.
    private static func likely(_ path: String) -> String? {
        var parts = path.split(separator: "/").map(String.init)
        var folder = path.hasPrefix("/") ? "/" : "."
        for index in parts.indices {
            let next = join(folder, parts[index])
            if access(next, F_OK) == 0 {
                folder = next
                continue
            }
            guard let entries = try? names(in: folder) else { return nil }
            let names = entries.map { $0.name.hasSuffix("/") ? String($0.name.dropLast()) : $0.name }
            guard let near = meant(by: parts[index], among: names) else { return nil }
            parts[index] = near
            let mended = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
            if access(mended, F_OK) == 0 { return mended }
            return (path.hasPrefix("/") ? "/" : "") + parts[...index].joined(separator: "/")
        }
        return nil
    }
}
