extension EDTF {
    /// Without the marks of EDTF: "about 1993", "perhaps 2014-09-19".
    package var told: String {
        switch description.last {
        case "~": "about " + description.dropLast()
        case "?": "perhaps " + description.dropLast()
        default: description
        }
    }
}
