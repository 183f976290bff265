import CasusCore
import Testing

@testable import Treaties

struct StandingTests {
    @Test func kleene() {
        #expect((Truth.yes && .unknown) == .unknown)
        #expect((Truth.no && .unknown) == .no)
        #expect((Truth.yes || .unknown) == .yes)
        #expect((Truth.no || .unknown) == .unknown)
        #expect(!Truth.unknown == .unknown)
        // Not classical: "it or its opposite" is unknown.
        #expect((Truth.unknown || !Truth.unknown) == .unknown)
        #expect([Truth]().all == .yes)
        #expect([Truth]().any == .no)
    }
}
