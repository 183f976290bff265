import CasusCore
import FoundationEssentials

/// One line of JSON Lines: a document as an object.
struct JSONLine: Decodable {
    var id: String?
    var text: String
    var published: String?
    var title: String?
    var publisher: String?
    var author: String?
    var url: String?

    /// - Parameter line: valid UTF-8.
    /// - Throws: a `Problem` without a place.
    static func read(_ line: [UInt8]) throws(Problem) -> JSONLine {
        do {
            return try JSONDecoder().decode(JSONLine.self, from: Data(line))
        } catch DecodingError.keyNotFound {
            // Only the text is asked for.
            throw Problem(.input, noText, mend: form)
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            guard let key = context.codingPath.first else { throw Problem(.input, "is not a JSON object", mend: form) }
            throw Problem(.input, "\"\(key.stringValue)\" is not a string", mend: form)
        } catch {
            throw Problem(.input, "is not JSON", mend: form)
        }
    }

    /// What is wrong with an object that is no document.
    static let noText = #"has no "text""#

    private static let form = #"a line is {"text": "...", "id": "...", "published": "2024-06-19"}"#

    enum CodingKeys: String, CodingKey {
        case id, text, published, title, publisher, author, url
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        text = try fields.decode(String.self, forKey: .text)
        // Many collections number their documents.
        if let number = try? fields.decodeIfPresent(Int.self, forKey: .id) {
            id = String(number)
        } else {
            id = try fields.decodeIfPresent(String.self, forKey: .id)
        }
        published = try fields.decodeIfPresent(String.self, forKey: .published)
        title = try fields.decodeIfPresent(String.self, forKey: .title)
        publisher = try fields.decodeIfPresent(String.self, forKey: .publisher)
        author = try fields.decodeIfPresent(String.self, forKey: .author)
        url = try fields.decodeIfPresent(String.self, forKey: .url)
    }
}
