/// The parts of a form with a file, as RFC 7578 has them.
struct Multipart {
    private(set) var fields: [String: [UInt8]] = [:]

    /// - Parameter type: the request's own, which names the boundary.
    init(_ body: [UInt8], type: String) throws(Refusal) {
        guard let mark = type.lowercased().firstRange(of: "boundary=") else { throw Multipart.broken }
        // The lower case of what precedes may be longer: counted from the end.
        let rest = type.suffix(type.lowercased()[mark.upperBound...].count)
        let boundary = rest.prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw Multipart.broken }
        let line = Array(("--" + boundary).utf8)
        var place = body.startIndex
        var count = 0
        guard var start = body.next(line, from: place) else { throw Multipart.broken }
        while true {
            place = start + line.count
            // Two hyphens end the last part.
            if body[place...].starts(with: "--".utf8) { return }
            guard let end = body.next(Array("\r\n".utf8) + line, from: place) else { throw Multipart.broken }
            count += 1
            if count > Multipart.most { throw Refusal(.badRequest, "the form has more than \(Multipart.most) parts", mend: "send fewer") }
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

    private static let most = 1000

    private static let broken = Refusal(
        .badRequest, "the form is broken off or not one", mend: "send multipart/form-data with its boundary")
}

extension [UInt8] {
    /// Where some bytes come next.
    fileprivate func next(_ wanted: [UInt8], from start: Int) -> Int? {
        guard let last = wanted.last else { return nil }
        // How far to go on from a byte that is not the last of those wanted.
        var steps = [Int](repeating: wanted.count, count: 256)
        for (index, byte) in wanted.dropLast().enumerated() { steps[Int(byte)] = wanted.count - 1 - index }
        var end = start + wanted.count - 1
        while end < count {
            if self[end] == last, self[(end - wanted.count + 1)...end].elementsEqual(wanted) { return end - wanted.count + 1 }
            end += steps[Int(self[end])]
        }
        return nil
    }
}
