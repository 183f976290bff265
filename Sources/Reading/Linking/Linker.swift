import CasusCore
import WhosWho
import Language

/// Joins the statements of one document: events to the claims they were read from and to the acts they accuse of or deny,
/// records of the same happening to each other.
struct Linker {
    let page: Page
    var drafts: [Draft]
    /// For events, the tokens of what they are about.
    let aboutHeads: [Int: [Int]]

    init(page: Page, drafts: [Draft], aboutHeads: [Int: [Int]]) {
        self.page = page
        self.drafts = drafts
        self.aboutHeads = aboutHeads
    }

    mutating func link() {
        linkClaims()
        linkAbout()
        weighHostileClaims()
        linkSame()
    }

    /// An event or agreement inside what somebody says was read from that claim: the innermost one.
    private mutating func linkClaims() {
        var claims = drafts.indices.filter { drafts[$0].claim != nil && drafts[$0].claim?.origin.rule.hasPrefix("voice") == false }
        claims.sort { (drafts[$0].content.first?.lowerBound ?? 0) < (drafts[$1].content.first?.lowerBound ?? 0) }
        for index in drafts.indices where drafts[index].event != nil || drafts[index].agreement != nil {
            let token = drafts[index].token
            let sentence = page.sentence(token)
            var best: (size: Int, claims: [Int])?
            for claim in claims {
                guard abs(page.sentence(drafts[claim].token) - sentence) < 12, drafts[claim].token != token,
                    let piece = drafts[claim].content.first(where: { $0.contains(token) })
                else { continue }
                if let known = best, known.size < piece.count { continue }
                best = best?.size == piece.count ? (piece.count, best!.claims + [claim]) : (piece.count, [claim])
            }
            drafts[index].claims = best?.claims ?? []
        }
    }

    private mutating func linkAbout() {
        var byToken: [Int: [Int]] = [:]
        for index in drafts.indices where drafts[index].event != nil { byToken[drafts[index].token, default: []].append(index) }
        var lastAccused: [Int] = []
        for index in drafts.indices {
            guard drafts[index].event != nil, let heads = aboutHeads[drafts[index].token] else { continue }
            var about: [Int] = []
            for head in heads.flatMap({ page.conjuncts($0) }) {
                if let direct = byToken[head] {
                    about += direct.filter { $0 != index }
                } else if Self.anaphors.contains(page.lemma(head).inLowerCase) {
                    about += lastAccused
                } else if let inner = firstInside(head, byToken) {
                    about += inner.filter { $0 != index }
                }
            }
            drafts[index].about = about
            if let event = drafts[index].event, event.type == .accuse {
                lastAccused = about.isEmpty ? lastAccused : about
            }
        }
        for index in drafts.indices { answerAccuser(index) }
    }

    private static let anaphors: Set<String> = [
        "charge", "accusation", "allegation", "claim", "it", "this", "that", "report", "suggestion", "assertion",
    ]

    /// The nearest event under a head: "condemned the decision to invade".
    private func firstInside(_ head: Int, _ byToken: [Int: [Int]]) -> [Int]? {
        for child in page.all(head) {
            if [.acl, .nmod, .xcomp, .obj].contains(page.universal(child)), page.relation(child) != .aclRelcl,
                page.relation(child) != .nmodPoss, let found = byToken[child]
            {
                return found
            }
        }
        return nil
    }

    /// The recipient of a denial is the accuser, where the document names one; and what he accused of is what is denied.
    private mutating func answerAccuser(_ index: Int) {
        guard case .event(var event) = drafts[index].statement, event.type == .reject, event.recipients.isEmpty,
            Self.denials.contains(event.origin.rule)
        else { return }
        let own = Set(event.actors.compactMap(\.code))
        let sentence = page.sentence(drafts[index].token)
        for other in drafts.indices.reversed() where drafts[other].token < drafts[index].token {
            guard let accusation = drafts[other].event, accusation.type == .accuse, sentence - page.sentence(drafts[other].token) <= 3,
                !own.isDisjoint(with: accusation.recipients.compactMap(\.code))
            else { continue }
            event.recipients = accusation.actors.filter { !own.contains($0.code ?? "") }
            page.trace?.note(.recipient, drafts[other].range, "the accuser whom the denial answers", on: drafts[index].trail)
            drafts[index].statement = .event(event)
            if drafts[index].about.isEmpty { drafts[index].about = drafts[other].about }
            return
        }
    }

