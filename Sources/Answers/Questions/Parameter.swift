import CasusCore

/// What can be asked of a question beside its words: its name, its values, what it means. The flags of the command line, their help and
/// the parameters of an API derive from it.
package struct Parameter: Sendable {
    package enum Form: Sendable, Equatable {
        /// `2024-06-19`
        case day
        case word
        case number(ClosedRange<Int>)
        case choice([String])
        /// On the command line a flag without a value.
        case toggle
        /// `request=yes`
        case fact
    }

    /// `known-by`
    package let name: String
    package let form: Form
    /// What stands for the value in a help: `DATE`; nil of a toggle.
    package let placeholder: String?
    /// Whether it may be given more than once.
    package let repeats: Bool
    /// Whether the question says nothing without it.
    package let isRequired: Bool
    package let help: String
    /// What a value looks like, for the message about one that does not: "a day, such as 2024-06-19".
    package let expects: String
    /// A value that it takes.
    package let example: String
    /// Takes a value; false where it is none of the parameter's.
    let set: @Sendable (inout Asked, String) -> Bool

    private init(
        _ name: String, _ form: Form, _ placeholder: String?, repeats: Bool = false, isRequired: Bool = false, expects: String,
        example: String, help: String, set: @escaping @Sendable (inout Asked, String) -> Bool
    ) {
        (self.name, self.form, self.placeholder, self.repeats) = (name, form, placeholder, repeats)
        (self.isRequired, self.expects, self.example, self.help, self.set) = (isRequired, expects, example, help, set)
    }

    /// The values, where there are but a few.
    package var choices: [String] {
        switch form {
        case .choice(let words): words
        case .toggle: ["true", "false"]
        case .day, .word, .number, .fact: []
        }
    }

    /// `--known-by DATE`: as the command line has it.
    package var title: String { "--" + name + (placeholder.map { " " + $0 } ?? "") }

    /// Whether a text is one of its values.
    package func accepts(_ text: String) -> Bool {
        var asked = Asked()
        return set(&asked, text)
    }
}

// MARK: The forms

extension Parameter {
    typealias Field<Value> = any WritableKeyPath<Asked, Value> & Sendable

    static func day(_ name: String, _ field: Field<Day?>, help: String) -> Parameter {
        Parameter(name, .day, "DATE", expects: "a day, such as 2024-06-19", example: "2024-06-19", help: help) { asked, text in
            asked[keyPath: field] = Day(iso: text)
            return asked[keyPath: field] != nil
        }
    }

    static func word(
        _ name: String, _ placeholder: String, _ field: Field<String?>, isRequired: Bool = false, expects: String = "a word",
        example: String, help: String
    ) -> Parameter {
        Parameter(name, .word, placeholder, isRequired: isRequired, expects: expects, example: example, help: help) { asked, text in
            asked[keyPath: field] = text
            return !text.isEmpty
        }
    }

    static func words(
        _ name: String, _ placeholder: String, _ field: Field<[String]>, form: Form = .word, expects: String, example: String, help: String
    ) -> Parameter {
        Parameter(name, form, placeholder, repeats: true, expects: expects, example: example, help: help) { asked, text in
            asked[keyPath: field].append(text)
            return !text.isEmpty
        }
    }

    static func number(_ name: String, _ range: ClosedRange<Int>, _ field: Field<Int?>, help: String) -> Parameter {
        let (least, most) = (range.lowerBound, range.upperBound)
        return Parameter(
            name, .number(range), "N", expects: "a number from \(least) to \(most)", example: "\(min(most, max(least, 10)))", help: help
        ) { asked, text in
            guard let number = Int(text), range.contains(number) else { return false }
            asked[keyPath: field] = number
            return true
        }
    }

    static func toggle(_ name: String, _ field: Field<Bool>, help: String) -> Parameter {
        Parameter(name, .toggle, nil, expects: "true or false", example: "true", help: help) { asked, text in
            asked[keyPath: field] = text == "true"
            return text == "true" || text == "false"
        }
    }

    /// One of the words of a type.
    static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ field: Field<Choice?>, help: String
    ) -> Parameter where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        return Parameter(
            name, .choice(words), words.joined(separator: "|"), expects: oneOf(words), example: words[0], help: help
        ) { asked, text in
            asked[keyPath: field] = Choice(rawValue: text)
            return asked[keyPath: field] != nil
        }
    }

    /// Some of a few words.
    static func choices<Choice: Sendable>(
        _ name: String, _ placeholder: String, of words: [String], _ field: Field<[Choice]>, help: String,
        read: @escaping @Sendable (String) -> Choice?
    ) -> Parameter {
        Parameter(
            name, .choice(words), placeholder, repeats: true, expects: oneOf(words), example: words[0], help: help
        ) { asked, text in
            guard let choice = read(text) else { return false }
            asked[keyPath: field].append(choice)
            return true
        }
    }

    private static func oneOf(_ words: [String]) -> String { "one of " + words.joined(separator: ", ") }
}
