public import CasusCore

/// The treaties between two states, one after another, with the times in between without any.
public struct Supersession: Sendable {
    /// One treaty's time between the two.
    public struct Rung: Sendable {
        /// The instrument.
        public var treaty: Treaty
        /// First day on which both were bound; nil where it never came into force.
        public var from: EDTF?
        /// Last day on which both were bound; nil while it lasts.
        public var to: EDTF?
        /// What it did to earlier ones.
        public var links: [Treaty.Link]
    }

    /// A time without any treaty of the list in force.
    public struct Gap: Sendable, Hashable {
        /// First day.
        public var from: Day
        /// Last day.
        public var to: Day
    }

    /// In the order of their beginnings.
    public var rungs: [Rung]
    /// Times between two of them without any in force.
    public var gaps: [Gap]
}

extension TreatyBook {
    /// The ladder of a pair.
    ///
    /// - Parameters:
    ///   - a: the codes that one state bore in its times: `["RUS", "SUN"]`.
    ///   - b: those of the other.
    ///   - kinds: only treaties with some promise of these kinds of one of the two to the other; any if nil.
    public func supersession(between a: Set<String>, and b: Set<String>, kinds: Set<DutyKind>? = nil) -> Supersession {
        let rungs = treaties.compactMap { treaty -> Supersession.Rung? in
            guard kinds.map({ kinds in treaty.duties.contains { kinds.contains($0.kind) && treaty.owes($0, a, b) } }) ?? true else {
                return nil
            }
            guard let time = treaty.time(ofBoth: a, b) else { return nil }
            return Supersession.Rung(treaty: treaty, from: time.from, to: time.to, links: treaty.supersedes)
        }
        return Supersession(rungs)
    }

    /// The ladder of one treaty: it, what it did something to, what did something to it, and so on both ways; with the
    /// whole life of each.
    ///
    /// What merely shares a predecessor with it is not of its chain. Nil where there is no such treaty.
    public func chain(of id: String) -> Supersession? {
        guard let treaty = self[id] else { return nil }
        let earlier = reached(from: treaty.id) { self[$0]?.supersedes.map(\.treaty) ?? [] }
        let ids = earlier.union(reached(from: treaty.id) { (later[$0] ?? []).map { treaties[$0].id } })
        return Supersession(
            ids.compactMap { self[$0] }.map { treaty in
                Supersession.Rung(
                    treaty: treaty, from: treaty.inForce, to: treaty.inForce == nil ? nil : treaty.lastDay, links: treaty.supersedes)
            })
    }

    /// Itself and all that steps lead to.
    private func reached(from id: String, by steps: (String) -> [String]) -> Set<String> {
        var reached: Set<String> = [id]
        var open = [id]
        while let next = open.popLast() {
            for step in steps(next) where reached.insert(step).inserted { open.append(step) }
        }
        return reached
    }
}

extension Supersession {
    /// Puts rungs in order and finds the gaps.
    init(_ rungs: [Rung]) {
        let rungs = rungs.sorted { ($0.start, $0.treaty.id) < ($1.start, $1.treaty.id) }
        self.init(rungs: rungs, gaps: Supersession.gaps(of: rungs))
    }

    private static func gaps(of rungs: [Rung]) -> [Gap] {
        var gaps: [Gap] = []
        var covered: Day?
        for rung in rungs {
            guard let from = rung.from?.earliest else { continue }
            if let covered, covered.adding(days: 1) < from {
                gaps.append(Gap(from: covered.adding(days: 1), to: from.adding(days: -1)))
            }
            guard let to = rung.to?.latest else { return gaps }
            covered = max(covered ?? to, to)
        }
        return gaps
    }
}

extension Supersession.Rung {
    /// For the order: the day of signature where it never came into force.
    var start: Day { (from ?? treaty.signed).earliest ?? Day(number: 0) }
}

extension Treaty {
    /// Its strongest promise of a state of one group to a state of the other; nil where all that it promises is to others.
    public func strongest(between a: Set<String>, and b: Set<String>) -> DutyKind? {
        DutyKind.allCases.first { kind in duties.contains { $0.kind == kind && owes($0, a, b) } }
    }

    /// Whether a duty runs between the two groups, in either direction.
    fileprivate func owes(_ duty: Duty, _ a: Set<String>, _ b: Set<String>) -> Bool {
        func names(_ side: Side, _ states: Set<String>) -> Bool {
            switch side {
            case .parties: parties.contains { states.contains($0.state) } || signatories.contains { states.contains($0) }
            case .states(let named): named.contains { states.contains($0) }
            }
        }
        return names(duty.debtors, a) && names(duty.creditors, b) || names(duty.debtors, b) && names(duty.creditors, a)
    }

    /// The last day on which it holds; nil while it lasts. The day before the end, where that is a day; what an attack broke held
    /// on the day itself.
    fileprivate var lastDay: EDTF? {
        ended.map { end in end.how != .violated && end.on.isExact ? EDTF(end.on.earliest!.adding(days: -1)) : end.on }
    }

    /// The time in which states of both groups were bound by it together; nil where that never was to be.
    fileprivate func time(ofBoth a: Set<String>, _ b: Set<String>) -> (from: EDTF?, to: EDTF?)? {
        let isProtected = (!a.isDisjoint(with: beneficiaries), !b.isDisjoint(with: beneficiaries))
        let (ours, theirs) = (spans(a), spans(b))
        // Two states that are only protected promise one another nothing.
        if isProtected.0, isProtected.1, ours.count == 1, theirs.count == 1,
            parties.allSatisfy({ !a.contains($0.state) && !b.contains($0.state) })
        {
            return nil
        }
        let signed = (!a.isDisjoint(with: signatories), !b.isDisjoint(with: signatories))
        guard !ours.isEmpty || signed.0, !theirs.isEmpty || signed.1 else { return nil }
        if inForce == nil || ours.isEmpty || theirs.isEmpty { return (nil, nil) }
        var from: EDTF?
        var to: EDTF?
        var isOpen = false
        var met = false
        for one in ours {
            for other in theirs {
                let start = [one.from, other.from].max { earlier($0, $1) }!
                let ends = [one.to, other.to].compactMap(\.self)
                let end = ends.min { ($0.latest ?? .distant) < ($1.latest ?? .distant) }
                if let end, let last = end.latest, let first = start.earliest, last < first { continue }
                if !met || earlier(start, from!) { from = start }
                if end == nil { isOpen = true }
                if let end, to == nil || (to?.latest ?? .distant) < (end.latest ?? .distant) { to = end }
                met = true
            }
        }
        return met ? (from, isOpen ? nil : to) : nil
    }

    private func earlier(_ a: EDTF, _ b: EDTF) -> Bool { (a.earliest ?? .distant) < (b.earliest ?? .distant) }

    /// First and last days of membership of some states, inside the treaty's own life. A protected state counts as there throughout.
    private func spans(_ states: Set<String>) -> [(from: EDTF, to: EDTF?)] {
        let begin = inForce ?? signed
        let last = lastDay
        var spans = parties.filter { states.contains($0.state) }.map { party in
            let from = [party.from ?? begin, begin].max { earlier($0, $1) }!
            let to = [party.to, last].compactMap(\.self).min { ($0.latest ?? .distant) < ($1.latest ?? .distant) }
            return (from: from, to: to)
        }
        if !states.isDisjoint(with: beneficiaries) { spans.append((begin, last)) }
        return spans
    }
}

extension Day {
    fileprivate static let distant = Day(number: Int32.max / 2)
}
