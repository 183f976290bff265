import Casus
import Testing

/// What holds of the statements of any text whatever.
///
/// - Parameter withSentences: looks at the sentences too, which takes as long again.
func expectInvariants(_ document: Document, _ name: String, withSentences: Bool = true) throws {
    var reader = try Shared.knowledge.get().reader()
    let statements = reader.read(document)
    let scalars = Array(document.text.string.unicodeScalars)
    let body = document.text.codePoints(before: document.bodyStart)
    let ids = Set(statements.map(\.id))
    #expect(ids.count == statements.count, "\(name): two statements of one id")
    func inside(_ span: Span?, _ what: String) {
        guard let span else { return }
        #expect(span.start >= body && span.start <= span.end && span.end <= scalars.count, "\(name): \(what) \(span)")
    }
    for statement in statements {
        let origin = statement.origin
        inside(origin.span, "span")
        guard origin.span.start >= 0, origin.span.start < origin.span.end, origin.span.end <= scalars.count else { continue }
        var quote = String.UnicodeScalarView()
        quote.append(contentsOf: scalars[origin.span.start..<origin.span.end])
        #expect(String(quote).unicodeScalars.elementsEqual(origin.quote.unicodeScalars), "\(name): \(statement.json)")
        #expect(origin.document == document.name && origin.sentence >= 1 && !origin.rule.isEmpty)
        #expect((0...1).contains(origin.confidence), "\(name): \(statement.json)")
        #expect(links(of: statement).allSatisfy(ids.contains), "\(name): dangling \(statement.json)")
        #expect(!links(of: statement).contains(statement.id), "\(name): linked to itself \(statement.json)")
        if case .claim(let claim) = statement {
            for span in [claim.speakerSpan, claim.cueSpan, claim.contentSpan] + claim.contentPieces { inside(span, "part") }
        }
    }
    expectOrder(of: statements, name)
    if withSentences { try expectSentences(of: statements, in: document, name) }
    let again = reader.read(document).map(\.json)
    #expect(again == statements.map(\.json), "\(name): a second reading differs")
}

private func links(of statement: Statement) -> [String] {
    switch statement {
    case .event(let it): it.claims + it.about + it.sameAs
    case .agreement(let it): it.claims + it.sameAs
    case .claim(let it): it.claims
    case .question: []
    }
}

/// Sentences do not overlap: the spans of a later one start where those of an earlier one have ended.
private func expectOrder(of statements: [Statement], _ name: String) {
    let bySentence = Dictionary(grouping: statements, by: \.origin.sentence).sorted { $0.key < $1.key }
    let covers = bySentence.map { _, all in Span(all.map(\.origin.span.start).min()!, all.map(\.origin.span.end).max()!) }
    for (a, b) in zip(covers, covers.dropFirst()) { #expect(a.end <= b.start, "\(name): spans of two sentences overlap") }
}

/// A text without its white space and zero-width signs: trees show one space for any of them.
private func visible(_ text: some StringProtocol) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.filter {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .format && $0.properties.generalCategory != .control
            }))
}

/// Every quote stands in the sentence whose number the statement names.
private func expectSentences(of statements: [Statement], in document: Document, _ name: String) throws {
    let mark = "# text = "
    let trees = try Shared.knowledge.get().trees(of: document)
    let sentences = trees.split(separator: "\n").filter { $0.hasPrefix(mark) }.map { $0.dropFirst(mark.count) }
    for statement in statements {
        let origin = statement.origin
        guard sentences.indices.contains(origin.sentence - 1) else {
            Issue.record("\(name): no sentence \(origin.sentence)")
            continue
        }
        // Sign by sign, for a quote may end inside a flag of two.
        let isThere = Array(visible(sentences[origin.sentence - 1]).unicodeScalars).contains(Array(visible(origin.quote).unicodeScalars))
        #expect(isThere, "\(name): \(origin.quote)")
    }
}
