import CasusCore
import Treaties

extension Standing {
    /// "in force since 1949-08-24"
    func words(signed: EDTF) -> String {
        switch reason {
        case .since(let date): date.map { "in force since \($0)" } ?? "in force"
        case .inexact(let date): "in force or not: the day is known only as \(date)"
        case .notYet(let date): date.map { "signed \(signed), in force only from \($0)" } ?? "signed \(signed), not in force"
        case .ended(let end): "\(end.how.words) on \(end.on)"
        case .joinedLater(let date): "a party only from \(date)"
        case .left(let date, let exit): exit == .stateEnded ? "no longer a party after \(date)" : "a party only until \(date)"
        case .neverRatified: "signed, never bound"
        case .noParty: "no party"
        case .dutyFrom(let date): "holds only from \(date)"
        case .dutyUntil(let date): "held only until \(date)"
        }
    }

}

extension Treaty.End.How {
    fileprivate var words: String {
        switch self {
        case .expired: "expired"
        case .lapsed: "lapsed"
        case .denounced: "denounced, without effect"
        case .annulled: "annulled"
        case .terminated: "terminated"
        case .superseded: "superseded"
        case .violated: "broken"
        case .fulfilled: "fulfilled"
        case .stateEnded: "ended with one of its states"
        }
    }
}
