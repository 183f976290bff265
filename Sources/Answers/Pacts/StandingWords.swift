package import CasusCore
package import Treaties

extension Standing {
    /// "in force since 1949-08-24"
    package func words(signed: EDTF) -> String {
        switch reason {
        case .since(let date): date.map { "in force since \($0.told)" } ?? "in force"
        case .inexact(let date) where date.latest == nil: "signed \(signed), in force or not: no report says"
        case .inexact(let date): "in force or not: the day is known only as \(date.told)"
        case .notYet(let date): date.map { "signed \(signed), in force only from \($0.told)" } ?? "signed \(signed), not in force"
        case .ended(let end): "\(end.how.words) \(end.on.isExact ? "on " : "")\(end.on.told)"
        case .joinedLater(let date): "a party only from \(date.told)"
        case .left(let date, let exit): exit == .stateEnded ? "no longer a party after \(date.told)" : "a party only until \(date.told)"
        case .neverRatified: "signed, never bound"
        case .noParty: "no party"
        case .dutyFrom(let date): "holds only from \(date.told)"
        case .dutyUntil(let date): "held only until \(date.told)"
        }
    }
}

extension Treaty.End.How {
    fileprivate var words: String {
        switch self {
        case .expired: "expired"
        case .lapsed: "lapsed"
        case .denounced: "ended by denunciation"
        case .annulled: "annulled"
        case .terminated: "terminated"
        case .superseded: "superseded"
        case .violated: "broken"
        case .fulfilled: "fulfilled"
        case .stateEnded: "ended with one of its states"
        }
    }
}
