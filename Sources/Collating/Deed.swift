import CasusCore

/// An event in the form in which two can be compared; never changed, and a class only so that it is not copied thousands of times.
final class Deed: Sendable {
    /// What kind of reality an event claims: a plan and its fulfilment are two happenings.
    enum Phase: Sendable, Hashable {
        case fact, plan, prospect, negated

        init(_ status: Status) {
            switch status {
            case .actual, .alleged, .denied: self = .fact
            case .planned: self = .plan
            case .possible: self = .prospect
            case .negated: self = .negated
            }
        }
    }

    /// How a record is dated.
    enum Dating: Sendable, Hashable {
        /// One day.
        case day
        /// A week at most, as "last week".
        case week
        /// A month at most.
        case month
        /// A year, a decade, an open range.
        case coarse
        /// Not at all: the publication tells when, if the words do not look back.
        case undated
        /// By words that nobody could resolve, or that look back.
        case unknown
    }

    /// The place of the statement in its reports.
    let index: Int
    let id: String
    let type: EventType
    let mode: String?
    let cameo: String?
    let status: Status
    let phase: Phase
    /// Who acts; of a visit whoever travels, even where the record is that of the host.
    let doers: Who
    /// Who is acted on; empty of mutual acts.
    let targets: Who
    /// Doers and targets together.
    let sides: Who
    let date: EDTF?
    let dating: Dating
    /// The days between which it happened, as far as a record tells.
    let first: Day?
    let last: Day?
    let published: Day?
    let document: String
    let place: String?
    let objects: [String]
    /// Numbers of what is given, sent, expelled.
    let numbers: Set<Int>
    /// Whether it is the headline's record, or the first sentence's.
    let isInHeadline: Bool
    /// The ids of the events that it accuses of, denies, rejects.
    let about: [String]
    /// Its place in a text, by which copies of the text are known.
    let sha: String
    let span: Span

    init(_ event: Event, at index: Int, in publication: Publication, offices: Offices) {
        self.index = index
        id = event.origin.id
        (type, mode, cameo) = (event.type, event.mode, event.cameo)
        (status, phase) = (event.status, Phase(event.status))
        let isHosted = event.type == .consult && event.mode == "visit" && event.cameo == "043"
        let (actors, recipients) = (Who(event.actors, offices: offices), Who(event.recipients, offices: offices))
        (doers, targets) = isHosted ? (recipients, actors) : (actors, recipients)
        sides = actors.joined(recipients)
        (date, published) = (event.date, publication.published)
        document = publication.key
        (about, sha, span) = (event.about, publication.sha, event.origin.span)
        place = event.place.map(Words.fold)
        objects = event.objects.flatMap { Words.content($0) }
        numbers = Set(event.objects.flatMap { Words.split($0) }.compactMap { Numbers.value($0) })
        isInHeadline = event.origin.sentence == 1
        dating = Deed.dating(of: event)
        switch dating {
        case .day, .week, .month, .coarse: (first, last) = (event.date?.earliest, event.date?.latest)
        case .undated: (first, last) = (published?.adding(days: -Deed.reach), published)
        case .unknown: (first, last) = (nil, nil)
        }
    }

    /// How many days before its publication an undated act may lie.
    static let reach = 3

    /// Whether sides are told apart by who acts.
    var isDirected: Bool { type != .consult || mode == "visit" }
    /// A journey inside one's own country.
    var isAtHome: Bool { !targets.isEmpty && doers.hasSameKeys(as: targets) }
    var isVisit: Bool { type == .consult && mode == "visit" }
    /// Words, which may be repeated any day.
    var isSpeech: Bool { [.accuse, .reject, .threaten, .request, .support, .agree, .concede, .protest].contains(type) }
    /// Blows, which may be repeated any day.
    var isBlow: Bool { [.assault, .coerce, .mobilize].contains(type) }

    private static func dating(of event: Event) -> Dating {
        guard let date = event.date else {
            return event.dateText == nil && !looksBack(event) ? .undated : .unknown
        }
        guard let first = date.earliest, let last = date.latest else { return .coarse }
        switch last.number - first.number {
        case 0: return .day
        case ...7: return .week
        case ...31: return .month
        default: return .coarse
        }
    }

    /// Whether words speak of something past, so that the day of publication tells nothing. "Since 2000" belongs to a first.
    private static func looksBack(_ event: Event) -> Bool {
        var before = ""
        for word in Words.split(event.origin.quote) {
            if backward.contains(word) || (word == "had" && event.status == .actual) || (isYear(word) && before != "since") { return true }
            before = word
        }
        return false
    }

    private static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && Int(word).map { (1000...2100).contains($0) } ?? false
    }

    private static let backward: Set<String> = [
        "earlier", "previous", "previously", "formerly", "once", "ago", "then", "already", "repeatedly", "often", "long", "decades",
        "always", "regularly", "times", "former", "historic", "annual", "annually",
    ]
}
