public import CasusCore

extension Treaty {
    /// Reads one file of `Data/treaties`.
    ///
    /// - Parameter file: the name that problems give as their place.
    /// - Throws: `Problem(.data)` with file, line, field and mend of the first thing that is not as the schema wants it.
    public init(json bytes: [UInt8], file: String) throws(Problem) {
        try self.init(try JSONTree(bytes, file: file).root)
    }

    package init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: [
            "id", "title", "also", "force", "signed", "place", "in_force", "ended", "text", "published", "parties", "signatories",
            "contested", "duties", "articles", "supersedes", "often_assumed", "atop", "note", "doubt", "source", "sources",
        ])
        id = try object.text("id")
        title = try object.text("title")
        also = try object.texts("also")
        force = try object.requiredWord("force")
        signed = try object.requiredDate("signed")
        place = try object.optionalText("place")
        inForce = try object.date("in_force")
        ended = try object["ended"].map { value throws(Problem) in try End(value) }
        text = try object.requiredWord("text")
        published = try object.date("published")
        let rows = try object.required("parties").map { value throws(Problem) in try Party.read(value) }
        parties = rows.flatMap(\.self)
        signatories = try object.states("signatories")
        contests = try object.list("contested") { value throws(Problem) in try Contest(value) }
        duties = try object.required("duties").map { value throws(Problem) in try Duty(value) }
        articles = try object.list("articles") { value throws(Problem) in try Article(value) }
        supersedes = try object.list("supersedes") { value throws(Problem) in try Link(value) }
        oftenAssumed = try object.list("often_assumed") { value throws(Problem) in try Assumption(value) }
        atop = try object["atop"].map { value throws(Problem) in try value.integer() }
        note = try object.optionalText("note")
        doubt = try object.optionalText("doubt")
        source = try object.source()
        sources = try Treaty.sources(try object.required("sources"))
    }

    private static func sources(_ json: JSONValue) throws(Problem) -> [Source] {
        var sources: [Source] = []
        for (key, value) in try json.members() {
            let object = try value.object(known: ["cite", "url", "seen"])
            let url = try object.optionalText("url")
            sources.append(
                Source(key: key, cite: try object.text("cite"), url: url, seen: try object.required("seen").flag()))
        }
        return sources
    }
}

extension Treaty.End {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["on", "how", "gist", "source", "doubt"])
        on = try object.requiredDate("on")
        how = try object.requiredWord("how")
        gist = try object.optionalText("gist")
        source = try object.source()
        doubt = try object.optionalText("doubt")
    }
}

extension Treaty.Contest {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["from", "to", "gist", "readings", "source"])
        from = try object.requiredDate("from")
        to = try object.date("to")
        gist = try object.text("gist")
        readings = try object.list("readings") { value throws(Problem) in
            let reading = try value.object(known: ["by", "holds", "gist"])
            return Reading(
                by: try reading.text("by"), holds: try reading.required("holds").flag(), gist: try reading.optionalText("gist"))
        }
        source = try object.source()
    }
}

extension Treaty.Article {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["article", "gist"])
        article = try object.text("article")
        gist = try object.text("gist")
    }
}

extension Treaty.Link {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["treaty", "how", "gist", "source", "doubt"])
        treaty = try object.text("treaty")
        how = try object.requiredWord("how")
        gist = try object.optionalText("gist")
        source = try object.source()
        doubt = try object.optionalText("doubt")
    }
}

extension Treaty.Assumption {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["debtors", "creditors", "from", "to", "why", "source"])
        debtors = try object.side("debtors")
        creditors = try object.side("creditors")
        from = try object.date("from")
        to = try object.date("to")
        why = try object.text("why")
        source = try object.source()
    }
}

extension Party {
    /// One row a state: a row of the file may name several.
    fileprivate static func read(_ json: JSONValue) throws(Problem) -> [Party] {
        let object = try json.object(known: ["state", "states", "from", "entry", "to", "exit", "legs", "source", "doubt"])
        let states = if let state = object["state"] { [try state.state()] } else { try object.states("states") }
        if states.isEmpty { throw json.problem("names no state", mend: "add \"state\" or \"states\"") }
        if object["state"] != nil, object["states"] != nil {
            throw json.problem("has both state and states", mend: "keep one of them")
        }
        let legs = try object.list("legs") { value throws(Problem) in try Leg(value) }
        var parties: [Party] = []
        for state in states {
            parties.append(
                Party(
                    state: state, from: try object.date("from"), entry: try object.word("entry"), to: try object.date("to"),
                    exit: try object.word("exit"), legs: legs, source: try object.source(), doubt: try object.optionalText("doubt")))
        }
        return parties
    }
}

extension Party.Leg {
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let object = try json.object(known: ["is", "owed", "with", "from", "to", "gist", "source"])
        `is` = try object.requiredWord("is")
        owed = try object.word("owed") ?? .both
        with = try object.states("with")
        from = try object.requiredDate("from")
        to = try object.date("to")
        gist = try object.text("gist")
        source = try object.source()
    }
}
