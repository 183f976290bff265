import CasusCore

extension Analysis {
    /// The analysis as CoNLL-U, one block a sentence; features, enhanced graph and joined words ("don't") are left out.
    package func conllu() -> String {
        var output = ""
        for (number, sentence) in sentences.enumerated() {
            output += "# sent_id = \(number + 1)\n"
            let line = text.string(sentence.start..<sentence.end).split(whereSeparator: \.isNewline).joined(separator: " ")
            output += "# text = \(line)\n"
            for index in sentence.tokens {
                let token = tokens[index]
                let head = token.head < 0 ? 0 : Int(token.head) - sentence.tokens.lowerBound + 1
                let isJoined = index + 1 < sentence.tokens.upperBound && tokens[index + 1].start == token.end
                output +=
                    "\(index - sentence.tokens.lowerBound + 1)\t\(word(index))\t\(lemma(index))\t\(token.upos.name)\t\(token.xpos.name)\t_\t"
                output += "\(head)\t\(token.relation.name)\t_\t\(isJoined ? "SpaceAfter=No" : "_")\n"
            }
            output += "\n"
        }
        return output
    }
}
