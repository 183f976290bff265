import CasusCore

/// Reading the kinds of fields that a treaty file has.
extension JSONObject {
    func text(_ name: String) throws(Problem) -> String {
        try required(name).nonEmptyString()
    }

    func optionalText(_ name: String) throws(Problem) -> String? {
        guard let field = self[name] else { return nil }
        return try field.nonEmptyString()
    }

    func texts(_ name: String) throws(Problem) -> [String] {
        guard let field = self[name] else { return [] }
        return try field.strings()
    }

    func date(_ name: String) throws(Problem) -> EDTF? {
        guard let field = self[name] else { return nil }
        let text = try field.string()
        guard let date = EDTF(text), !text.contains("/") else {
            throw field.problem("\(text) is no EDTF date", mend: "write 2024-06-19, 2024-06, 1961 or 1961~")
        }
        return date
    }

    func requiredDate(_ name: String) throws(Problem) -> EDTF {
        _ = try required(name)
        return try date(name)!
    }

    /// One of the words of a vocabulary.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(Problem) -> Word? where Word.RawValue == String {
        guard let field = self[name] else { return nil }
        return try field.word()
    }

    func requiredWord<Word: RawRepresentable & CaseIterable>(_ name: String) throws(Problem) -> Word where Word.RawValue == String {
        try required(name).word()
    }

    func words<Word: RawRepresentable & CaseIterable>(_ name: String) throws(Problem) -> [Word] where Word.RawValue == String {
        guard let field = self[name] else { return [] }
        return try field.map { value throws(Problem) in try value.word() }
    }

    func states(_ name: String) throws(Problem) -> [String] {
        guard let field = self[name] else { return [] }
        return try field.map { value throws(Problem) in try value.state() }
    }

    func side(_ name: String) throws(Problem) -> Side {
        guard let field = self[name] else { return .parties }
        if field.kind == .string {
            guard try field.string() == "parties" else {
                throw field.problem("is neither \"parties\" nor a list of states", mend: "write \"parties\" or [\"FRA\", \"GBR\"]")
            }
            return .parties
        }
        let states = try field.map { value throws(Problem) in try value.state() }
        if states.isEmpty { throw field.problem("names no state", mend: "name one, or leave \(name) out") }
        return .states(states)
    }

    /// The keys of the works that a fact comes from.
    func source() throws(Problem) -> [String] {
        let field = try required("source")
        return field.kind == .string ? [try field.string()] : try field.strings()
    }

    /// What stands in a list of objects.
    func list<Item>(_ name: String, _ read: (JSONValue) throws(Problem) -> Item) throws(Problem) -> [Item] {
        guard let field = self[name] else { return [] }
        return try field.map(read)
    }
}

extension JSONValue {
    func map<Item>(_ read: (JSONValue) throws(Problem) -> Item) throws(Problem) -> [Item] {
        var items: [Item] = []
        for value in try array() { items.append(try read(value)) }
        return items
    }

    func integer(in range: ClosedRange<Int>) throws(Problem) -> Int {
        let number = try integer()
        guard range.contains(number) else {
            throw problem("\(number) is not from \(range.lowerBound) to \(range.upperBound)", mend: "mend the number")
        }
        return number
    }

    func nonEmptyString() throws(Problem) -> String {
        let text = try string()
        if text.allSatisfy(\.isWhitespace) { throw problem("is empty", mend: "fill it in, or write null") }
        return text
    }

    func word<Word: RawRepresentable & CaseIterable>() throws(Problem) -> Word where Word.RawValue == String {
        let text = try string()
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let mend = meant(by: text, among: words).map { "did you mean \($0)?" }
        throw problem("there is no such word: \(text)", mend: mend ?? "one of " + words.joined(separator: ", "))
    }

    /// A code of states.csv by its form; whether there is such a state is for the check.
    func state() throws(Problem) -> String {
        let code = try string()
        let isAlpha3 = code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
        if !isAlpha3, !code.hasPrefix("cow-"), !code.hasPrefix("gw-") {
            throw problem("\(code) is no code of a state", mend: "write an alpha-3 code, such as FRA, or cow-300")
        }
        return code
    }
}
