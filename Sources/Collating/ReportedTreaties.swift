import CasusCore
package import Treaties

extension Collation {
    /// The instruments that reports tell of and no curated treaty is: as far as reports say what they hold.
    ///
    /// Their text counts as unpublished, so that whoever may owe something under them is never bound, but depends on what the text says.
    package func reportedTreaties() -> [Treaty] {
        var taken: Set<String> = []
        return instruments.compactMap { instrument in
            guard instrument.treaty == nil, let treaty = reported(instrument), taken.insert(treaty.id).inserted else { return nil }
            return treaty
        }
    }

    private func reported(_ instrument: Instrument) -> Treaty? {
        guard let stage = instrument.stage, [.signed, .ratified, .inForce].contains(stage) else { return nil }
        let facts = instrument.statements.filter { $0.agreement?.status == .actual }
        let states = Set(facts.flatMap { $0.agreement!.parties }.filter(\.isState).compactMap(\.code)).sorted()
        let others = facts.contains { $0.agreement!.parties.contains { !$0.isState } }
        guard states.count > 1, !others, let signed = instrument.signed ?? firstReport(facts) else { return nil }
        // Files know plain dates only; what a report leaves open is a range, and is set here.
        guard var treaty = try? Treaty(json: json(instrument, facts, states), file: "reported") else { return nil }
        // Of what no report calls in force nobody knows whether it is, from the day on which it was signed.
        let earliest = signed.latest ?? facts.compactMap(\.published).min()
        (treaty.signed, treaty.inForce) = (signed, inForce(facts, signed) ?? earliest.flatMap { EDTF("\($0)/..") })
        return treaty
    }

    /// Where nobody says when it was signed: at some time until the first report of it.
    private func firstReport(_ facts: [Kept]) -> EDTF? {
        facts.compactMap(\.published).min().flatMap { EDTF("../" + $0.description) }
    }

    private func json(_ instrument: Instrument, _ facts: [Kept], _ states: [String]) -> [UInt8] {
        let publications = Collation.publications(of: facts)
        let keys = publications.indices.map { "report-\($0 + 1)" }
        let day = instrument.signed?.description ?? publications.first?.published?.description ?? "undated"
        let isDated = instrument.signed != nil
        var json = JSONWriter()
        json.object { json in
            json.field("id", (["reported"] + states.map { $0.lowercased() } + [Collation.plain(day)]).joined(separator: "-"))
            json.field("title", instrument.name + " (reported)")
            json.field("force", "treaty")
            json.field("signed", "2000")  // Set by the caller, as exactly as it is known.
            json.field("text", "unpublished")
            json.key("parties")
            json.array([states]) { json, states in
                json.object { json in
                    json.field("states", states)
                    json.field("source", keys)
                }
            }
            json.key("duties")
            json.array(Collation.duties(of: facts, publications)) { json, duty in
                json.object { json in
                    json.field("kind", duty.told.kind.rawValue)
                    json.field("gist", "as reported: " + (duty.told.trigger ?? duty.told.kind.rawValue))
                    if duty.told.kind.isHelp {
                        json.key("trigger")
                        json.object { $0.field("act", ["attack"]) }
                    }
                    json.field("source", [keys[duty.source]])
                    json.field("doubt", "known from reports only")
                }
            }
            json.field("doubt", "known from reports only" + (isDated ? "" : "; the day of its signing is not reported"))
            json.field("source", keys)
            json.key("sources")
            json.object { json in
                for (key, publication) in zip(keys, publications) {
                    json.key(key)
                    json.object { json in
                        json.field("cite", Collation.cite(publication))
                        json.field("url", publication.url)
                        json.field("seen", true)
                    }
                }
            }
        }
        return json.bytes
    }

    /// The first day in force, only where a report says that it is in force: at the latest when that was published.
    private func inForce(_ facts: [Kept], _ signed: EDTF) -> EDTF? {
        let days = facts.filter { $0.agreement!.stage == .inForce }.compactMap(\.published)
        guard let told = days.min() else { return nil }
        guard let from = signed.earliest, from < told else { return EDTF("../" + told.description) }
        return EDTF(from: from, to: told)
    }

    /// The reports, each once, in the order of their publication.
    private static func publications(of facts: [Kept]) -> [Publication] {
        var seen: Set<String> = []
        return facts.map(\.publication).filter { seen.insert($0.key).inserted }
            .sorted { ($0.published?.number ?? .max, $0.key) < ($1.published?.number ?? .max, $1.key) }
    }

    /// Each promise once a kind and condition, with the place of the report that tells of it.
    private static func duties(of facts: [Kept], _ publications: [Publication]) -> [(told: Agreement.Duty, source: Int)] {
        struct Key: Hashable {
            let kind: DutyKind
            let trigger: String?
        }
        var seen: Set<Key> = []
        var duties: [(told: Agreement.Duty, source: Int)] = []
        for kept in facts {
            let source = publications.firstIndex { $0.key == kept.publication.key }!
            for duty in kept.agreement!.duties where seen.insert(Key(kind: duty.kind, trigger: duty.trigger)).inserted {
                duties.append((duty, source))
            }
        }
        return duties
    }

    private static func cite(_ publication: Publication) -> String {
        let parts = [publication.publisher, publication.title, publication.published?.description].compactMap(\.self)
        return parts.isEmpty ? publication.name : parts.joined(separator: ", ")
    }

    /// A date as part of an id.
    private static func plain(_ date: String) -> String {
        String(date.map { $0.isNumber || $0 == "-" ? $0 : $0 == "/" ? "_" : "x" })
    }
}

extension Actor {
    /// Whether it is a state, or the government of one.
    fileprivate var isState: Bool { cow != nil && code != nil && (sector == nil || sector == "GOV") }
}
