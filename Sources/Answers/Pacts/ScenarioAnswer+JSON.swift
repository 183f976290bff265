package import CasusCore
import Pacts
import Treaties
import WhosWho

/// The JSON of `casus bound` and `casus scenario`; every key is always there.
extension ScenarioAnswer {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("acts")
            json.array(outcome.acts.enumerated()) { json, item in
                write(item.element, nature: outcome.isCertain[item.offset] ? outcome.natures[item.offset] : nil, to: &json)
            }
            json.key("answers")
            json.array(outcome.answers) { json, answer in write(answer, to: &json) }
            json.key("not_bound")
            json.array(outcome.misses) { json, miss in write(miss, to: &json) }
            json.key("conflicts")
            json.array(outcome.conflicts) { json, conflict in write(conflict, to: &json) }
            json.key("sources")
            json.object { json in
                for reference in references {
                    json.key(reference)
                    writeSource(reference, to: &json)
                }
            }
            json.key("coverage")
            json.object { json in
                json.field("source", "curated")
                json.field("instruments", gazetteer.book.treaties.count)
                json.field("from", gazetteer.book.coverage.lowerBound.description)
                json.field("to", gazetteer.book.coverage.upperBound.description)
            }
        }
    }

    /// One object a line: answers, then states that are not bound (`verdict` tells them apart), then conflicts (which have a `kind`).
    package func lines() -> String {
        func line(_ write: (inout JSONWriter) -> Void) -> String {
            var json = JSONWriter()
            write(&json)
            return json.string + "\n"
        }
        return outcome.answers.map { answer in line { write(answer, to: &$0) } }.joined()
            + outcome.misses.map { miss in line { write(miss, to: &$0) } }.joined()
            + outcome.conflicts.map { conflict in line { write(conflict, to: &$0) } }.joined()
    }

    private func write(_ act: Act, nature: Nature?, to json: inout JSONWriter) {
        json.object { json in
            json.field("attacker", act.attackers.count == 1 ? code(act.attackers[0]) : nil)
            json.key("attackers")
            json.array(act.attackers) { json, participant in json.value(code(participant)) }
            json.field("act", act.kind.rawValue)
            json.field("victim", act.victim)
            json.field("on", act.on.description)
            json.field("where", ActWords.place(act))
            json.field("object", act.object.rawValue)
            json.field("helps", act.helps)
            json.key("nature")
            switch nature {
            case .aggression: json.value("aggression")
            case .selfDefence: json.value("self-defence")
            case .aid: json.value("aid")
            case nil: json.null()
            }
            json.key("facts")
            json.object { json in
                for key in act.facts.keys {
                    json.key(key)
                    json.truth(act.facts[key] ?? .unknown)
                }
            }
            json.field("assumed", act.assumed.map(\.rawValue))
            json.field("escalation", act.isEscalation)
        }
    }

    private func code(_ participant: Act.Participant) -> String {
        switch participant {
        case .state(let code): code
        case .nonState(let name): name
        }
    }

    func write(_ answer: Answer, to json: inout JSONWriter) {
        let day = outcome.acts[answer.act].on
        json.object { json in
            json.field("act", answer.act)
            json.key("state")
            write(state: answer.state, on: day, to: &json)
            json.field("to", answer.to)
            json.field("duty", answer.duty.kind.rawValue)
            json.field("verdict", answer.verdict.rawValue)
            json.field("treaty", answer.treaty.id)
            json.field("title", answer.treaty.title)
            json.field("article", answer.duty.article)
            json.field("gist", answer.duty.gist)
            json.field("discretion", answer.duty.discretion)
            json.field("latitude", answer.duty.latitude?.rawValue)
            json.field("determined_by", answer.duty.determinedBy.rawValue)
            json.field("means", answer.duty.means.map(\.rawValue))
            json.field("nuclear", answer.duty.nuclear.rawValue)
            json.field("force", answer.treaty.force.rawValue)
            json.field("depends_on", answer.dependsOn.map(\.description))
            json.field("doubts", answer.doubts)
            json.key("proof")
            write(proof: answer, to: &json)
        }
    }

    private func write(proof answer: Answer, to json: inout JSONWriter) {
        let words = words(answer)
        json.array(answer.proof) { json, check in
            json.object { json in
                json.field("check", words.title(check))
                json.key("holds")
                json.truth(check.holds)
                json.field("detail", words.detail(check))
                json.field("assumed", check.isAssumed)
                json.field("source", references(check, answer.treaty).joined(separator: " "))
            }
        }
    }

    private func write(_ miss: Miss, to json: inout JSONWriter) {
        let act = outcome.acts[miss.act]
        json.object { json in
            json.field("act", miss.act)
            json.key("state")
            write(state: miss.state, on: act.on, to: &json)
            json.field("to", miss.to)
            json.field("verdict", Verdict.notBound.rawValue)
            json.field("why", why(miss))
            json.field("treaty", miss.treaty.id)
            json.field("article", miss.duty?.article)
            json.field("duty", miss.duty?.kind.rawValue)
            json.field("source", miss.references.joined(separator: " "))
            json.key("proof")
            if let answer = miss.answer { write(proof: answer, to: &json) } else { json.array([Int]()) { $0.value($1) } }
        }
    }

    private func write(_ conflict: Conflict, to json: inout JSONWriter) {
        let day = outcome.acts[conflict.act].on
        json.object { json in
            json.field("act", conflict.act)
            json.field("kind", conflict.kind.rawValue)
            json.key("state")
            write(state: conflict.state, on: day, to: &json)
            json.field("towards", conflict.towards)
            json.field("certain", conflict.isCertain)
            json.field("treaties", conflict.bonds.map(\.treaty.id))
            json.key("articles")
            json.array(conflict.bonds) { json, bond in json.value(bond.duty.article) }
            json.field("why", why(conflict))
        }
    }

    private func write(state code: String, on day: Day, to json: inout JSONWriter) {
        let state = gazetteer.who.state(code)
        json.object { json in
            json.field("code", code)
            json.field("cow", state?.cow(on: day))
            json.field("gw", state?.gw(on: day))
            json.field("name", gazetteer.name(code, on: day))
        }
    }
}

extension JSONWriter {
    /// true, false, or null where it is unknown.
    mutating func truth(_ value: Truth) {
        if let known = value.known { self.value(known) } else { null() }
    }
}
