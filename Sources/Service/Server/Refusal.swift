import CasusCore

/// Why a request is not answered: what is wrong, where, and the mend.
struct Refusal: Error, Equatable {
    var status: Status
    var what: String
    var place: String?
    var mend: String?

    init(_ status: Status, _ what: String, at place: String? = nil, mend: String? = nil) {
        (self.status, self.what, self.place, self.mend) = (status, what, place, mend)
    }

    /// The same as a command line would tell it.
    init(_ problem: Problem, _ status: Status? = nil) {
        self.init(status ?? Status(problem.kind), problem.what, at: problem.place, mend: problem.mend)
    }

    /// HTTP's statuses, those that are used.
    struct Status: Hashable, Sendable {
        let code: Int
        let phrase: String

        static let ok = Status(code: 200, phrase: "OK")
        static let seeOther = Status(code: 303, phrase: "See Other")
        static let permanentRedirect = Status(code: 308, phrase: "Permanent Redirect")
        static let notModified = Status(code: 304, phrase: "Not Modified")
        static let badRequest = Status(code: 400, phrase: "Bad Request")
        static let unauthorized = Status(code: 401, phrase: "Unauthorized")
        static let forbidden = Status(code: 403, phrase: "Forbidden")
        static let notFound = Status(code: 404, phrase: "Not Found")
        static let methodNotAllowed = Status(code: 405, phrase: "Method Not Allowed")
        static let tooLarge = Status(code: 413, phrase: "Content Too Large")
        static let uriTooLong = Status(code: 414, phrase: "URI Too Long")
        static let unsupportedMediaType = Status(code: 415, phrase: "Unsupported Media Type")
        static let misdirected = Status(code: 421, phrase: "Misdirected Request")
        static let internalError = Status(code: 500, phrase: "Internal Server Error")
        static let unavailable = Status(code: 503, phrase: "Service Unavailable")

        init(code: Int, phrase: String) { (self.code, self.phrase) = (code, phrase) }

        init(_ kind: Problem.Kind) {
            switch kind {
            case .usage, .input: self = .badRequest
            case .storage: self = .unavailable
            default: self = .internalError
            }
        }
    }
}
