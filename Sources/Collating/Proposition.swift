package import CasusCore

/// What is asserted, accused, denied of one act, and by whom.
package struct Proposition: Sendable {
    /// One speaker's word in one document.
    package struct Voice: Sendable {
        /// Nil where the outlet speaks for itself, or nobody is named.
        package let speaker: Actor?
        /// The outlets and agencies through which it comes.
        package let via: [String]
        package let stance: Stance
        /// The id of the statement that says so.
        package let statement: String
        package let published: Day?

        fileprivate let document: String
        fileprivate let isClaim: Bool
        fileprivate let start: Int
    }

    /// The id of the statement that leads its happening, or of a claim that belongs to none.
    package let subject: String
    /// In the order of their publication.
    package let voices: [Voice]

    /// Each speaker and stance once a document, the claim before the act of accusing or denying that goes with it.
    fileprivate init(subject: String, _ voices: [Voice]) {
        struct Key: Hashable {
            let document: String
            let speaker: String
            let stance: Stance
        }
        var best: [Key: Voice] = [:]
        // Speakers of one statement stay in its order.
        var places: [Key: Int] = [:]
        for voice in voices {
            let key = Key(document: voice.document, speaker: voice.speaker.map { Who.key(of: $0) } ?? "", stance: voice.stance)
            guard let known = best[key] else {
                places[key] = places.count
                best[key] = voice
                continue
            }
            if (voice.isClaim ? 0 : 1, voice.start, voice.statement) < (known.isClaim ? 0 : 1, known.start, known.statement) {
                best[key] = voice
            }
        }
        self.subject = subject
        self.voices = best.sorted { a, b in
            let (x, y) = (a.value, b.value)
            return (x.published?.number ?? .max, x.document, x.start, x.isClaim ? 0 : 1, places[a.key]!) < (
                y.published?.number ?? .max, y.document, y.start, y.isClaim ? 0 : 1, places[b.key]!
            )
        }.map(\.value)
    }
}

extension Proposition {
    /// What is said of each happening that somebody asserts or denies; then each claim that belongs to none.
    static func all(of happenings: [Happening], in reports: Reports) -> [Proposition] {
        let replies = Replies(reports)
        var spoken: Set<String> = []
        var all: [Proposition] = []
        for happening in happenings {
            var voices: [Voice] = []
            for kept in happening.statements {
                for claim in kept.statement[.claims].compactMap({ reports[$0] }) where claim.claim != nil {
                    voices.append(Voice(claim.claim!, of: claim))
                    spoken.insert(claim.id)
                }
                for reply in replies.to[kept.id] ?? [] {
                    let all = Voice.all(of: reply, to: kept.event!)
                    guard let stance = all.first?.stance else { continue }
                    let claims = replies.claims(beside: reply)
                    spoken.formUnion(claims.map(\.id))
                    // Who has a claim of his own speaks by that.
                    let said = claims.map { Voice($0.claim!, of: $0, saying: stance) }
                    let heard = Set(said.compactMap { $0.speaker.map { Who.key(of: $0) } })
                    voices += said + all.filter { !heard.contains(Who.key(of: $0.speaker!)) }
                }
            }
            let isDisputed = happening.status == .alleged || happening.status == .denied
            if isDisputed || !voices.isEmpty { all.append(Proposition(subject: happening.id, voices)) }
        }
        return all + lone(reports.all.filter { $0.claim != nil && !spoken.contains($0.id) })
    }

    /// Claims of no event: those with the same words in several documents are one.
    private static func lone(_ claims: [Kept]) -> [Proposition] {
        var byQuote: [String: [Kept]] = [:]
        var order: [String] = []
        for claim in claims {
            let quote = Words.collapse(claim.statement.origin.quote)
            if byQuote[quote] == nil { order.append(quote) }
            byQuote[quote, default: []].append(claim)
        }
        return order.map { quote in
            let same = byQuote[quote]!
            return Proposition(subject: same[0].id, same.map { Voice($0.claim!, of: $0) })
        }
    }
}

extension Proposition.Voice {
    fileprivate init(_ claim: Claim, of kept: Kept, saying stance: Stance? = nil) {
        (speaker, via, self.stance, statement) = (claim.speaker, claim.via, stance ?? claim.stance, kept.id)
        (published, document, isClaim, start) = (kept.published, kept.publication.key, true, kept.statement.origin.span.start)
    }

    /// An act of words about another act; nil where it takes no stand on whether that happened. To reject an offer or a charge is not to
    /// deny that it was made.
    fileprivate static func all(of reply: Kept, to subject: Event) -> [Self] {
        guard let event = reply.event, event.status == .actual else { return [] }
        let stance: Stance
        switch event.type {
        case .accuse: stance = event.mode == "disapprove" ? .criticises : .accuses
        case .reject where subject.status == .alleged || subject.status == .denied: stance = .denies
        case .support: stance = .praises
        default: return []
        }
        return event.actors.map { speaker in
            Self(
                speaker: speaker, via: [], stance: stance, statement: reply.id, published: reply.published,
                document: reply.publication.key, isClaim: false, start: reply.statement.origin.span.start)
        }
    }
}

/// Acts of words, by what they are about.
private struct Replies {
    var to: [String: [Kept]] = [:]
    private var claims: [String: [Kept]] = [:]

    init(_ reports: Reports) {
        for kept in reports.all {
            if kept.claim != nil { claims[kept.publication.key, default: []].append(kept) }
            for id in kept.statement[.about] { to[id, default: []].append(kept) }
        }
    }

    /// The claims in which an act of words stands: those of the same words by the same speaker.
    func claims(beside reply: Kept) -> [Kept] {
        let (span, speakers) = (reply.statement.origin.span, reply.event?.actors.map { Who.key(of: $0) } ?? [])
        return (claims[reply.publication.key] ?? []).filter { kept in
            let own = kept.statement.origin.span
            let isSame =
                own == span
                || (own.start <= span.start && own.end >= span.end && kept.statement.origin.sentence == reply.statement.origin.sentence)
            return isSame && kept.claim!.stance.isReply && kept.claim!.speaker.map { speakers.contains(Who.key(of: $0)) } ?? false
        }
    }
}

extension Stance {
    /// Whether it answers what somebody did or said.
    fileprivate var isReply: Bool { [.accuses, .denies, .doubts, .confirms, .praises, .criticises].contains(self) }
}
