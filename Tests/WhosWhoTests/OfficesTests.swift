import CasusCore
import Tables
import Testing

@testable import WhosWho

struct OfficesTests {
    @Test(arguments: [
        ("foreign-minister", "RUS", "2001-01-01", ["anna-example"]), ("foreign-minister", "RUS", "2024-01-01", ["boris-example"]),
        ("foreign-minister", "RUS", "2004-03-09", ["anna-example", "boris-example"]), ("foreign-minister", "RUS", "1999-01-01", []),
        ("foreign-minister", "DEU", "2001-01-01", []), ("head-of-state", "RUS", "2012-01-01", ["anna-example"]),
        ("head-of-state", "RUS", "2018-05-31", ["anna-example"]), ("head-of-state", "RUS", "2018-06-01", []),
        ("secretary-general", "NATO", "2010-06-01", ["carl-muster"]), ("no-office", "RUS", "2010-06-01", []),
    ])
    func `holders are those of the day`(office: String, body: String, day: String, holders: [String]) {
        #expect(world.holders(of: office, body: body, on: Day(iso: day)!).map(\.id) == holders)
    }

    @Test func `offices are those of the day`() {
        let offices = world.offices(of: "anna-example", on: Day(iso: "2013-01-01")!)
        #expect(offices.map(\.office) == ["head-of-state"])
        #expect(offices.map(\.body) == ["RUS"])
        #expect(world.offices(of: "anna-example").count == 2)
        #expect(world.offices(of: "nobody").isEmpty)
    }

    @Test func `people, organisations, outlets, titles and groups are found by their keys`() {
        #expect(world.person("anna-example") == Person(id: "anna-example", name: "Anna Example", state: "RUS", gender: "female"))
        #expect(world.person("nobody") == nil)
        #expect(world.organisation("LON")?.name == "League of Nations")
        #expect(world.organisation("LON")?.period == Period(from: Day(iso: "1920-01-10"), to: Day(iso: "1946-04-18")))
        #expect(world.outlet("TASS")?.ownership == "state")
        #expect(world.title("foreign minister") == Title(office: "foreign-minister", sector: "GOV"))
        #expect(world.title("activist")?.office == "")
        #expect(world.title("prime mover") == nil)
        #expect(world.group("army") == Group(sector: "MIL", isPublic: true))
        #expect(world.group("company")?.isPublic == false)
    }
}

struct PeriodTests {
    @Test(arguments: ["2024-06-19", "2024-06", "2024-12", "1961", "1961~", "1961-02?", "194X", "2024-06-19~", "1900-02"])
    func `a period is as wide as its dates`(date: String) throws {
        var draft = Draft()
        _ = try draft.add(Array("code,from,name,to\nRUS,\(date),Russia,\(date)\n".utf8), to: .states)
        let edtf = try #require(EDTF(date))
        let state = try #require(WhosWho(tables: Tables(draft)).state("RUS"))
        #expect(state.periods == [Period(from: edtf.earliest, to: edtf.latest)])
    }
}
