import Casus
import Testing

/// Rows of the lexicon that ask for a class of noun at a position other than the object.
struct FramesTests {
    @Test(arguments: [
        Sample("Sofia provided Kyiv with shells.", "AID actual BGR>UKR"),
        Sample("Bulgaria supplied Ukraine with shells.", "AID actual BGR>UKR"),
    ])
    func classesStandAtOtherPositionsToo(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        for wanted in sample.says { #expect(found.contains(wanted), "found \(found)") }
    }

    /// A pair of clauses for each type of act, in words that news uses for it.
    @Test(arguments: [
        Sample("Norway was told that Sweden had contributed tents to the camps in Chad.", "AID actual SWE>TCD"),
        Sample("Peru sheltered refugees from Venezuela.", "AID actual PER>VEN"),
        Sample("Peru took issue with Chile over the border.", "ACCUSE actual PER>CHL"),
        Sample("The Chilean prosecutor brought charges against the Peruvian general.", "ACCUSE actual CHL>PER"),
        Sample("Peru threw its weight behind Chile.", "SUPPORT actual PER>CHL"),
        Sample("Peru came to the defence of Chile.", "SUPPORT actual PER>CHL"),
        Sample("The Peruvian president had lunch with his Chilean counterpart.", "CONSULT actual CHL+PER"),
        Sample("Peru entered into negotiations with Chile.", "CONSULT actual CHL+PER"),
        Sample("Peru supplied Chile with gas.", "COOPERATE actual PER>CHL"),
        Sample("Peru's army retook the town from the rebels.", "ASSAULT actual PER>the rebels"),
        Sample("The Peruvian premier tendered his resignation.", "RETREAT actual PER"),
        Sample("Peru returned the bones to Chile.", "RETREAT actual PER>CHL"),
        Sample("Peru approached Chile for a loan.", "REQUEST actual PER>CHL"),
        Sample("Peru appealed for peace in Haiti.", "REQUEST actual PER"),
        Sample("Peru scuppered the deal with Chile.", "REJECT actual PER>CHL"),
        Sample("Peru shrugged off the Chilean warning.", "REJECT actual PER>CHL"),
        Sample("Peru presented Chile with an ultimatum.", "THREATEN actual PER>CHL"),
        Sample("The miners of Peru walked off the job.", "PROTEST actual PER"),
        Sample("Students rallied in Lima, the capital of Peru.", "PROTEST actual PER"),
        Sample("Peru broke off cooperation with Chile.", "SANCTION actual PER>CHL"),
        Sample("Peru shadowed a Chilean frigate.", "MOBILIZE actual PER>CHL"),
        Sample("Peru slapped tariffs on Chilean wine.", "COERCE actual PER>CHL"),
        Sample("Peru sealed off the village.", "COERCE actual PER"),
        Sample("Peruvian troops shelled the suburb.", "ASSAULT actual PER"),
    ])
    func everyTypeHasItsWords(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        for wanted in sample.says { #expect(found.contains(wanted), "found \(found)") }
    }
}
