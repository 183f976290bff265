import CasusCore

/// What became of something that a text left open, planned or promised.
package struct FollowUp: Sendable {
    /// What was left open.
    package enum Kind: String, Sendable, CaseIterable { case question, plan, promise, stage }

    /// What is known to have become of it.
    package enum Outcome: String, Sendable, CaseIterable {
        /// A later report tells of the planned act.
        case held
        case calledOff = "called-off"
        /// Its time has passed, and of the later reports about the same sides none tells of it.
        case lapsed
        /// Its time has not passed, or is not known, or no report of later days is at hand.
        case pending
        case kept, broken, answered, open
    }

    /// The id of the statement that left it open; where several tell of one plan, of that which stands for all.
    package let of: String
    package let kind: Kind
    package let outcome: Outcome
    /// The ids of the later statements that tell the outcome; empty of what is lapsed, pending, open.
    package let by: [String]
    /// One short sentence.
    package let why: String
}

extension FollowUp {
    /// An outcome that a later statement tells.
    init(of id: String, _ kind: Kind, _ outcome: Outcome, by later: Kept, telling what: String) {
        let when = later.published.map { "the report of \($0)" } ?? "a report"
        self.init(of: id, kind: kind, outcome: outcome, by: [later.id], why: "\(when) \(what)")
    }

    /// An outcome that rests on time alone.
    init(of id: String, _ kind: Kind, until: Day?, _ sides: [String], in later: Later, on day: Day) {
        guard let until else {
            self.init(
                of: id, kind: kind, outcome: .pending, by: [], why: "no time was given, and nothing read in later reports tells of it")
            return
        }
        if until >= day {
            self.init(of: id, kind: kind, outcome: .pending, by: [], why: "its time had not passed on \(day)")
        } else if let last = later.lastReport(about: sides, by: day), last > until {
            self.init(
                of: id, kind: kind, outcome: .lapsed, by: [],
                why: "its time passed on \(until), and nothing read in later reports tells of it")
        } else {
            self.init(
                of: id, kind: kind, outcome: .pending, by: [],
                why: "its time passed on \(until), and nothing was read of a later day about the same sides")
        }
    }
}

extension FollowUp {
    static func all(
        in reports: Reports, _ happenings: [Happening], _ instruments: [Instrument], _ later: Later, on day: Day
    ) -> [FollowUp] {
        let plans = PlanFollowUps(reports, later, on: day)
        let stages = StageFollowUps(reports, later, on: day)
        let questions = QuestionFollowUps(reports, later)
        var all = happenings.compactMap { plans.followUp(of: $0) } + instruments.flatMap { stages.followUps(of: $0) }
        for kept in reports.all {
            if let question = kept.question { all.append(questions.followUp(of: kept, question)) }
        }
        return all.sorted { (reports.index(of: $0.of)!) < (reports.index(of: $1.of)!) }
    }
}
