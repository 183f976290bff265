import Casus
import CasusCore
import Foundation
import Testing
import Treaties

@testable import Pictures

#if canImport(FoundationXML)
    import FoundationXML
#endif

let commitments = try! Commitments()
let book = commitments.book
let today = Day(iso: "2024-12-05")!

/// Every two states that are bound together by some treaty at hand, with their ladder.
struct Pair: CustomStringConvertible {
    let states: (String, String)
    let codes: (Set<String>, Set<String>)
    let chain: Supersession

    init(_ a: String, _ b: String) {
        states = (a, b)
        codes = (commitments.codes(of: a), commitments.codes(of: b))
        chain = book.supersession(between: codes.0, and: codes.1)
    }

    var description: String { "\(states.0)-\(states.1)" }

    func ladder(on day: Day? = today) -> Ladder {
        let help = book.supersession(between: codes.0, and: codes.1, kinds: [.defence, .offence, .guarantee])
        return Ladder(chain, between: codes, helpGaps: help.gaps, titled: "Treaties between \(states.0) & \(states.1)", on: day)
    }

    static let all: [Pair] = {
        var pairs: Set<[String]> = []
        for treaty in book.treaties {
            let states = Set(treaty.everParties).union(treaty.beneficiaries).union(treaty.signatories).sorted()
            for (index, a) in states.enumerated() {
                for b in states[(index + 1)...] { pairs.insert([a, b]) }
            }
        }
        return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { Pair($0[0], $0[1]) }.filter { !$0.chain.rungs.isEmpty }
    }()
}

/// What an XML reader finds in a picture.
final class Reading: NSObject, XMLParserDelegate {
    private(set) var hrefs: [String] = []
    private(set) var attributes: Set<String> = []
    private(set) var elements: Set<String> = []
    private(set) var classes: Set<String> = []
    private(set) var ids: [String] = []
    private(set) var texts: [String] = []
    private(set) var isWhole = false
    private var open = ""

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        isWhole = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes found: [String: String]
    ) {
        elements.insert(name)
        attributes.formUnion(found.keys)
        if let href = found["href"] { hrefs.append(href) }
        if let id = found["id"] { ids.append(id) }
        classes.formUnion(found["class"].map { $0.split(separator: " ").map(String.init) } ?? [])
        open = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "text" { texts.append(open) }
        open = ""
    }
}
