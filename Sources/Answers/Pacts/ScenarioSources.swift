package import CasusCore
package import Pacts
import Tables
package import Treaties
import WhosWho

/// The works behind an answer.
extension ScenarioAnswer {
    /// Where a step comes from: works of the treaty, works of the atlas, or the scenario itself.
    package func references(_ check: Check, _ treaty: Treaty) -> [String] {
        switch check.subject {
        case .area(let member?): member.source
        case .title(let holding): holding?.source ?? ["scenario"]
        case .nature: ["scenario"]
        default: check.source.isEmpty ? ["scenario"] : check.source.map { treaty.id + "/" + $0 }
        }
    }

    /// Every work named, in order.
    package var references: [String] {
        var all: Set<String> = []
        for answer in outcome.answers + outcome.misses.compactMap(\.answer) {
            for check in answer.proof { all.formUnion(references(check, answer.treaty)) }
        }
        for miss in outcome.misses { all.formUnion(miss.references) }
        return all.sorted()
    }

    package func writeSource(_ reference: String, to json: inout JSONWriter) {
        let source = gazetteer.work(reference)
        json.object { json in
            json.field("cite", source?.cite)
            json.field("url", source?.url)
            json.field("seen", source?.seen ?? false)
        }
    }
}

extension Gazetteer {
    /// The work that a reference names: a treaty's own, a row of sources.csv, or the scenario itself.
    package func work(_ reference: String) -> Treaty.Source? {
        if reference == "scenario" {
            return Treaty.Source(key: reference, cite: "The acts and facts of the scenario", url: nil, seen: true)
        }
        if let source = book.source(reference) { return source }
        let table = who.tables[.sources]
        guard let row = table.rows(key: reference).first else { return nil }
        let url = table[row, "address"]
        return Treaty.Source(key: reference, cite: table[row, "title"], url: url.isEmpty ? nil : url, seen: true)
    }
}

extension Miss {
    /// The duty that was put to the act, with its proof; nil where none was.
    package var answer: Answer? {
        switch reason {
        case .failed(let answer), .lesser(let answer): answer
        default: nil
        }
    }

    /// The instrument that the reason speaks of.
    package var treaty: Treaty {
        switch reason {
        case .failed(let answer), .lesser(let answer): answer.treaty
        case .assumed(let mistake): mistake.treaty
        case .outOfForce(let dormant): dormant.treaty
        case .attackersAlly(let bond, _): bond.treaty
        }
    }

    package var duty: Duty? {
        switch reason {
        case .failed(let answer), .lesser(let answer): answer.duty
        case .assumed: nil
        case .outOfForce(let dormant): dormant.duty
        case .attackersAlly(let bond, _): bond.duty
        }
    }

    /// The works behind the reason.
    package var references: [String] {
        let keys =
            switch reason {
            case .failed(let answer), .lesser(let answer): answer.duty.source
            case .assumed(let mistake): mistake.assumption.source
            case .outOfForce(let dormant): dormant.standing.source
            case .attackersAlly(let bond, _): bond.duty.source
            }
        return keys.map { treaty.id + "/" + $0 }
    }
}
