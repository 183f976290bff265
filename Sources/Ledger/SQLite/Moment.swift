import CasusCore

/// What the ledger held at a time: now, or after the last reading that had finished by then.
struct Moment {
    /// The number of that reading; nil: now.
    let reading: Int?

    init(_ knownBy: Instant?, _ connection: Connection) throws(Problem) {
        guard let knownBy else {
            reading = nil
            return
        }
        let last = try connection.number(
            "SELECT id FROM reading WHERE finished <= ? ORDER BY finished DESC, id DESC LIMIT 1", .integer(Int(knownBy.seconds)))
        reading = last ?? 0
    }

    /// The condition on a row of `held` or `link`.
    func holds(_ alias: String) -> String {
        guard let reading else { return "\(alias).until_reading IS NULL" }
        return "\(alias).from_reading <= \(reading) AND (\(alias).until_reading IS NULL OR \(alias).until_reading > \(reading))"
    }
}
