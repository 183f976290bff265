/// The parts of a form with a file, as RFC 7578 has them.
struct Multipart {
    private(set) var fields: [String: [UInt8]] = [:]

    /// - Parameter type: the request's own, which names the boundary.
    init(_ body: [UInt8], type: String) throws(Refusal) {
        guard let mark = type.firstRange(of: "boundary=") else { throw Multipart.broken }
        let boundary = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw Multipart.broken }
        let line = Array(("--" + boundary).utf8)
        var place = body.startIndex
        guard var start = body.next(line, from: place) else { throw Multipart.broken }
        while true {
            place = start + line.count
            // Two hyphens end the last part.
            if body[place...].starts(with: "--".utf8) { return }
            guard let end = body.next(Array("\r\n".utf8) + line, from: place) else { throw Multipart.broken }
            try take(body[place..<end])
            start = end + 2
        }
    }

    private mutating func take(_ part: ArraySlice<UInt8>) throws(Refusal) {
        let part = Array(part)
        guard let gap = part.next(Array("\r\n\r\n".utf8), from: 0) else { throw Multipart.broken }
        let head = String(decoding: part[..<gap], as: UTF8.self)
        guard let mark = head.firstRange(of: " name=\"") else { throw Multipart.broken }
        let name = String(head[mark.upperBound...].prefix { $0 != "\"" })
        let content = Array(part[(gap + 4)...])
        // Of a text typed and a file chosen the one that is not empty.
        if fields[name, default: []].isEmpty { fields[name] = content }
    }

    func text(_ name: String) -> String? {
        fields[name].flatMap { String(validating: $0, as: UTF8.self) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let broken = Refusal(
        .badRequest, "the form is broken off or not one", mend: "send multipart/form-data with its boundary")
}

extension [UInt8] {
    /// Where some bytes come next.
    fileprivate func next(_ wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        var place = start
        while place <= count - wanted.count {
            guard let found = self[place...(count - wanted.count)].firstIndex(of: first) else { return nil }
            if self[found..<found + wanted.count].elementsEqual(wanted) { return found }
            place = found + 1
        }
        return nil
    }
}
