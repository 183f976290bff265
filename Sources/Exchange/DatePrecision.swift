package import CasusCore

/// How exact a date is.
package enum DatePrecision: String, Sendable, CaseIterable {
    case day, month, year
    /// From one date to another, or without end.
    case range
    /// Marked as uncertain, or with digits left open.
    case approximate
    /// No date is known.
    case none
}

extension EDTF {
    package var precision: DatePrecision {
        if description.utf8.contains(where: { "~?%X".utf8.contains($0) }) { return .approximate }
        if description.utf8.contains(UInt8(ascii: "/")) { return .range }
        return switch description.utf8.count {
        case 4: .year
        case 7: .month
        default: .day
        }
    }

    /// What is beyond doubt in a date, for formats that know no doubt: a plain date, or the plain ends of a range.
    package struct Certain: Hashable, Sendable {
        package var date: String?
        package var from: String?
        package var to: String?
    }

    package var certain: Certain {
        let parts = description.split(separator: "/", omittingEmptySubsequences: false).map(Self.plain)
        return parts.count == 2 ? Certain(from: parts[0], to: parts[1]) : Certain(date: parts.first ?? nil)
    }

    /// Nil where a mark, an open digit or nothing at all stands there.
    private static func plain(_ part: Substring) -> String? {
        let isPlain = !part.isEmpty && part.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39) }
        return isPlain ? String(part) : nil
    }
}
