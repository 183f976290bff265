import Testing

@testable import Intake

struct MetadataTests {
    @Test func takesTheLeadingBlock() {
        let text =
            "Date: 2024-06-19\nSource:  The Gazette \nTitle: A visit: the first\nAuthor: A. Writer\nURL: https://a.example/b?c=d\n\nBody."
        let block = Metadata(of: Array(text.utf8))
        #expect(block.date == "2024-06-19")
        #expect(block.source == "The Gazette")
        #expect(block.title == "A visit: the first")
        #expect(block.author == "A. Writer")
        #expect(block.url == "https://a.example/b?c=d")
        #expect(text.utf8.dropFirst(block.end).elementsEqual("Body.".utf8))
    }

    @Test(
        arguments: [
            // What stands behind the block; nil where there is none.
            ("Date: 2024-06-19\n\nBody", "Body"),
            ("Date: 2024-06-19\n \t\nBody", "Body"),
            ("Date: 2024-06-19\n\n\nBody", "\nBody"),
            ("Title: é\n\nBody", "Body"),
            ("Source:\n\nBody", "Body"),
            ("Date: 2024-06-19", ""),
            ("Date: 2024-06-19\n", ""),
            ("", nil), ("\n", nil), ("Body", nil),
            ("\nDate: 2024-06-19\n\nBody", nil),
            ("Date: 2024-06-19\nBody begins at once.\n\nMore.", nil),
            ("Date 2024\n\nBody", nil),
            ("date: 2024-06-19\n\nBody", nil),
            ("Update: 2024\n\nBody", nil),
            (" Date: 2024-06-19\n\nBody", nil),
        ] as [(String, String?)])
    func endsAtTheBlankLine(_ text: String, _ rest: String?) {
        let block = Metadata(of: Array(text.utf8))
        #expect(String(decoding: Array(text.utf8)[block.end...], as: UTF8.self) == rest ?? text)
        #expect((block.end > 0) == (rest != nil))
        if rest == nil { #expect(block.date == nil && block.title == nil && block.source == nil) }
    }

    @Test func firstOfTwoCounts() {
        #expect(Metadata(of: Array("Title: one\nTitle: two\n\n.".utf8)).title == "one")
    }
}
