import Casus
import CasusCore

/// An explanation as data: one object a sentence, in which every key is there.
struct ExplanationJSON {
    let knowledge: Knowledge
    let document: Document

    func write(_ sentence: ExplainedSentence, to json: inout JSONWriter) {
        json.object { json in
            json.field("document", document.name)
            json.field("sentence", sentence.number)
            json.field("kind", sentence.kind)
            span(sentence.span, to: &json)
            json.key("bytes")
            json.array([sentence.bytes.lowerBound, sentence.bytes.upperBound]) { $0.value($1) }
            json.field("text", sentence.text)
            json.key("tree")
            json.array(sentence.words) { json, word in self.word(word, to: &json) }
            json.key("read")
            json.array(sentence.read) { json, read in
                json.object { json in
                    json.key("statement")
                    json.verbatim(read.statement.json.utf8)
                    json.field("word", read.word)
                    json.field("text", read.text)
                    source(read.source, to: &json)
                    grounds(read.grounds, to: &json)
                    json.key("tried")
                    json.array(read.tried) { json, attempt in self.attempt(attempt, to: &json) }
                }
            }
            json.key("rejected")
            json.array(sentence.rejected) { json, word in
                json.object { json in
                    json.field("kind", word.kind)
                    json.field("word", word.word)
                    json.field("text", word.text)
                    json.field("lemma", word.lemma)
                    json.key("tried")
                    json.array(word.attempts) { json, attempt in self.attempt(attempt, to: &json) }
                }
            }
        }
    }

    private func word(_ word: ExplainedWord, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", word.number)
            json.field("word", word.text)
            json.field("lemma", word.lemma)
            json.field("upos", word.upos)
            json.field("xpos", word.xpos)
            json.field("head", word.head)
            json.field("relation", word.relation)
            span(word.span, to: &json)
            json.field("mended", word.isMended)
        }
    }

    private func attempt(_ attempt: Attempt, to json: inout JSONWriter) {
        json.object { json in
            json.field("reason", attempt.reason.rawValue)
            json.field("says", attempt.reason.says)
            json.field("words", attempt.detail.isEmpty ? nil : attempt.detail)
            source(attempt.source, to: &json)
            grounds(attempt.grounds, to: &json)
        }
    }

    private func grounds(_ grounds: [Ground], to json: inout JSONWriter) {
        json.key("because")
        json.array(grounds) { json, ground in
            json.object { json in
                json.field("of", ground.topic.rawValue)
                json.field("words", ground.words)
                span(ground.span, to: &json)
                json.field("says", ground.says)
                source(ground.source, to: &json)
            }
        }
    }

    private func span(_ span: Span?, to json: inout JSONWriter) {
        json.key("span")
        guard let span else { return json.null() }
        json.array([span.start, span.end]) { $0.value($1) }
    }

    private func source(_ source: Source?, to json: inout JSONWriter) {
        json.key("source")
        guard let source else { return json.null() }
        let place = knowledge.place(of: source)
        json.object { json in
            json.field("file", place.file)
            json.field("line", place.line)
            json.field("key", place.key)
        }
    }
}
