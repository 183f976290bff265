import CasusCore

/// Whether what a text left open was answered later.
struct QuestionFollowUps {
    private let reports: Reports
    private let later: Later
    /// The events of each document, in the order of the text.
    private var events: [String: [Deed]] = [:]
    /// Agreement records by their parties, in the order of publication.
    private var papers: [[String]: [Kept]] = [:]

    init(_ reports: Reports, _ later: Later) {
        (self.reports, self.later) = (reports, later)
        for deed in reports.deeds { events[deed.document, default: []].append(deed) }
        let all = reports.all
        for (document, deeds) in events {
            events[document] = deeds.sorted { (all[$0.index].statement.origin.span, $0.id) < (all[$1.index].statement.origin.span, $1.id) }
        }
        for kept in all where kept.agreement != nil && kept.published != nil {
            papers[Set(kept.statement.actors.map { Who.key(of: $0) }).sorted(), default: []].append(kept)
        }
        for (parties, kept) in papers {
            papers[parties] = kept.sorted { ($0.published!.number, $0.id) < ($1.published!.number, $1.id) }
        }
    }

    func followUp(of kept: Kept, _ question: Question) -> FollowUp {
        guard let published = kept.published else {
            return FollowUp(of: kept.id, kind: .question, outcome: .open, by: [], why: "its document has no date")
        }
        if question.unspecified {
            if let gap = Gap(question.asks), let answer = fill(gap, kept, published) {
                return FollowUp(of: kept.id, .question, .answered, by: answer, telling: gap.told)
            }
        } else if let answer = answer(to: question, kept, published) {
            let isNo = answer.statement.status == .negated
            return FollowUp(of: kept.id, .question, .answered, by: answer, telling: isNo ? "says that it did not happen" : "tells of it")
        }
        return FollowUp(of: kept.id, kind: .question, outcome: .open, by: [], why: "no later report at hand answers it")
    }

    // MARK: - Whether, what, who

    private func answer(to question: Question, _ kept: Kept, _ published: Day) -> Kept? {
        let span = kept.statement.origin.span
        for prospect in events[kept.publication.key] ?? [] where prospect.phase == .prospect {
            let own = reports.all[prospect.index].statement.origin.span
            guard own.start < span.end, span.start < own.end, let plan = Plan([prospect], in: reports), isTelling(prospect) else {
                continue
            }
            let acts = later.deeds(of: plan.sides)
            if let found = acts.first(where: { isSettled($0) && plan.isSameAct($0) && plan.isInTime($0) && agreeInThings($0, prospect) }) {
                return reports.all[found.index]
            }
        }
        let about = orderedKeys(question.about)
        let words = contentWords(of: question)
        guard !about.isEmpty, words.count >= 2 else { return nil }
        let isPast = Words.split(question.asks).contains { ["had", "has", "have", "was", "were", "did"].contains($0) }
        for deed in later.deeds(of: about.sorted()) {
            guard let told = deed.published, told >= published, deed.document != kept.publication.key, isSettled(deed), !isOnlyWords(deed)
            else { continue }
            if about.count > 1, deed.isDirected, !deed.targets.isEmpty, !deed.doers.keys.contains(about[0]) { continue }
            if about.count == 1, !deed.doers.keys.contains(about[0]) { continue }
            if !isPast, let last = deed.last, last < published { continue }
            if deed.dating == .unknown || deed.dating == .coarse { continue }
            if matches(reports.all[deed.index], words) { return reports.all[deed.index] }
        }
        for paper in papers[about.sorted()] ?? [] {
            guard about.count > 1, paper.published! >= published, paper.publication.key != kept.publication.key,
                let agreement = paper.agreement,
                agreement.status == .actual || agreement.status == .negated
            else { continue }
            if !isPast, let last = agreement.signed?.latest, last < published { continue }
            if matches(paper, words) { return paper }
        }
        return nil
    }

    /// Whether a record tells that something happened, or that it did not, in the eyes of the document.
    private func isSettled(_ deed: Deed) -> Bool { deed.status == .actual || deed.status == .negated }

    private func isOnlyWords(_ deed: Deed) -> Bool {
        [.accuse, .reject, .threaten, .request, .support, .agree].contains(deed.type)
    }

    /// Whether kind and sides alone say what act a prospect is.
    private func isTelling(_ deed: Deed) -> Bool {
        deed.sides.parties.count > 1 && !isOnlyWords(deed)
    }

