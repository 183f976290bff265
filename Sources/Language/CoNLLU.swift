import CasusCore

extension Analysis {
    /// The sentences in CoNLL-U: ten columns a token, an empty line after each sentence.
    package var conllu: String {
        var lines: [String] = []
        for (number, sentence) in sentences.enumerated() {
            lines.append("# sent_id = \(number + 1)")
            lines.append("# text = " + text.string(sentence.start..<sentence.end).split(whereSeparator: \.isNewline).joined(separator: " "))
            for index in sentence.tokens {
                let token = tokens[index]
                let head = token.head < 0 ? 0 : Int(token.head) - sentence.tokens.lowerBound + 1
                let isGlued = index + 1 < sentence.tokens.upperBound && tokens[index + 1].start == token.end
                lines.append(
                    [
                        String(index - sentence.tokens.lowerBound + 1), word(index), lemma(index), token.upos.name, token.xpos.name, "_", String(head),
                        token.relation.name, "_", isGlued ? "SpaceAfter=No" : "_",
                    ].joined(separator: "\t"))
            }
            lines.append("")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
