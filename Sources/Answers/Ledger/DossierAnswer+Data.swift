package import CasusCore
import Collating
import Treaties

extension DossierAnswer {
    package var rows: Rows {
        Rows(
            ["section"] + TimelineAnswer.Entry.columns + SourceColumns.names,
            sections.flatMap { section in
                section.entries.flatMap { entry in
                    entry.kept.map { [section.key] + entry.cells($0) + SourceColumns.cells($0) }
                }
            })
    }

    package var table: Rows {
        Rows(
            ["section", "date", "what", "statement"],
            sections.flatMap { section in
                section.entries.map { entry in
                    let date = entry.date?.description ?? entry.reported.map { "(\($0))" } ?? ""
                    let text = Rows.cut(entry.text, to: 90)
                    return [section.key, date, text, String(entry.kept[0].id.prefix(8))]
                }
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("sides", sides.map(\.code))
            json.field("on", day.description)
            json.key("pacts")
            if areTreatiesKnown { pacts.write(to: &json) } else { json.null() }
            json.key("duties")
            json.array(duties) { json, it in
                json.object { json in
                    json.field("debtor", it.debtor)
                    json.field("creditor", it.creditor)
                    json.field("treaty", it.treaty.id)
                    json.field("article", it.duty.article)
                    json.field("kind", it.duty.kind.rawValue)
                    json.field("modality", it.duty.modality.rawValue)
                    json.field("gist", it.duty.gist)
                }
            }
            json.key("instruments")
            json.array(instruments) { json, it in
                json.object { json in
                    json.field("name", it.name)
                    json.field("parties", it.parties)
                    json.field("stage", it.stage?.rawValue)
                    json.field("signed", it.signed?.description)
                    json.field("treaty", it.treaty)
                    json.field("text_seen", it.treaty != nil)
                    json.field("spheres", it.spheres)
                    json.key("replaces")
                    json.array(it.replaced) { json, old in
                        json.object { json in
                            json.field("date", old.told.date?.description)
                            json.field("treaty", old.treaty)
                            json.field("text", old.told.text)
                        }
                    }
                    json.field("statements", it.statements.map(\.id))
                }
            }
            json.field("shown", shown)
            json.field("total", total)
            json.field("total_exact", isTotalExact)
            json.field("next", next)
            json.key("sections")
            json.object { json in
                for section in sections {
                    json.key(section.key)
                    json.array(section.entries) { json, entry in entry.write(to: &json) }
                }
            }
        }
    }

    package func lines() -> String {
        sections.flatMap { section in
            section.entries.map { entry in
                var json = JSONWriter()
                json.object { json in
                    json.field("section", section.key)
                    json.key("entry")
                    entry.write(to: &json)
                }
                return json.string + "\n"
            }
        }.joined()
    }
}
