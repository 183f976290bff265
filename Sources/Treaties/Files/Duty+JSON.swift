package import CasusCore

extension Duty {
    package init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: [
            "kind", "article", "gist", "debtors", "creditors", "from", "to", "trigger", "modality", "latitude", "discretion", "process",
            "determined_by", "means", "nuclear", "exceptions", "source", "doubt",
        ])
        kind = try object.requiredWord("kind")
        article = try object.optionalText("article")
        gist = try object.text("gist")
        debtors = try object.side("debtors")
        creditors = try object.side("creditors")
        from = try object.date("from")
        to = try object.date("to")
        trigger = try object["trigger"].map { value throws(Problem) in try Trigger(value) }
        modality = try object.word("modality") ?? .duty
        latitude = try object.word("latitude")
        discretion = try object.optionalText("discretion")
        let process: Process? = try object.word("process")
        isConstitutional = process == .constitutional
        determinedBy = try object.word("determined_by") ?? .unstated
        means = try object.words("means")
        nuclear = try object.word("nuclear") ?? .unstated
        exceptions = try object.list("exceptions") { value throws(Problem) in try Exception(value) }
        source = try object.source()
        doubt = try object.optionalText("doubt")
        if trigger == nil, kind.isHelp {
            throw json.problem("a promise of \(kind.rawValue) without a trigger", mend: "add \"trigger\": {\"act\": [\"attack\"]}")
        }
    }

    private enum Process: String, CaseIterable { case constitutional }
}

extension Duty.Exception {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["states", "from", "to", "effect", "condition", "gist", "source"])
        states = try object.states("states")
        if states.isEmpty { throw json.problem("an exception for no state", mend: "add \"states\"") }
        from = try object.date("from")
        to = try object.date("to")
        effect = try object.requiredWord("effect")
        condition = try object.optionalText("condition").map { Condition(key: $0) }
        gist = try object.text("gist")
        source = try object.source()
        if (effect == .condition) != (condition != nil) {
            throw json.problem(
                "effect \(effect.rawValue) \(condition == nil ? "without" : "with") a condition",
                mend: "a condition goes with \"effect\": \"condition\", and only with it")
        }
    }
}

extension Trigger {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["act", "attacker", "object", "area", "conditions"])
        acts = try object.words("act")
        if acts.isEmpty { throw json.problem("names no act", mend: "add \"act\": [\"attack\"]") }
        opponent = try object["attacker"].map { value throws(Problem) in try Opponent(value) } ?? .unstated
        objects = try object.words("object")
        area = try object.optionalText("area")
        conditions = try object.texts("conditions").map { Condition(key: $0) }
    }
}

extension Trigger.Opponent {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        if json.kind == .string {
            let word: Word = try json.word()
            switch word {
            case .any: self = .any
            case .outside: self = .outside
            case .unstated: self = .unstated
            }
            return
        }
        let object = try json.object(known: ["named", "not", "outside", "at_least", "supported_by"])
        self = .states(
            Trigger.States(
                named: try object.states("named"), not: try object.states("not"),
                outside: try object["outside"].map { value throws(Problem) in try value.flag() } ?? false,
                atLeast: try object["at_least"].map { value throws(Problem) in try value.integer(in: 2...200) } ?? 1,
                supportedBy: try object.states("supported_by")))
    }

    private enum Word: String, CaseIterable { case any, outside, unstated }
}
