package import CasusCore
import FoundationEssentials

/// The treaty files of a folder.
package enum TreatyFolder {
    /// Every `.json` file of a folder, or the one file named, in the order of their names.
    ///
    /// - Returns: the treaties that could be read, each with its path, and a problem for each file that could not.
    package static func read(_ path: String) -> (treaties: [(treaty: Treaty, path: String)], problems: [Problem]) {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: path) {
            return read(files: names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 })
        }
        guard FileManager.default.fileExists(atPath: path) else {
            return ([], [Problem(.input, "no such file or folder", at: path, mend: "check the path")])
        }
        return read(files: [path])
    }

    package static func isFolder(_ path: String) -> Bool { (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil }

    private static func read(files: [String]) -> (treaties: [(treaty: Treaty, path: String)], problems: [Problem]) {
        var treaties: [(treaty: Treaty, path: String)] = []
        var problems: [Problem] = []
        for file in files {
            do throws(Problem) {
                guard let content = FileManager.default.contents(atPath: file) else {
                    throw isFolder(file)
                        ? Problem(.data, "is a folder", at: file, mend: "give it a name without .json")
                        : Problem(.data, "cannot be read", at: file, mend: "check its permissions")
                }
                treaties.append((try Treaty(json: Array(content), file: file), file))
            } catch {
                problems.append(error)
            }
        }
        return (treaties, problems)
    }

    /// All treaties of a text that holds a list of them, as it is embedded.
    package static func read(list bytes: [UInt8], file: String) throws(Problem) -> [Treaty] {
        var treaties: [Treaty] = []
        for value in try JSONTree(bytes, file: file).root.array() { treaties.append(try Treaty(value)) }
        return treaties
    }

    /// The files of a folder as one list, without white space between the values: what is embedded.
    package static func compiled(_ path: String) -> [UInt8] {
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".json") }.sorted()
        let texts = files.compactMap { FileManager.default.contents(atPath: path + "/" + $0) }
        return Array("[".utf8) + Array(texts.map { minified(Array($0)) }.joined(separator: [UInt8(ascii: ",")])) + Array("]".utf8)
    }

    private static func minified(_ json: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(json.count)
        var isQuoted = false
        var isEscaped = false
        for byte in json {
            if isQuoted {
                out.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
            } else if byte > 0x20 {
                out.append(byte)
                isQuoted = byte == UInt8(ascii: "\"")
            }
        }
        return out
    }
}
