import CasusCore
import Treaties

/// An act put to the triggers of duties: what is asked of every debtor alike.
struct TriggerEvaluation {
    let bonds: Bonds
    let entry: History.Entry
    /// What went before the act.
    let before: History
    /// The act and those that follow it in the scenario, for help that comes later.
    let following: ArraySlice<Act>

    private var act: Act { entry.act }
    private var book: TreatyBook { bonds.book }

    /// The steps of a trigger for a creditor that is attacked, or attacks; what they leave unknown the facts may settle.
    func checks(_ bond: Bond, creditor: String) -> [Check] {
        guard let trigger = bond.duty.trigger else { return [] }
        let isVictim = creditor == act.victim
        var checks = [actCheck(trigger, bond, isVictim: isVictim)]
        if let nature = natureCheck(trigger, creditor: creditor, isVictim: isVictim) { checks.append(nature) }
        checks.append(opponentCheck(trigger, bond, isVictim: isVictim))
        if isVictim, act.isFighting || act.kind == .blockade || act.kind == .subversion {
            if !trigger.objects.isEmpty, act.isFighting {
                checks.append(Check(.object, Truth(trigger.objects.contains(act.object)), source: bond.duty.source))
            }
            if act.object == .territory, let title = titleCheck { checks.append(title) }
            if let area = trigger.area { checks.append(areaCheck(area, source: bond.duty.source)) }
        }
        for condition in trigger.conditions { checks.append(check(condition, source: bond.duty.source)) }
        return checks
    }

    /// Whether the act is one of those that fire the duty.
    private func actCheck(_ trigger: Trigger, _ bond: Bond, isVictim: Bool) -> Check {
        let fires = trigger.acts
        func made(_ holds: Truth) -> Check {
            Check(.act, holds, asks: holds == .unknown ? .armedAttack(under: bond.treaty) : nil, source: bond.duty.source)
        }
        if !isVictim {
            // The creditor is the one who acts.
            return made(Truth(act.isFighting && fires.contains { $0 == .ownAttack || $0 == .hostilities }))
        }
        if fires.contains(.joins), isJoined {
            return made(.yes)
        }
        switch act.kind {
        case .attack, .help:
            if fires.contains(where: { $0 == .war || $0 == .threat || $0 == .hostilities }) { return made(.yes) }
            guard fires.contains(.attack) else { return made(.no) }
            // An attack by a state is an armed attack, whatever the facts say; of a group that is no state they have to say it.
            let isByState = act.attackers.isEmpty || act.attackers.contains { $0.state != nil }
            return made(isByState ? .yes : .unknown)
        case .war:
            if fires.contains(where: { $0 == .war || $0 == .hostilities || $0 == .threat }) { return made(.yes) }
            return made(fires.contains(.attack) ? .unknown : .no)
        case .threat: return made(Truth(fires.contains(.threat)))
        case .mobilisation: return made(Truth(fires.contains(.mobilisation) || fires.contains(.threat)))
        case .blockade, .subversion:
            let own: Trigger.Act = act.kind == .blockade ? .blockade : .subversion
            if fires.contains(own) || fires.contains(.threat) { return made(.yes) }
            return made(fires.contains(.attack) ? .unknown : .no)
        case .peace: return made(.no)
        }
    }

    /// Whether a further state comes into a war against the victim: one of those that act was not in it, and it fights more than one.
    private var isJoined: Bool {
        guard act.isFighting else { return false }
        let before = Set(before.opponents(of: act.victim))
        return act.attackingStates.contains { !before.contains($0) } && before.union(act.attackingStates).count > 1
    }

    /// Coming to somebody's aid, and striking back, are no attacks; nil where nothing of the kind is in question.
    private func natureCheck(_ trigger: Trigger, creditor: String, isVictim: Bool) -> Check? {
        if trigger.acts.contains(.hostilities) { return nil }
        if trigger.acts.contains(.joins), isVictim, isJoined { return nil }
        if entry.nature == .aggression { return nil }
        return Check(
            .nature(entry.nature), entry.isCertain ? .no : .unknown, asks: entry.isCertain ? nil : .inAid, excuses: isVictim)
    }

