/// Who acts or is acted on: a state, an organisation, a group, or a person acting for one.
public struct Actor: Hashable, Sendable {
    /// ISO 3166-1 alpha-3 (or its former forms) of a state, the usual short name of an organisation; nil only where none is known.
    public var code: String?
    /// PLOVER's sector: GOV, MIL, REB ...; nil for a state as a whole.
    public var sector: String?
    /// The actor's usual name: "Russia", "Vladimir Putin".
    public var name: String
    /// The Correlates of War number of the state.
    public var cow: Int?
    /// The Gleditsch and Ward number of the state.
    public var gw: Int?
    /// The words of the text: "The Russian president".
    public var text: String
    /// The spokesman, where `name` is the principal he speaks for.
    public var person: String?

    public init(
        code: String?, sector: String? = nil, name: String, cow: Int? = nil, gw: Int? = nil, text: String, person: String? = nil
    ) {
        self.code = code
        self.sector = sector.flatMap { $0.isEmpty ? nil : $0 }
        self.name = name
        self.cow = cow
        self.gw = gw
        self.text = text
        self.person = person
    }
}
