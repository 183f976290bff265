import CasusCore

/// How the statements read from one report compare with its expected records.
package struct Score: Sendable {
    package struct Match: Sendable {
        package var expected: Expected
        package var found: Found
        package var details: [Detail]
    }

    /// Required records that were found, each with one statement.
    package var matches: [Match] = []
    /// Statements that a careful reader may add.
    package var welcome: [Found] = []
    package var missed: [Expected] = []
    /// Statements that fit nothing, with the record that forbids them where there is one.
    package var wrong: [(found: Found, forbidden: Expected?)] = []

    /// Matches statements to records one to one, within a sentence: as many required records as possible, then optional ones.
    package init(_ found: [Found], against expected: [Expected], in report: Report) {
        let never = expected.filter { $0.force == .never }
        var open: [Found] = []
        for statement in found {
            if let forbidden = never.first(where: { $0.shape(fitting: statement, in: report) != nil }) {
                wrong.append((statement, forbidden))
            } else {
                open.append(statement)
            }
        }
        let required = expected.filter { $0.force == .required }
        let optional = expected.filter { $0.force == .optional }
        let records = required + optional
        var pairing = Pairing(records: records, statements: open, report: report)
        pairing.pair()
        for (index, record) in required.enumerated() {
            if let partner = pairing.statement[index], let shape = record.shape(fitting: open[partner], in: report) {
                matches.append(Match(expected: record, found: open[partner], details: shape.details(of: open[partner])))
            } else {
                missed.append(record)
            }
        }
        for (index, statement) in open.enumerated() {
            switch pairing.record[index] {
            case nil:
                // "Both deny": a claim for each of several speakers is one record.
                if statement.kind == "claim",
                    required.contains(where: { $0.shape(fitting: statement, in: report)?.speakers?.count ?? 0 > 1 })
                {
                    welcome.append(statement)
                } else {
                    wrong.append((statement, nil))
                }
            case let partner? where partner >= required.count: welcome.append(statement)
            default: break
            }
        }
        wrong.sort { $0.found.span < $1.found.span }
    }
}

/// A one-to-one pairing of records and statements by augmenting paths: a record once paired stays paired, so required ones come first.
private struct Pairing {
    /// For each record the statements that fit it, those with more right details first.
    let choices: [[Int]]
    var statement: [Int?]
    var record: [Int?]

    init(records: [Expected], statements: [Found], report: Report) {
        choices = records.map { record in
            let fitting = statements.indices.compactMap { index -> (index: Int, right: Int)? in
                guard let shape = record.shape(fitting: statements[index], in: report) else { return nil }
                return (index, shape.details(of: statements[index]).count(where: \.right))
            }
            return fitting.sorted { ($1.right, $0.index) < ($0.right, $1.index) }.map(\.index)
        }
        statement = Array(repeating: nil, count: records.count)
        record = Array(repeating: nil, count: statements.count)
    }

    mutating func pair() {
        for index in choices.indices {
            var seen: Set<Int> = []
            _ = place(index, &seen)
        }
    }

    private mutating func place(_ index: Int, _ seen: inout Set<Int>) -> Bool {
        // A free statement first, so that nobody is moved from the better one without need.
        if let free = choices[index].first(where: { record[$0] == nil }) {
            record[free] = index
            statement[index] = free
            return true
        }
        for choice in choices[index] where seen.insert(choice).inserted {
            guard let holder = record[choice], place(holder, &seen) else { continue }
            record[choice] = index
            statement[index] = choice
            return true
        }
        return false
    }
}
