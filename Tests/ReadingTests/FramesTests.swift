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
}
