package import CasusCore

extension Actor {
    /// Whether it is a state as a whole, and not somebody of it.
    package var isState: Bool { code != nil && sector == nil && (cow != nil || gw != nil) }

    /// A name for it that is safe in identifiers.
    ///
    /// Two documents mean the same by it only where that is sure: a state has its code, whoever bears an organisation's code
    /// without a sector has code and name (an official bears that of his organisation). Everybody else is one document's: the
    /// "John Smith" of another one may be another man.
    package func localID(in publication: Publication) -> String {
        if isState, let code, code.utf8.allSatisfy(Self.isSafe) { return code }
        let scope = code != nil && sector == nil ? "" : publication.key
        return SHA256.hex(Array([scope, code ?? "", sector ?? "", name].joined(separator: "\n").utf8), digits: 20)
    }

    /// The same for the spokesman who speaks in its place.
    package func spokesmanID(in publication: Publication) -> String? {
        person.map { SHA256.hex(Array([publication.key, code ?? "", "spokesman", $0].joined(separator: "\n").utf8), digits: 20) }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: byte == UInt8(ascii: "-")
        }
    }
}
