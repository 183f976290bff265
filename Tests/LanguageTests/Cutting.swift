import CasusCore
import Language

/// Whether tokens are in order, apart and whole characters, leave nothing but space between them, and sentences hold them all.
func isCut(_ text: Text, _ sentences: [Sentence], _ tokens: [Token]) -> Bool {
    let bytes = text.bytes
    var end = 0
    for token in tokens {
        let (start, next) = (Int(token.start), Int(token.end))
        guard start >= end, next > start, next <= bytes.count, isSpace(bytes[end..<start]) else { return false }
        guard bytes[start] & 0xC0 != 0x80, next == bytes.count || bytes[next] & 0xC0 != 0x80 else { return false }
        end = next
    }
    guard isSpace(bytes[end...]) else { return false }
    var next = 0
    for (index, sentence) in sentences.enumerated() {
        guard sentence.tokens.lowerBound == next, sentence.tokens.upperBound > next else { return false }
        next = sentence.tokens.upperBound
        guard next <= tokens.count, sentence.start == Int(tokens[sentence.tokens.lowerBound].start),
            sentence.end == Int(tokens[next - 1].end), tokens[sentence.tokens].allSatisfy({ Int($0.sentence) == index })
        else { return false }
    }
    return next == tokens.count
}

private func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 <= 32 || $0 == 127 }) { return true }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
        $0.value <= 32 || $0.properties.isWhitespace || $0.value == 127 || $0.value == 0xFEFF || $0.value == 0xAD
            || (0x2000...0x200F).contains($0.value) || (0x2028...0x2060).contains($0.value)
    }
}
