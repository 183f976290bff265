import CasusCore
import Testing

@testable import Service

/// Mends that speak of the command line, as a client over a network can follow them.
struct HintTests {
    @Test(arguments: [
        ("write casus dossier RUS PRK", "write /api/v1/dossier?state=RUS&state=PRK"),
        ("write casus pacts show north-atlantic-1949", "write /api/v1/pacts/show?treaty=north-atlantic-1949"),
        ("write casus pacts changed 2024-01-01..2024-12-31", "write /api/v1/pacts/changed?between=2024-01-01..2024-12-31"),
        ("write casus bound --attacked STATE --by STATE", "write /api/v1/bound?attacked=STATE&by=STATE"),
        ("casus info lists publishers and documents", "/api/v1/info lists publishers and documents"),
        ("casus actors lists who there is", "/api/v1/actors lists who there is"),
        ("give --attacked STATE", "give attacked=STATE"),
        ("give --from before --to", "give from before to"),
        ("leave out --source to ask the curated treaties", "leave out source to ask the curated treaties"),
        ("did you mean Russia?", "did you mean Russia?"),
    ])
    func speaksOfAddresses(mend: String, hint: String) {
        #expect(Hint.forNetwork(mend) == hint)
    }

    @Test func placesLoseTheirHyphens() {
        let problem = Problem(.usage, "no state", at: "--attacked", mend: nil).forNetwork
        #expect(problem.place == "attacked")
    }
}
