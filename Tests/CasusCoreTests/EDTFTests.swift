import Testing

@testable import CasusCore

struct EDTFTests {
    @Test(arguments: [
        ("2024-06-19", "2024-06-19", "2024-06-19"), ("2024-06", "2024-06-01", "2024-06-30"), ("1961~", "1961-01-01", "1961-12-31"),
        ("194X", "1940-01-01", "1949-12-31"), ("2024-06/2024-08", "2024-06-01", "2024-08-31"), ("1945~/1949~", "1945-01-01", "1949-12-31"),
    ])
    func bounds(text: String, first: String, last: String) throws {
        let date = try #require(EDTF(text))
        #expect(date.earliest == Day(iso: first))
        #expect(date.latest == Day(iso: last))
        #expect(date.description == text)
    }

    @Test func openEnds() throws {
        #expect(try #require(EDTF("2019/..")).latest == nil)
        #expect(try #require(EDTF("../2019")).earliest == nil)
        #expect(try #require(EDTF("2019/..")).overlaps(try #require(EDTF("2031"))))
        #expect(try #require(EDTF("2019/..")).overlaps(try #require(EDTF("2018"))) == false)
    }

    @Test(arguments: ["", "20", "2024-13", "2024-06-31", "June", "2024/2023", "../..", "2024-6"])
    func refuses(text: String) {
        #expect(EDTF(text) == nil)
    }
}
