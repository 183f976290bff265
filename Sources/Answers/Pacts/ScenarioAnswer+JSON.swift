package import CasusCore
import Pacts
import Treaties
import WhosWho

/// The JSON of `casus bound` and `casus scenario`; every key is always there.
extension ScenarioAnswer {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("acts")
            json.array(outcome.acts.enumerated()) { json, item in write(item.element, nature: outcome.natures[item.offset], to: &json) }
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
                json.key("source")
                json.value("curated")
                json.key("instruments")
                json.value(gazetteer.book.treaties.count)
                json.key("from")
                json.value(gazetteer.book.coverage.lowerBound.description)
                json.key("to")
                json.value(gazetteer.book.coverage.upperBound.description)
            }
        }
    }

    /// One answer a line, with its act.
    package func lines() -> String {
        outcome.answers.map { answer in
            var json = JSONWriter()
            write(answer, to: &json)
            return json.string + "\n"
        }.joined()
    }

    private func write(_ act: Act, nature: Nature, to json: inout JSONWriter) {
        json.object { json in
            json.key("attacker")
            json.value(act.attackers.count == 1 ? code(act.attackers[0]) : nil)
            json.key("attackers")
            json.array(act.attackers) { json, participant in json.value(code(participant)) }
            json.key("act")
            json.value(act.kind.rawValue)
            json.key("victim")
            json.value(act.victim)
            json.key("on")
            json.value(act.on.description)
            json.key("where")
            json.value(ActWords.place(act))
            json.key("object")
            json.value(act.object.rawValue)
            json.key("helps")
            json.value(act.helps)
            json.key("nature")
            switch nature {
            case .aggression: json.value("aggression")
            case .selfDefence: json.value("self-defence")
            case .aid: json.value("aid")
            }
            json.key("facts")
            json.object { json in
                for key in act.facts.keys {
                    json.key(key)
                    json.truth(act.facts[key] ?? .unknown)
                }
            }
            json.key("assumed")
            json.array(act.assumed) { json, assumption in json.value(assumption.rawValue) }
            json.key("escalation")
            json.value(act.isEscalation)
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
            json.key("act")
            json.value(answer.act)
            json.key("state")
            write(state: answer.state, on: day, to: &json)
            json.key("to")
            json.value(answer.to)
            json.key("duty")
            json.value(answer.duty.kind.rawValue)
            json.key("verdict")
            json.value(answer.verdict.rawValue)
            json.key("treaty")
            json.value(answer.treaty.id)
            json.key("title")
            json.value(answer.treaty.title)
            json.key("article")
            json.value(answer.duty.article)
            json.key("gist")
            json.value(answer.duty.gist)
            json.key("discretion")
            json.value(answer.duty.discretion)
            json.key("latitude")
            json.value(answer.duty.latitude?.rawValue)
            json.key("determined_by")
            json.value(answer.duty.determinedBy.rawValue)
            json.key("means")
            json.array(answer.duty.means) { json, means in json.value(means.rawValue) }
            json.key("nuclear")
            json.value(answer.duty.nuclear.rawValue)
            json.key("force")
            json.value(answer.treaty.force.rawValue)
            json.key("depends_on")
            json.array(answer.dependsOn) { json, condition in json.value(condition.description) }
            json.key("doubts")
            json.array(answer.doubts) { json, doubt in json.value(doubt) }
            json.key("proof")
            write(proof: answer, to: &json)
        }
    }

    private func write(proof answer: Answer, to json: inout JSONWriter) {
        let words = words(answer)
        json.array(answer.proof) { json, check in
            json.object { json in
                json.key("check")
                json.value(words.title(check))
                json.key("holds")
                json.truth(check.holds)
                json.key("detail")
                json.value(words.detail(check))
                json.key("assumed")
                json.value(check.isAssumed)
                json.key("source")
                json.value(references(check, answer.treaty).joined(separator: " "))
            }
        }
    }

    private func write(_ miss: Miss, to json: inout JSONWriter) {
        let act = outcome.acts[miss.act]
        json.object { json in
            json.key("act")
            json.value(miss.act)
            json.key("state")
            write(state: miss.state, on: act.on, to: &json)
            json.key("to")
            json.value(miss.to)
            json.key("verdict")
            json.value(Verdict.notBound.rawValue)
            json.key("why")
            json.value(why(miss))
            json.key("treaty")
            json.value(miss.treaty.id)
            json.key("article")
            json.value(miss.duty?.article)
            json.key("duty")
            json.value(miss.duty?.kind.rawValue)
            json.key("source")
            json.value(miss.references.joined(separator: " "))
            json.key("proof")
            switch miss.reason {
            case .failed(let answer), .lesser(let answer): write(proof: answer, to: &json)
            default: json.array([Int]()) { $0.value($1) }
            }
        }
    }

    private func write(_ conflict: Conflict, to json: inout JSONWriter) {
        let day = outcome.acts[conflict.act].on
        json.object { json in
            json.key("act")
            json.value(conflict.act)
            json.key("kind")
            json.value(conflict.kind.rawValue)
            json.key("state")
            write(state: conflict.state, on: day, to: &json)
            json.key("towards")
            json.value(conflict.towards)
            json.key("treaties")
            json.array(conflict.bonds) { json, bond in json.value(bond.treaty.id) }
            json.key("articles")
            json.array(conflict.bonds) { json, bond in json.value(bond.duty.article) }
            json.key("why")
            json.value(why(conflict))
        }
    }

    private func write(state code: String, on day: Day, to json: inout JSONWriter) {
        let state = gazetteer.who.state(code)
        json.object { json in
            json.key("code")
            json.value(code)
            json.key("cow")
            json.value(state?.cow(on: day))
            json.key("gw")
            json.value(state?.gw(on: day))
            json.key("name")
            json.value(gazetteer.name(code, on: day))
        }
    }
}

extension JSONWriter {
    /// true, false, or null where it is unknown.
    mutating func truth(_ value: Truth) {
        if let known = value.known { self.value(known) } else { null() }
    }
}
