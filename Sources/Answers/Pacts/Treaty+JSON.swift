import CasusCore
import Treaties

/// A treaty as JSON: its file's facts, with how it stands on a day.
extension Treaty {
    func write(to json: inout JSONWriter, on day: Day, gazetteer: Gazetteer) {
        json.object { json in
            json.key("id")
            json.value(id)
            json.key("title")
            json.value(title)
            json.key("also")
            json.array(also) { $0.value($1) }
            json.key("force")
            json.value(force.rawValue)
            json.key("signed")
            json.value(signed.description)
            json.key("place")
            json.value(place)
            json.key("in_force")
            json.value(inForce?.description)
            json.key("ended")
            json.value(ended?.on.description)
            json.key("how_ended")
            json.value(ended?.how.rawValue)
            json.key("text")
            json.value(text.rawValue)
            json.key("on")
            json.value(day.description)
            json.key("in_force_on")
            json.truth(contests.contains { $0.covers(day) } ? standing(on: day).holds && .unknown : standing(on: day).holds)
            json.key("standing")
            json.value(TreatyWords(gazetteer: gazetteer, day: day).standing(self))
            json.key("parties")
            json.array(parties) { json, party in write(party, to: &json) }
            json.key("parties_on")
            json.array(parties(on: day)) { $0.value($1) }
            json.key("duties")
            json.array(duties) { json, duty in write(duty, day, gazetteer, to: &json) }
            json.key("articles")
            json.array(articles) { json, article in
                json.object { json in
                    json.key("article")
                    json.value(article.article)
                    json.key("gist")
                    json.value(article.gist)
                }
            }
            json.key("supersedes")
            json.array(supersedes) { json, link in
                json.object { json in
                    json.key("treaty")
                    json.value(link.treaty)
                    json.key("how")
                    json.value(link.how.rawValue)
                }
            }
            json.key("superseded_by")
            json.array(gazetteer.book.treaties.filter { $0.supersedes.contains { $0.treaty == id } }) { $0.value($1.id) }
            json.key("doubt")
            json.value(doubt)
            json.key("sources")
            json.object { json in
                for source in sources {
                    json.key(source.key)
                    json.object { json in
                        json.key("cite")
                        json.value(source.cite)
                        json.key("url")
                        json.value(source.url)
                        json.key("seen")
                        json.value(source.seen)
                    }
                }
            }
        }
    }

    private func write(_ party: Party, to json: inout JSONWriter) {
        json.object { json in
            json.key("state")
            json.value(party.state)
            json.key("from")
            json.value((party.from ?? inForce)?.description)
            json.key("to")
            json.value(party.to?.description)
            json.key("entry")
            json.value(party.entry?.rawValue)
            json.key("exit")
            json.value(party.exit?.rawValue)
            json.key("legs")
            json.array(party.legs) { json, leg in
                json.object { json in
                    json.key("is")
                    json.value(leg.is.rawValue)
                    json.key("owed")
                    json.value(leg.owed.rawValue)
                    json.key("with")
                    json.array(leg.with) { $0.value($1) }
                    json.key("from")
                    json.value(leg.from.description)
                    json.key("to")
                    json.value(leg.to?.description)
                    json.key("gist")
                    json.value(leg.gist)
                }
            }
            json.key("doubt")
            json.value(party.doubt)
            json.key("source")
            json.value(party.source.joined(separator: " "))
        }
    }

    private func write(_ duty: Duty, _ day: Day, _ gazetteer: Gazetteer, to json: inout JSONWriter) {
        json.object { json in
            json.key("kind")
            json.value(duty.kind.rawValue)
            json.key("article")
            json.value(duty.article)
            json.key("gist")
            json.value(duty.gist)
            json.key("debtors")
            write(duty.debtors, to: &json)
            json.key("creditors")
            write(duty.creditors, to: &json)
            json.key("from")
            json.value(duty.from?.description)
            json.key("to")
            json.value(duty.to?.description)
            json.key("trigger")
            json.value(duty.trigger.map { TreatyWords(gazetteer: gazetteer, day: day).words($0) })
            json.key("modality")
            json.value(duty.modality.rawValue)
            json.key("latitude")
            json.value(duty.latitude?.rawValue)
            json.key("discretion")
            json.value(duty.discretion)
            json.key("determined_by")
            json.value(duty.determinedBy.rawValue)
            json.key("nuclear")
            json.value(duty.nuclear.rawValue)
            json.key("doubt")
            json.value(duty.doubt)
            json.key("source")
            json.value(duty.source.joined(separator: " "))
        }
    }

    /// null for all parties.
    private func write(_ side: Side, to json: inout JSONWriter) {
        switch side {
        case .parties: json.null()
        case .states(let states): json.array(states) { $0.value($1) }
        }
    }
}
