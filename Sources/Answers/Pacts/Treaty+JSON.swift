import CasusCore
import Treaties

/// A treaty as JSON: its file's facts, with how it stands on a day.
extension Treaty {
    func write(to json: inout JSONWriter, on day: Day, gazetteer: Gazetteer) {
        json.object { json in
            json.field("id", id)
            json.field("title", title)
            json.field("also", also)
            json.field("force", force.rawValue)
            json.field("signed", signed.description)
            json.field("place", place)
            json.field("in_force", inForce?.description)
            json.field("ended", ended?.on.description)
            json.field("how_ended", ended?.how.rawValue)
            json.field("text", text.rawValue)
            json.field("on", day.description)
            json.key("in_force_on")
            json.truth(contests.contains { $0.covers(day) } ? standing(on: day).holds && .unknown : standing(on: day).holds)
            json.field("standing", TreatyWords(gazetteer: gazetteer, day: day).standing(self))
            json.key("parties")
            json.array(parties) { json, party in write(party, to: &json) }
            json.field("parties_on", parties(on: day))
            json.key("duties")
            json.array(duties) { json, duty in write(duty, day, gazetteer, to: &json) }
            json.key("articles")
            json.array(articles) { json, article in
                json.object { json in
                    json.field("article", article.article)
                    json.field("gist", article.gist)
                }
            }
            json.key("supersedes")
            json.array(supersedes) { json, link in
                json.object { json in
                    json.field("treaty", link.treaty)
                    json.field("how", link.how.rawValue)
                }
            }
            json.key("superseded_by")
            json.array(gazetteer.book.treaties.filter { $0.supersedes.contains { $0.treaty == id } }) { $0.value($1.id) }
            json.key("often_assumed")
            json.array(oftenAssumed) { json, assumption in json.value(assumption.why) }
            json.field("note", note)
            json.field("doubt", doubt)
            json.key("sources")
            json.object { json in
                for source in sources {
                    json.key(source.key)
                    json.object { json in
                        json.field("cite", source.cite)
                        json.field("url", source.url)
                        json.field("seen", source.seen)
                    }
                }
            }
        }
    }

    private func write(_ party: Party, to json: inout JSONWriter) {
        json.object { json in
            json.field("state", party.state)
            json.field("from", (party.from ?? inForce)?.description)
            json.field("to", party.to?.description)
            json.field("entry", party.entry?.rawValue)
            json.field("exit", party.exit?.rawValue)
            json.key("legs")
            json.array(party.legs) { json, leg in
                json.object { json in
                    json.field("is", leg.is.rawValue)
                    json.field("owed", leg.owed.rawValue)
                    json.field("with", leg.with)
                    json.field("from", leg.from.description)
                    json.field("to", leg.to?.description)
                    json.field("gist", leg.gist)
                }
            }
            json.field("doubt", party.doubt)
            json.field("source", party.source.joined(separator: " "))
        }
    }

    private func write(_ duty: Duty, _ day: Day, _ gazetteer: Gazetteer, to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", duty.kind.rawValue)
            json.field("article", duty.article)
            json.field("gist", duty.gist)
            json.key("debtors")
            write(duty.debtors, to: &json)
            json.key("creditors")
            write(duty.creditors, to: &json)
            json.field("from", duty.from?.description)
            json.field("to", duty.to?.description)
            json.field("trigger", duty.trigger.map { TreatyWords(gazetteer: gazetteer, day: day).words($0) })
            json.field("modality", duty.modality.rawValue)
            json.field("latitude", duty.latitude?.rawValue)
            json.field("discretion", duty.discretion)
            json.field("determined_by", duty.determinedBy.rawValue)
            json.field("nuclear", duty.nuclear.rawValue)
            json.field("doubt", duty.doubt)
            json.field("source", duty.source.joined(separator: " "))
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
