import CasusCore

extension Status {
    /// What remains of a status inside something that is itself only planned, possible, alleged, denied or negated.
    func under(_ outer: Status) -> Status {
        switch (self, outer) {
        case (_, .actual): self
        case (.actual, _): outer
        // "did not refuse to go", "denied refusing to go": what was not done is not told as done either.
        case (.negated, .negated), (.negated, .denied), (.denied, .negated): .possible
        // "may deny having attacked": nobody has denied anything yet.
        case (.denied, .possible), (.denied, .planned): .possible
        case (_, .denied), (.denied, _): .denied
        // "accused them of refusing to go", "of planning to attack": the accuser does not say that it was done.
        case (.negated, .alleged): .negated
        case (.planned, .alleged), (.possible, .alleged): .possible
        case (_, .alleged), (.alleged, _): .alleged
        // "promised not to go", "is expected not to go"
        case (.planned, .planned): .planned
        case (.negated, .planned): .negated
        case (.planned, .possible), (.possible, .planned), (.possible, .possible), (.negated, .possible): .possible
        case (.planned, .negated), (.possible, .negated): .negated
        }
    }
}
