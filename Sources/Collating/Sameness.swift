import CasusCore

/// Tells whether two records are of one act. The words of a quote are cut up only where they decide.
struct Sameness {
    private let reports: Reports
    private var stems: [[String]?]

    init(_ reports: Reports) {
        self.reports = reports
        stems = Array(repeating: nil, count: reports.all.count)
    }

    /// What ties two records of different documents together.
    enum Tie {
        /// The same words, or the same day and everything else alike.
        case firm
        /// All that is known agrees, and is enough.
        case loose
    }

    /// Nil where they are not known to be of one act.
    mutating func tie(_ a: Deed, _ b: Deed) -> Tie? {
        guard a.document != b.document, mayBe(a, b) else { return nil }
        if isCopy(a, b) { return .firm }
        // Journeys inside one country are many, and no record tells them apart.
        if a.isVisit, a.isAtHome || b.isAtHome { return nil }
        if a.dating == .day, b.dating == .day { return tieOfDay(a, b) }
        guard a.doers.hasSameKeys(as: b.doers) || !a.isDirected, a.sides.hasSameKeys(as: b.sides) else { return nil }
        let looser = max(a.dating.rank, b.dating.rank)
        switch looser {
        case Deed.Dating.undated.rank:
            guard near(a, b) else { return nil }
        case Deed.Dating.week.rank: break
        case Deed.Dating.month.rank:
            if a.isBlow || a.isSpeech || (a.type == .consult && !a.isVisit) { return nil }
        default: return nil
        }
        if a.isVisit { return .loose }
        if looser <= Deed.Dating.week.rank, isRareOrNamed(a, b) { return .loose }
        return hasEvidence(a, b) ? .loose : nil
    }

    /// Whether nothing that is known speaks against their being one act: members of a happening must all be so to one another.
    func mayBe(_ a: Deed, _ b: Deed) -> Bool {
        guard a.type == b.type, a.phase == b.phase, agreeInMode(a, b), agreeInSides(a, b), agreeInDate(a, b) else { return false }
        if let here = a.place, let there = b.place, !agree(here, there, a, b) { return false }
        if [.aid, .sanction, .assault].contains(a.type), !a.objects.isEmpty, !b.objects.isEmpty,
            Set(a.objects).isDisjoint(with: b.objects)
        {
            return false
        }
        if !a.numbers.isEmpty, !b.numbers.isEmpty, a.numbers.isDisjoint(with: b.numbers) { return false }
        // Two records that their own reader kept apart are two acts, unless all is alike.
        if a.document == b.document { return reports.areSame(a.index, b.index) || (a.mode == b.mode && a.isVisit) }
        return true
    }

    /// Whether two records of one document that its reader linked are of one act: of words, promises and refusals there may be several by
    /// the same to the same, so they must say the same, unless one is the headline.
    mutating func isLinkSound(_ a: Deed, _ b: Deed) -> Bool {
        guard a.sides.mayBe(b.sides), a.date == nil || b.date == nil || a.date!.overlaps(b.date!) else { return false }
        if !a.numbers.isEmpty, !b.numbers.isEmpty, a.numbers.isDisjoint(with: b.numbers) { return false }
        if a.isVisit, a.isAtHome { return false }
        return !a.isSpeech || a.isInHeadline || b.isInHeadline || hasEvidence(a, b)
    }

    private mutating func tieOfDay(_ a: Deed, _ b: Deed) -> Tie? {
        let isAlike = a.mode == b.mode && a.sides.hasSameKeys(as: b.sides)
        if a.isDirected, b.isDirected, a.targets.isEmpty || b.targets.isEmpty {
            // Acts upon nobody: missile tests, mobilisations.
            guard a.targets.isEmpty, b.targets.isEmpty, isAlike, !a.isSpeech || a.doers.parties.count > 1 else { return nil }
            return a.doers.parties.count > 1 || a.mode != nil && a.cameo == b.cameo ? .firm : hasEvidence(a, b) ? .firm : nil
        }
        if a.isSpeech || a.isBlow, !hasEvidence(a, b) { return nil }
        if !a.isDirected, !a.sides.hasSameKeys(as: b.sides) { return nil }
        return isAlike ? .firm : .loose
    }

    private func agreeInMode(_ a: Deed, _ b: Deed) -> Bool {
        if a.mode == b.mode { return true }
        guard a.mode == nil || b.mode == nil else { return false }
        // A visit and a meeting are one only on one day, between the same.
        guard a.isVisit || b.isVisit else { return true }
        return a.dating == .day && b.dating == .day && a.sides.hasSameKeys(as: b.sides)
    }

