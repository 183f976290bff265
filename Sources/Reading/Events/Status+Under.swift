import CasusCore

extension Status {
    /// What remains of a status inside something that is itself only planned, possible, alleged, denied or negated.
    func under(_ outer: Status) -> Status {
        switch (self, outer) {
        case (_, .actual): self
        case (.actual, _): outer
        case (.negated, .negated), (.denied, .negated): .possible
        case (_, .denied), (.denied, _): .denied
        case (_, .alleged), (.alleged, _): .alleged
        case (.planned, .planned): .planned
        case (.planned, .possible), (.possible, .planned), (.possible, .possible), (.negated, .planned), (.negated, .possible): .possible
        case (.planned, .negated), (.possible, .negated): .negated
        }
    }
}
