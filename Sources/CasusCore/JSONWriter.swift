/// Writes JSON with the keys in the order given, into one growing buffer of bytes.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    /// Where the last name of a field begins, while its value is still to come.
    private var field: (start: Int, needsComma: Bool)?
    private let omitsEmpty: Bool

    /// - Parameter omitsEmpty: leave out fields that are null or an empty list.
    public init(omittingEmpty omitsEmpty: Bool = false) { self.omitsEmpty = omitsEmpty }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func object(_ fields: (inout JSONWriter) -> Void) {
        field = nil
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        fields(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    public mutating func array<S: Sequence>(_ items: S, _ write: (inout JSONWriter, S.Element) -> Void) {
        let named = field
        field = nil
        separate()
        bytes.append(UInt8(ascii: "["))
        let start = bytes.count
        needsComma = false
        for item in items { write(&self, item) }
        if omitsEmpty, let named, bytes.count == start { return takeBack(named) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// The name of the field that the next value belongs to.
    public mutating func key(_ name: String) {
        field = (bytes.count, needsComma)
        separate()
        quoted(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func value(_ string: String?) {
        guard let string else { return null() }
        field = nil
        separate()
        quoted(string)
        needsComma = true
    }

    public mutating func value(_ number: Int?) {
        guard let number else { return null() }
        raw(String(number))
    }

    public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

    /// Rounded to three decimals.
    public mutating func value(_ number: Double) {
        let thousandths = Int(number * 1000 + (number < 0 ? -0.5 : 0.5))
        let digits = String(abs(thousandths) % 1000)
        var fraction = String(repeating: "0", count: 3 - digits.count) + digits
        while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
        raw((thousandths < 0 ? "-" : "") + String(abs(thousandths) / 1000) + "." + fraction)
    }

    /// A field with its value; null where there is none.
    public mutating func field(_ name: String, _ value: String?) {
        key(name)
        self.value(value)
    }

    public mutating func field(_ name: String, _ value: Int?) {
        key(name)
        self.value(value)
    }

    public mutating func field(_ name: String, _ value: Bool) {
        key(name)
        self.value(value)
    }

    /// A field with a list of strings.
    public mutating func field(_ name: String, _ values: some Sequence<String>) {
        key(name)
        array(values) { $0.value($1) }
    }

    public mutating func null() {
        if omitsEmpty, let field { return takeBack(field) }
        raw("null")
    }

    /// A value that is JSON already.
    package mutating func verbatim(_ json: some Collection<UInt8>) {
        field = nil
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Unwrites the name of a field that has no value.
    private mutating func takeBack(_ named: (start: Int, needsComma: Bool)) {
        bytes.removeSubrange(named.start...)
        needsComma = named.needsComma
        field = nil
    }

    private mutating func raw(_ text: String) {
        field = nil
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func quoted(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
