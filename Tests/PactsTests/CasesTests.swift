import Pacts
import Testing

struct CasesTests {
    @Test(arguments: Case.all("history") + Case.all("today"))
    func answersAsTheSourcesDo(_ example: Case) throws { try example.check() }

    @Test func thereAreAtLeastSixtyCases() {
        let cases = Case.all("history") + Case.all("today")
        #expect(cases.count >= 60)
        #expect(Set(cases.map(\.name)).count == cases.count)
        #expect(cases.count { $0.known != nil } * 10 <= cases.count)
    }
}
