package import CasusCore

extension Files {
    /// A file that is read by the line, or for `-` standard input; refused where it is something other than text.
    ///
    /// - Returns: the stream, and what messages call it.
    package static func text(_ word: String, standardInput: ByteStream) throws(Problem) -> (stream: ByteStream, place: String) {
        let place = word == "-" ? "standard input" : word
        if word != "-", try kind(of: word) == .folder { throw Problem(.input, "is a folder", at: word, mend: "give its files") }
        let stream = try word == "-" ? standardInput : open(word).stream
        do throws(Problem) {
            let head = try stream.read(1 << 16)
            if let problem = Alien.problem(head) { throw problem }
            if head.isEmpty { throw Problem(.input, "has no text") }
            stream.unread(head)
        } catch {
            throw Problem(error.kind, error.what, at: place, mend: error.mend)
        }
        return (stream, place)
    }
}