    /// Who stands on the other side.
    private func opponentCheck(_ trigger: Trigger, _ bond: Bond, isVictim: Bool) -> Check {
        let opponents = isVictim ? act.attackingStates : [act.victim]
        let isUnnamed = isVictim && act.attackers.isEmpty
        func made(_ holds: Truth, asks: Condition? = nil, isAssumed: Bool = false) -> Check {
            Check(.opponent, holds, asks: holds == .unknown ? asks : nil, isAssumed: isAssumed, source: bond.duty.source)
        }
        switch trigger.opponent {
        case .any: return made(.yes)
        case .outside:
            if isUnnamed { return made(.yes, isAssumed: true) }
            return made(opponents.isEmpty ? .yes : opponents.map { !bond.isParty($0) }.any, asks: .inForce(bond.treaty, .unknown))
        case .unstated:
            if isUnnamed { return made(.yes, isAssumed: true) }
            if opponents.isEmpty || opponents.contains(where: { bond.isParty($0) == .no }) { return made(.yes) }
            return made(.unknown, asks: .fellowMember(of: bond.treaty))
        case .states(let chosen):
            if isUnnamed {
                if chosen.named.isEmpty, chosen.atLeast == 1 { return made(.yes, isAssumed: true) }
                return made(.unknown, asks: .attacker)
            }
            func fits(_ state: String) -> Bool {
                (chosen.named.isEmpty || chosen.named.contains(state)) && !chosen.not.contains(state)
                    && !(chosen.outside && bond.isParty(state) == .yes)
            }
            let all = isVictim ? opponents + before.aggressors(against: act.victim) : opponents
            guard opponents.contains(where: fits), Set(all.filter(fits)).count >= chosen.atLeast else { return made(.no) }
            if chosen.supportedBy.isEmpty { return made(.yes) }
            let supported = chosen.supportedBy.contains { supporter in
                all.contains(supporter) || opponents.contains { before.stands(supporter, with: $0, against: [act.victim]) }
            }
            return made(Truth(supported))
        }
    }

    /// Whether a place that is not the victim's home is its territory; nil for its home.
    private var titleCheck: Check? {
        if act.place == act.victim { return nil }
        guard let holding = book.atlas.holding(of: act.place, on: act.on) else { return Check(.title(nil), .no) }
        // An occupier's ground is not its own; it is that of the state from which it was taken.
        if holding.kind == "occupied" { return Check(.title(holding), Truth(holding.claimedBy.contains(act.victim))) }
        if holding.holder == act.victim { return Check(.title(holding), .yes) }
        let holds: Truth = holding.claimedBy.contains(act.victim) ? .unknown : .no
        return Check(.title(holding), holds, asks: holds == .unknown ? .title(to: act.place) : nil)
    }

    private func areaCheck(_ area: String, source: [String]) -> Check {
        let (holds, member) = book.atlas.contains(act.place, in: area, on: act.on)
        return Check(.area(member), holds, asks: holds == .unknown ? .inArea(act.place) : nil, source: source)
    }

    /// A condition: what the facts say, what the acts show, what is presumed; else unknown.
    func check(_ condition: Condition, source: [String]) -> Check {
        let words = book.conditions[condition.name]
        func made(_ holds: Truth, isAssumed: Bool = false) -> Check {
            Check(
                .condition(condition), holds, asks: holds == .unknown ? condition : nil, isAssumed: isAssumed,
                excuses: words?.excuses ?? false, source: source)
        }
        if let given = act.facts[condition] { return made(given) }
        if condition.name == "assists", let state = condition.of {
            let opponents = act.attackingStates
            let helps =
                opponents.contains(state) || before.stands(state, with: act.victim, against: opponents)
                || following.contains { $0.stands(state, with: act.victim, against: opponents) }
            return made(helps ? .yes : .unknown)
        }
        if condition.name == "ally-of", let state = condition.of, act.attackingStates.contains(where: { bonds.areAllied($0, state) }) {
            return made(.yes)
        }
        let isPresumed = words?.isPresumed ?? false
        return made(isPresumed ? .yes : .unknown, isAssumed: isPresumed)
    }
}