    private func agreeInSides(_ a: Deed, _ b: Deed) -> Bool {
        guard a.sides.mayBe(b.sides) else { return false }
        let isMutual = !a.isDirected || !b.isDirected || (a.targets.isEmpty && b.targets.isEmpty)
        if isMutual {
            guard a.sides.isWithin(b.sides) || b.sides.isWithin(a.sides) else { return false }
            return a.sides.shared(with: b.sides) >= min(2, a.sides.parties.count, b.sides.parties.count)
                && (a.sides.hasSameKeys(as: b.sides) || min(a.sides.parties.count, b.sides.parties.count) >= 2)
        }
        return agree(a.doers, b.doers) && agree(a.targets, b.targets)
    }

    private func agree(_ a: Who, _ b: Who) -> Bool { a.shared(with: b) > 0 && (a.isWithin(b) || b.isWithin(a)) }

    private func agreeInDate(_ a: Deed, _ b: Deed) -> Bool {
        if a.dating == .unknown || b.dating == .unknown { return isCopy(a, b) || reports.areSame(a.index, b.index) }
        guard let date = a.date, let other = b.date else { return near(a, b) || isCopy(a, b) || reports.areSame(a.index, b.index) }
        if a.dating == .coarse || b.dating == .coarse { return date == other && a.isVisit }
        return date.overlaps(other)
    }

    /// Whether an undated record was published within three days of the other, or of its date.
    private func near(_ a: Deed, _ b: Deed) -> Bool {
        func days(_ deed: Deed) -> (Day, Day)? {
            if deed.date != nil { return deed.first.flatMap { first in deed.last.map { (first, $0) } } }
            return deed.published.map { ($0, $0) }
        }
        guard let here = days(a), let there = days(b) else { return false }
        return here.0.number - there.1.number <= Int32(Deed.reach) && there.0.number - here.1.number <= Int32(Deed.reach)
    }

    private func agree(_ here: String, _ there: String, _ a: Deed, _ b: Deed) -> Bool {
        if here == there || holds(here, there) || holds(there, here) { return true }
        // A state is no more than the whole in which the place lies.
        let names = reports.sideNames(a.index) + reports.sideNames(b.index)
        return names.contains(here) || names.contains(there)
    }

    /// Whether the words of one name are among those of another: "pyongyang" in "central pyongyang".
    private func holds(_ long: String, _ short: String) -> Bool {
        long.hasPrefix(short + " ") || long.hasSuffix(" " + short)
    }

    /// Whether one repeats the other's words of the same act.
    func isCopy(_ a: Deed, _ b: Deed) -> Bool { a.span == b.span && a.sha == b.sha }

    /// Whether records of acts of which there may be many on a day, or whose day is not known, say the same in more than kind and sides.
    private mutating func hasEvidence(_ a: Deed, _ b: Deed) -> Bool {
        if let agreement = reports.agreeInSubject(a, b) { return agreement }
        if !a.objects.isEmpty, !b.objects.isEmpty { return !Set(a.objects).isDisjoint(with: b.objects) }
        if !a.isSpeech, let place = a.place, place == b.place { return true }
        if a.type == .consult, a.doers.parties.contains(where: { !$0.people.isEmpty }), namesAlike(a, b) { return true }
        let (mine, theirs) = (words(of: a), words(of: b))
        let shared = mine.count { theirs.contains($0) }
        return shared >= 2 && 2 * shared >= min(mine.count, theirs.count)
    }

    /// Whether two records of one week are of an act that there is hardly twice in it: an expulsion, a break in relations, with the same
    /// things or without any; or talks of people known to hold the same offices on each side.
    private func isRareOrNamed(_ a: Deed, _ b: Deed) -> Bool {
        switch a.type {
        case .sanction, .retreat: return a.mode != nil && a.mode == b.mode && a.cameo == b.cameo && a.objects.isEmpty == b.objects.isEmpty
        case .consult:
            return zip(a.sides.parties, b.sides.parties).allSatisfy { !Set($0.offices).isDisjoint(with: $1.offices) }
        default: return false
        }
    }

    /// Whether both name people for all sides.
    private func namesAlike(_ a: Deed, _ b: Deed) -> Bool {
        (a.sides.parties + b.sides.parties).allSatisfy { !$0.people.isEmpty }
    }

    /// What a quote says beside who acts upon whom and that it is this act.
    private mutating func words(of deed: Deed) -> [String] {
        if let known = stems[deed.index] { return known }
        let names = Set(reports.sideNames(deed.index).flatMap { $0.split(separator: " ").map { Words.stem(String($0)) } })
        let act = ActWords(reports.all[deed.index].statement)
        let words = Words.content(reports.all[deed.index].statement.origin.quote).filter { !names.contains($0) && !act.names($0) }
        stems[deed.index] = words
        return words
    }
}

extension Deed.Dating {
    /// From the most exact to the least; undated before coarse, since publication dates it.
    fileprivate var rank: Int {
        switch self {
        case .day: 0
        case .week: 1
        case .month: 2
        case .undated: 3
        case .coarse: 4
        case .unknown: 5
        }
    }
}
