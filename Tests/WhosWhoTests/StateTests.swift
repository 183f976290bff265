import CasusCore
import Testing

@testable import WhosWho

struct StateTests {
    @Test(
        arguments: [
            ("RUS", "1914-08-01", "Russian Empire", 365), ("RUS", "2024-01-01", "Russia", 365),
            ("RUS", "1950-01-01", "Russian Empire", 365),
            ("RUS", nil, "Russia", 365), ("DEU", "1914-08-01", "German Empire", 255), ("DEU", "2000-01-01", "Germany", 260),
        ] as [(String, String?, String, Int)])
    func `a code has the name and number of the day`(code: String, day: String?, name: String, gw: Int) throws {
        let state = try #require(world.state(code))
        let day = day.flatMap { Day(iso: $0) }
        #expect(state.name(on: day) == name)
        #expect(state.gw(on: day) == gw)
    }

    @Test func `a state is there in its times only`() throws {
        let state = try #require(world.state("RUS"))
        #expect(state.exists(on: Day(iso: "1914-08-01")!))
        #expect(!state.exists(on: Day(iso: "1950-01-01")!))
        #expect(state.exists(on: Day(iso: "2024-01-01")!))
        #expect(world.state("ZZZ") == nil)
        #expect(Set(world.states.map(\.code)).count == world.states.count)
    }

    @Test(
        arguments: [
            ("RUS", nil, ["RUS"]), ("rus", nil, ["RUS"]), ("Russia", nil, ["RUS"]), ("russia", "1950-01-01", ["SUN"]),
            ("cow-365", nil, ["RUS"]),
            ("COW-365", "1950-01-01", ["SUN"]), ("gw-260", nil, ["DEU"]), ("Congo", nil, ["COD", "COG"]), ("Congo", "1960-07-15", ["COD"]),
            ("south korea", nil, ["KOR"]), ("soviet union", "2024-01-01", ["SUN"]), ("turkiye", nil, ["TUR"]),
        ] as [(String, String?, [String])])
    func `a word of the command line is a state of the day`(word: String, day: String?, codes: [String]) {
        switch world.state(matching: word, on: day.flatMap { Day(iso: $0) }) {
        case .found(let state): #expect([state.code] == codes)
        case .ambiguous(let states): #expect(states.map(\.code) == codes)
        case .unknown: Issue.record("\(word) is not known")
        }
    }

    @Test(arguments: [
        ("Rusia", ["Russia"]), ("Gorgia", ["Georgia"]), ("cow-9999", []), ("Atlantis", []), ("", []), ("Russian", ["Russia"]),
    ])
    func `a miss comes with what is near`(word: String, suggestions: [String]) {
        #expect(world.state(matching: word) == .unknown(suggestions: suggestions))
    }
}
