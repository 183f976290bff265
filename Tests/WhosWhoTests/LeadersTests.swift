import Casus
import CasusCore
import Tables
import Testing

@testable import WhosWho

/// Who stood at the head of every state in every year since 1990, or that it is known that we do not know.
struct LeadersTests {
    private static let who = WhosWho(tables: .embedded())

    @Test(arguments: 1990...2025)
    func `every state has a head`(year: Int) throws {
        let day = try #require(Day(year: year, month: 7, day: 1))
        let states = Self.who.tables[.states]
        var missing: Set<String> = []
        for row in states.rows where states.period(row, from: states.column("from"), to: states.column("to")).contains(day) {
            let code = states[row, "code"]
            let offices = ["head-of-state", "monarch", "supreme-leader"]
            if offices.allSatisfy({ Self.who.holders(of: $0, body: code, on: day).isEmpty }) { missing.insert(code) }
        }
        let known = Self.realms.union(Self.unknown.filter { $0.years.contains(year) }.map(\.code))
        #expect(missing.subtracting(known).isEmpty)
    }

    /// Where the king of the United Kingdom, or none but a distant sovereign, is head of state: its government leads.
    private static let realms: Set<String> = [
        "AND", "ATG", "AUS", "BHS", "BLZ", "BRB", "CAN", "COK", "GRD", "JAM", "KNA", "LCA", "NIU", "NZL", "PNG", "SLB", "TUV", "VCT",
    ]

    /// Vacancies, days between two holders, and captains regent who change every half year.
    private static let unknown: [(code: String, years: ClosedRange<Int>)] = [
        ("BGD", 2002...2002), ("BGR", 1990...1990), ("DDR", 1990...1990), ("DEU", 2010...2010), ("DMA", 2013...2013),
        ("DZA", 1992...1992), ("ESH", 1990...2025), ("FJI", 2000...2000), ("FSM", 1990...1990), ("GNB", 1999...1999),
        ("GNB", 2009...2009), ("HTI", 1992...1994), ("HTI", 2022...2025), ("IRQ", 2003...2003), ("KGZ", 2010...2010),
        ("KHM", 1992...1993), ("KIR", 1994...1994), ("KIR", 2003...2003), ("LBN", 2014...2016), ("LBN", 2023...2024),
        ("LBR", 1994...1996), ("LTU", 2004...2004), ("MRT", 2009...2009), ("MUS", 1990...1991), ("MUS", 2012...2012),
        ("MUS", 2018...2019), ("NRU", 1990...2007), ("NRU", 2012...2012), ("NRU", 2023...2023), ("PSE", 1990...1994),
        ("SMR", 1990...2025), ("SOM", 1998...2000), ("SVK", 1998...1998), ("SYR", 2000...2000), ("VUT", 2004...2004),
        ("VUT", 2017...2017), ("YUG", 1990...1990), ("YUG", 1997...1997), ("gw-396", 2009...2025), ("gw-397", 2009...2025),
    ]
}
