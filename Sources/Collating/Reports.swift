import CasusCore

/// The statements at hand, in the order of their days and ids, and what can be looked up in them.
struct Reports: Sendable {
    let all: [Kept]
    /// Every event in a form to compare, in the order of the statements.
    let deeds: [Deed]
    private let places: [String: Int]
    private let deedPlaces: [Int32]

    init(_ kept: [Kept]) {
        let dated = kept.map { (day: $0.day?.number ?? .max, kept: $0) }
        let sorted = dated.sorted { ($0.day, $0.kept.id) < ($1.day, $1.kept.id) }
        var all: [Kept] = []
        var places: [String: Int] = [:]
        all.reserveCapacity(kept.count)
        places.reserveCapacity(kept.count)
        for (_, one) in sorted where places[one.id] == nil {
            places[one.id] = all.count
            all.append(one)
        }
        var offices = Offices()
        for one in all {
            for actor in one.statement.actors { offices.learn(actor) }
        }
        var deeds: [Deed] = []
        var deedPlaces = [Int32](repeating: -1, count: all.count)
        for (index, one) in all.enumerated() {
            guard case .event(let event) = one.statement else { continue }
            deedPlaces[index] = Int32(deeds.count)
            deeds.append(Deed(event, at: index, in: one.publication, offices: offices))
        }
        (self.all, self.deeds, self.places, self.deedPlaces) = (all, deeds, places, deedPlaces)
        self.offices = offices
    }

    let offices: Offices

    func index(of id: String) -> Int? { places[id] }
    subscript(id: String) -> Kept? { places[id].map { all[$0] } }
    func deed(at index: Int) -> Deed? { deedPlaces[index] < 0 ? nil : deeds[Int(deedPlaces[index])] }

    /// Whether the reader of a document linked two of its records as one.
    func areSame(_ a: Int, _ b: Int) -> Bool {
        all[a].statement[.sameAs].contains(all[b].id) || all[b].statement[.sameAs].contains(all[a].id)
    }

    /// The folded names of those who stand on any side of an event.
    func sideNames(_ index: Int) -> [String] {
        all[index].statement.actors.flatMap { [Words.fold($0.name), Words.fold($0.text)] }
    }

    /// Whether two records of words speak of acts of the same kind between the same; nil where one does not say of what it speaks.
    func agreeInSubject(_ a: Deed, _ b: Deed) -> Bool? {
        if a.about.isEmpty || b.about.isEmpty { return nil }
        let (mine, theirs) = (subjects(a), subjects(b))
        guard !mine.isEmpty, !theirs.isEmpty else { return nil }
        return mine.contains { one in
            theirs.contains { other in
                one.type == other.type && one.mode == other.mode && one.sides.hasSameKeys(as: other.sides)
                    && (one.objects.isEmpty || other.objects.isEmpty || !Set(one.objects).isDisjoint(with: other.objects))
            }
        }
    }

    /// The events that one accuses of, denies, rejects.
    func subjects(_ deed: Deed) -> [Deed] {
        deed.about.compactMap { places[$0] }.compactMap { self.deed(at: $0) }
    }
}

extension Statement {
    /// Whom it names, on any side.
    var actors: [Actor] {
        switch self {
        case .event(let event): event.actors + event.recipients
        case .agreement(let agreement): agreement.parties
        case .claim(let claim): claim.speaker.map { [$0] } ?? []
        case .question(let question): question.about
        }
    }
}
