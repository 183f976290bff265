import CasusCore

extension Double {
    /// With three decimals at most, as everywhere in the output.
    var decimal: String {
        var json = JSONWriter()
        json.value(self)
        return json.string
    }
}