    private static let denials: Set<String> = [
        "frame:deny", "frame:reject", "frame:dismiss", "frame:refute", "frame:rebuff", "noun:denial",
    ]

    /// What a party to a quarrel says of the other, and nobody else, is alleged.
    private mutating func weighHostileClaims() {
        for index in drafts.indices {
            guard case .event(var event) = drafts[index].statement, event.status == .actual, !drafts[index].claims.isEmpty else { continue }
            switch event.type {
            case .accuse, .threaten, .sanction, .mobilize, .coerce, .assault: break
            default: continue
            }
            let speakers = Set(drafts[index].claims.compactMap { drafts[$0].claim?.speaker?.code })
            let actors = Set(event.actors.compactMap(\.code))
            let recipients = Set(event.recipients.compactMap(\.code))
            // Where the victim is a thing without a state, the accuser may well be its side.
            let isParty =
                !speakers.isDisjoint(with: recipients)
                || (recipients.isEmpty && !event.recipients.isEmpty && speakers.contains { page.who.state($0) != nil })
            guard isParty, speakers.isDisjoint(with: actors) else { continue }
            let confirmed = drafts.contains { draft in
                guard let other = draft.event, draft.claims.isEmpty else { return false }
                return other.status == .actual && Linker.isSame(other, event)
            }
            if !confirmed {
                traceAlleged(index)
                event.status = .alleged
                drafts[index].statement = .event(event)
            }
        }
    }

    private mutating func linkSame() {
        let events = drafts.indices.filter { drafts[$0].event != nil }
        var groups: [String: [Int]] = [:]
        for index in events {
            let event = drafts[index].event!
            let key =
                event.type.rawValue + "|" + event.status.rawValue + "|" + Linker.sides(event.actors) + "|" + Linker.sides(event.recipients)
            groups[key, default: []].append(index)
        }
        for group in groups.values where group.count > 1 {
            for index in group {
                drafts[index].sameAs = group.filter { $0 != index && isSameHappening($0, index) }.sorted()
            }
        }
    }

    /// Whether two records tell of one happening. An undated record is that of a dated one only where a headline gives no date.
    private func isSameHappening(_ first: Int, _ second: Int) -> Bool {
        guard let a = drafts[first].event, let b = drafts[second].event, Linker.isSame(a, b), samePersons(a.actors, b.actors),
            samePersons(a.recipients, b.recipients)
        else { return false }
        if (a.date == nil) == (b.date == nil) { return true }
        let headline = a.date == nil ? first : second
        return page.analysis.sentences[page.sentence(drafts[headline].token)].kind == .headline
    }

    /// Of one state the same person, as far as both records name one: a father's visit is not his son's.
    private func samePersons(_ a: [Actor], _ b: [Actor]) -> Bool {
        a.allSatisfy { one in
            guard one.sector != nil, let other = b.first(where: { $0.code == one.code }), other.sector != nil else { return true }
            return one.name == other.name
        }
    }

    private static func sides(_ actors: [Actor]) -> String {
        Set(actors.map { $0.code ?? $0.name }).sorted().joined(separator: "+")
    }

    private static func isSame(_ a: Event, _ b: Event) -> Bool {
        guard a.type == b.type, a.mode == b.mode, sides(a.actors) == sides(b.actors), sides(a.recipients) == sides(b.recipients) else {
            return false
        }
        if let x = a.date, let y = b.date { return x.overlaps(y) }
        return a.date == nil && b.date == nil || a.dateText == nil || b.dateText == nil
    }
}
