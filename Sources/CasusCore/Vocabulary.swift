/// PLOVER's event types (manual of February 2024).
public enum EventType: String, Sendable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case concede = "CONCEDE"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"
}

/// Whether what a statement speaks of has happened.
public enum Status: String, Sendable, CaseIterable {
    /// It happened, or is the case.
    case actual
    /// It is announced for the future.
    case planned
    /// It is a prospect, a hope, a fear, a condition, a doubt.
    case possible
    /// Only an accuser says so.
    case alleged
    /// It is denied.
    case denied
    /// It is reported not to have happened.
    case negated
}

/// How far an instrument has come.
public enum Stage: String, Sendable, CaseIterable {
    case proposed, negotiated, signed, ratified
    case inForce = "in-force"
    case suspended, terminated
}

/// What a party promises; in order of strength.
public enum DutyKind: String, Sendable, CaseIterable {
    case defence, offence, guarantee, neutrality, nonaggression, consultation, cooperation
}

/// What a speaker does with the content of a claim.
public enum Stance: String, Sendable, CaseIterable {
    case asserts, accuses, denies, confirms, doubts, demands, praises, criticises, asks, hopes, declines
}
