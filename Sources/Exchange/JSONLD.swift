package import CasusCore

/// A document with its statements as linked data: one JSON-LD object a line, its context inside.
///
/// The document and what it claims are in the words of schema.org, the places in the text in those of the W3C's Web
/// Annotation, where statements come from in those of PROV, the rest in Casus' own. The subject is always the statement, never
/// the act: `status` says how it stands, and nothing is said of the act itself.
package enum JSONLD {
    /// One document, without the line's end. What people took back is left out.
    package static func line(_ publication: Publication, _ kept: [Kept]) -> String {
        var json = JSONWriter(omittingEmpty: true)
        json.object { json in
            json.key("@context")
            json.verbatim(context.utf8)
            json.field("@id", document(publication))
            json.field("@type", publication.publisher == nil ? "CreativeWork" : "NewsArticle")
            json.field("identifier", publication.name)
            json.field("headline", publication.title)
            json.field("datePublished", publication.published?.description)
            json.named("publisher", publication.publisher, as: "Organization")
            json.named("author", publication.author, as: nil)
            json.field("url", publication.url.flatMap(iri))
            json.field("sha256", publication.sha)
            json.key("states")
            json.array(kept.filter(\.isStated)) { write($1, to: &$0) }
        }
        return json.string
    }

    /// What the names stand for. Those that are not listed are Casus' own.
    static let context = #"""
        {"@vocab":"urn:casus:ns#","schema":"https://schema.org/","oa":"http://www.w3.org/ns/oa#","prov":"http://www.w3.org/ns/prov#",\#
        "xsd":"http://www.w3.org/2001/XMLSchema#","CreativeWork":"schema:CreativeWork","NewsArticle":"schema:NewsArticle",\#
        "Organization":"schema:Organization","Country":"schema:Country","Claim":"schema:Claim","Question":"schema:Question",\#
        "identifier":"schema:identifier","headline":"schema:headline","name":"schema:name","text":"schema:text",\#
        "datePublished":{"@id":"schema:datePublished","@type":"schema:Date"},"publisher":"schema:publisher","author":"schema:author",\#
        "url":{"@id":"schema:url","@type":"@id"},"sha256":"schema:sha256","appearance":{"@id":"schema:appearance","@type":"@id"},\#
        "about":{"@id":"schema:about","@type":"@id"},"claims":{"@type":"@id"},"sameHappening":{"@type":"@id"},\#
        "place":"schema:location","annotation":{"@reverse":"oa:hasBody"},"target":"oa:hasTarget","source":{"@id":"oa:hasSource","@type":"@id"},\#
        "selector":"oa:hasSelector","SpecificResource":"oa:SpecificResource","Annotation":"oa:Annotation",\#
        "TextPositionSelector":"oa:TextPositionSelector","TextQuoteSelector":"oa:TextQuoteSelector",\#
        "start":{"@id":"oa:start","@type":"xsd:nonNegativeInteger"},"end":{"@id":"oa:end","@type":"xsd:nonNegativeInteger"},\#
        "exact":"oa:exact","wasGeneratedBy":"prov:wasGeneratedBy","used":{"@id":"prov:used","@type":"@id"},"Activity":"prov:Activity",\#
        "recorded":{"@id":"prov:generatedAtTime","@type":"xsd:dateTime"},"at":{"@type":"xsd:dateTime"},\#
        "confidence":{"@type":"xsd:decimal"},"date":{"@type":"http://id.loc.gov/datatypes/edtf/EDTF"},\#
        "signed":{"@type":"http://id.loc.gov/datatypes/edtf/EDTF"}}
        """#

    static func document(_ publication: Publication) -> String { "urn:casus:document:" + publication.key }

    static func statement(_ id: String) -> String { "urn:casus:statement:" + id }

    private static func iri(_ url: String) -> String? {
        // What an IRI may not hold would spoil the whole document for a strict reader.
        let isSound = url.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\"{}|\\^`".unicodeScalars.contains($0) }
        return isSound && url.contains(":") ? url : nil
    }
}

extension JSONWriter {
    /// A node that has only a name, where there is one.
    fileprivate mutating func named(_ key: String, _ name: String?, as type: String?) {
        guard let name else { return }
        self.key(key)
        object { json in
            json.field("@type", type)
            json.field("name", name)
        }
    }
}
