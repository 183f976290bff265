/// One token and what the splitter asks of it.
struct Piece {
    var start: Int32
    var end: Int32
    /// Of the first character.
    var kind: CharacterKind
    /// Whether white space or the start of the text stands before it.
    var spaceBefore: Bool
    var form: Form
    /// Whether the number of straight quotes before it in the block is odd.
    var quoted: Bool

    enum Form: UInt8 {
        case plain
        /// A word with a full stop of its own, such as "U.S." or "Sept."
        case abbreviated
        /// A web or mail address.
        case address
        case emoticon
        /// A line drawn with signs: "=====".
        case rule
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    var abbreviated: Bool { form == .abbreviated }
}