    private func agreeInThings(_ deed: Deed, _ prospect: Deed) -> Bool {
        if deed.type != .aid, prospect.objects.isEmpty { return deed.mode == prospect.mode || deed.type == .consult }
        return !Set(deed.objects).isDisjoint(with: prospect.objects)
    }

    /// Whether a later record is named in the question, and shares at least two words and half of all with it.
    private func matches(_ kept: Kept, _ words: [String]) -> Bool {
        let act = ActWords(kept.statement)
        guard words.contains(where: { act.names($0) }) else { return false }
        let theirs = Set(Words.content(kept.statement.origin.quote) + [act.trigger].compactMap(\.self))
        let shared = words.count { theirs.contains($0) || (act.kind.contains($0) && !theirs.isDisjoint(with: act.kind)) }
        return shared >= 2 && 2 * shared >= words.count
    }

    /// The stems of what is asked, without the names of those whom it is about.
    private func contentWords(of question: Question) -> [String] {
        let names = Set(question.about.flatMap { Words.content($0.name) + Words.content($0.text) })
        return Words.content(question.asks).filter { !names.contains($0) }
    }

    private func orderedKeys(_ actors: [Actor]) -> [String] {
        var keys: [String] = []
        for actor in actors where !keys.contains(Who.key(of: actor)) { keys.append(Who.key(of: actor)) }
        return keys
    }

    // MARK: - No date, no number was given

    /// A later record of the act that the question is about, with what was missing.
    private func fill(_ gap: Gap, _ kept: Kept, _ published: Day) -> Kept? {
        guard let act = referent(of: gap, before: kept) else { return nil }
        let found = later.deeds(of: act.sides.keys).first { deed in
            guard let told = deed.published, told >= published, deed.document != kept.publication.key else { return false }
            let event = reports.all[deed.index].event!
            guard event.status == .actual || event.status == .planned, act.isSameAct(as: deed) else { return false }
            if let last = deed.last, last < act.earliest ?? published { return false }
            if let date = act.date, let own = deed.date, !date.overlaps(own) { return false }
            if told.number - published.number > 183 { return false }
            return gap.isFilled(by: event)
        }
        return found.map { reports.all[$0.index] }
    }

    /// The act that the words of the gap call "the trip", "the talks": the last one of its kind told before, within two sentences.
    private func referent(of gap: Gap, before kept: Kept) -> Referent? {
        let origin = kept.statement.origin
        let near = (events[kept.publication.key] ?? []).filter { deed in
            let own = reports.all[deed.index].statement.origin
            return own.span < origin.span && own.sentence >= origin.sentence - 2
        }
        for deed in near.reversed() {
            let event = reports.all[deed.index].event!
            if event.type == .request, event.mode == "meet", gap.isOfMeeting, !deed.targets.isEmpty {
                return Referent(visitor: deed.targets, host: deed.doers, isVisit: gap.isOfVisit)
            }
            let act = ActWords(.event(event))
            guard event.status == .planned || event.status == .actual || event.status == .possible else { continue }
            if gap.words.contains(where: { act.names($0) || deed.objects.contains($0) }) { return Referent(deed) }
        }
        return nil
    }
}

/// The act of which something was left unsaid.
private struct Referent {
    let type: EventType
    let mode: String?
    let doers: Who
    let targets: Who
    var sides: Who { doers.joined(targets) }
    let date: EDTF?
    let objects: [String]
    /// An act that has happened is the same as one told later with a date before.
    let earliest: Day?

    init(_ deed: Deed) {
        (type, mode, doers, targets, date, objects) = (deed.type, deed.mode, deed.doers, deed.targets, deed.date, deed.objects)
        earliest = deed.phase == .fact ? deed.first : nil
    }

    init(visitor: Who, host: Who, isVisit: Bool) {
        (type, mode, doers, targets) = (.consult, isVisit ? "visit" : nil, visitor, host)
        (date, objects, earliest) = (nil, [], nil)
    }

    func isSameAct(as deed: Deed) -> Bool {
        guard deed.type == type, deed.mode == mode, sides.mayBe(deed.sides), deed.sides.hasSameKeys(as: sides) else { return false }
        if deed.isDirected, !targets.isEmpty, !(deed.doers.hasSameKeys(as: doers) && deed.targets.hasSameKeys(as: targets)) { return false }
        return objects.isEmpty || !Set(objects).isDisjoint(with: deed.objects)
    }
}
