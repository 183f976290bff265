import Answers
import CasusCore

/// A mend as a client over a network can follow it: questions by their addresses, parameters as a query has them.
enum Hint {
    /// "write casus dossier RUS PRK" becomes "write /api/v1/dossier?state=RUS&state=PRK"; "give --attacked STATE" becomes
    /// "give attacked=STATE".
    static func forNetwork(_ mend: String) -> String {
        var words = mend.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
        var told: [String] = []
        while let word = words.popFirst() {
            if word == "casus" {
                told.append(address(&words))
            } else if word.hasPrefix("--") {
                told.append(pair(word, &words) ?? String(word.dropFirst(2)))
            } else {
                told.append(word)
            }
        }
        return told.joined(separator: " ")
    }

    /// Of the words behind "casus" as many as make a question.
    private static func address(_ words: inout ArraySlice<String>) -> String {
        let named = Operation.all.filter { words.starts(with: $0.inquiry.name.split(separator: " ").map(String.init)) }
        guard let operation = named.max(by: { $0.inquiry.name.count < $1.inquiry.name.count }) else {
            return Operation.base + (words.popFirst() ?? "")
        }
        words = words.dropFirst(operation.inquiry.name.split(separator: " ").count)
        var items: [String] = []
        while let word = words.first {
            if word.hasPrefix("--") {
                words.removeFirst()
                items.append(pair(word, &words) ?? String(word.dropFirst(2)) + "=true")
            } else if let name = operation.inquiry.words?.parameter.name, isValue(word) {
                words.removeFirst()
                items.append(name + "=" + word)
            } else {
                break
            }
        }
        return operation.path + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    }

    /// `--attacked STATE` as `attacked=STATE`; nil of a switch.
    private static func pair(_ flag: String, _ words: inout ArraySlice<String>) -> String? {
        guard let value = words.first, isValue(value) || value.contains("=") else { return nil }
        words.removeFirst()
        return flag.dropFirst(2) + "=" + value
    }

    /// Codes, days and placeholders, not words of a sentence.
    private static func isValue(_ word: String) -> Bool {
        word.contains { $0.isNumber }
            || word.count > 1 && word.allSatisfy { $0.isUppercase || !$0.isLetter } && word.contains { $0.isLetter }
    }
}

extension Problem {
    var forNetwork: Problem {
        var problem = self
        problem.place = place.map { $0.hasPrefix("--") ? String($0.dropFirst(2)) : $0 }
        problem.mend = mend.map(Hint.forNetwork)
        return problem
    }
}
