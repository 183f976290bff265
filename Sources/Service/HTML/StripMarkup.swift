import Answers
import CasusCore
import Pictures

/// How many acts there were when, cooperative and conflictual: a strip that leads to their days.
struct StripMarkup {
    let visit: Visit
    let strip: Timeline

    /// Nil where there are too few acts to show anything.
    init?(_ answer: TimelineAnswer, _ visit: Visit) {
        let acts = answer.entries.compactMap { entry -> Timeline.Act? in
            guard entry.status == "actual", let day = entry.date?.earliest ?? entry.reported else { return nil }
            switch entry.kept[0].statement {
            case .event(let event): return Timeline.Act(day, event.type.kind)
            case .agreement: return Timeline.Act(day, .cooperation)
            case .claim, .question: return nil
            }
        }
        if acts.count < 5 { return nil }
        (self.visit, strip) = (visit, Timeline(acts, titled: "Acts over time: " + answer.title))
    }

    var file: String { strip.file() }

    func write(in html: inout HTML) {
        let states = visit.query.all("state")
        html.element("figure", ["class": "picture"]) { html in
            html.picture(svg: strip.svg { from, to in visit.links.timeline(states, from: from, to: to) })
        }
    }
}

extension EventType {
    /// Cooperative or conflictual, as PLOVER has its types; an appeal is neither by itself.
    fileprivate var kind: Timeline.Kind {
        switch self {
        case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat: .cooperation
        case .request: .neutral
        case .accuse, .reject, .threaten, .protest, .sanction, .mobilize, .coerce, .assault: .conflict
        }
    }
}
