import Answers
import CasusCore

/// The API's description of itself, from the table that it answers from.
struct OpenAPI {
    /// Of Casus.
    let version: String

    var text: String {
        var json = JSONWriter()
        json.object { json in
            json.field("openapi", "3.1.0")
            json.key("info")
            json.object { json in
                json.field("title", "Casus")
                json.field("version", version.isEmpty ? "1" : version)
                json.field("summary", "A ledger of who did, said and promised what to whom, and who is bound by treaty.")
                json.field("description", OpenAPI.description)
                json.key("license")
                json.object { json in
                    json.field("name", "Apache License 2.0")
                    json.field("identifier", "Apache-2.0")
                }
            }
            json.key("servers")
            json.array(["/"]) { json, url in json.object { $0.field("url", url) } }
            json.key("paths")
            json.object { json in
                for operation in Operation.all { write(operation, to: &json) }
                writeExport(to: &json)
                writeRead(to: &json)
            }
            json.key("components")
            components(to: &json)
        }
        return json.string + "\n"
    }

    private static let description = """
        The questions of the command line, under their own names. Two days run through all of them: `on` is a day in the world, `known-by` a day of \
        the ledger. A list that was cut has `next`: give it as `cursor`. NDJSON ends with `{"kind":"end","rows":N}`; a stream without that line broke off. \
        Every answer has an ETag. What is wrong comes as application/problem+json with a `hint`.
        """

    private func write(_ operation: Operation, to json: inout JSONWriter) {
        let inquiry = operation.inquiry
        json.key(operation.path)
        json.object { json in
            json.key("get")
            json.object { json in
                json.field("operationId", inquiry.name.replacing(" ", with: "-"))
                json.field("summary", Hint.forNetwork(inquiry.summary))
                json.key("parameters")
                json.array(inquiry.parameters) { json, parameter in
                    write(parameter, words: inquiry.words?.parameter.name == parameter.name ? inquiry.words : nil, to: &json)
                }
                json.key("responses")
                responses(AnswerType.allCases.map(\.media), refusals: ["304", "400", "404", "405", "414", "421", "503"], to: &json)
            }
            json.key("parameters")
            json.array([0]) { json, _ in
                json.object { json in
                    json.field("name", "format")
                    json.field("in", "query")
                    json.field("description", "The form of the answer; else by the header Accept, else JSON.")
                    json.key("schema")
                    json.object { json in
                        json.field("type", "string")
                        json.field("enum", AnswerType.allCases.map(\.rawValue))
                    }
                }
            }
        }
    }

    private func write(_ parameter: Parameter, words: AskedWords?, to json: inout JSONWriter) {
        let isList = parameter.repeats
        json.object { json in
            json.field("name", parameter.name)
            json.field("in", "query")
            json.field("description", Hint.forNetwork(parameter.help))
            json.field("required", parameter.isRequired || (words?.least ?? 0) > 0)
            json.key("schema")
            if isList {
                json.object { json in
                    json.field("type", "array")
                    json.key("items")
                    schema(parameter, to: &json)
                    if let words {
                        json.field("minItems", words.least)
                        if let most = words.most { json.field("maxItems", most) }
                    }
                }
                json.field("style", "form")
                json.field("explode", true)
            } else {
                schema(parameter, to: &json)
            }
            json.key("example")
            if isList {
                json.array(Array(repeating: parameter.example, count: max(1, words?.least ?? 1))) { $0.value($1) }
            } else {
                example(parameter, to: &json)
            }
        }
    }

    private func example(_ parameter: Parameter, to json: inout JSONWriter) {
        switch parameter.form {
        case .number: json.value(Int(parameter.example))
        case .toggle: json.value(parameter.example == "true")
        default: json.value(parameter.example)
        }
    }

    private func schema(_ parameter: Parameter, to json: inout JSONWriter) {
        json.object { json in
            switch parameter.form {
            case .day:
                json.field("type", "string")
                json.field("format", "date")
                json.field("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
            case .number(let range):
                json.field("type", "integer")
                json.field("minimum", range.lowerBound)
                json.field("maximum", range.upperBound)
            case .choice(let words):
                json.field("type", "string")
                json.field("enum", words)
            case .toggle: json.field("type", "boolean")
            case .word:
                json.field("type", "string")
                json.field("minLength", 1)
            case .fact:
                json.field("type", "string")
                json.field("pattern", "^[^=]+(=(yes|no|unknown))?$")
            }
        }
    }

    private func writeExport(to json: inout JSONWriter) {
        json.key(Operation.base + "export")
        json.object { json in
            json.key("get")
            json.object { json in
                json.field("operationId", "export")
                json.field("summary", "Everything in the ledger, as casus import takes it in again.")
                json.key("responses")
                responses([MediaType.ndjson], refusals: ["400", "405", "414", "421", "503"], to: &json)
            }
        }
    }

    private func writeRead(to json: inout JSONWriter) {
        json.key(Operation.base + "read")
        json.object { json in
            json.key("post")
            json.object { json in
                json.field("operationId", "read")
                json.field("summary", "What a text states, a line a statement.")
                json.key("parameters")
                json.array(ReadOperation.parameters) { json, name in
                    json.object { json in
                        json.field("name", name)
                        json.field("in", "query")
                        json.field("description", ReadOperation.help(name))
                        json.key("schema")
                        json.object { json in
                            json.field("type", name == "keep" ? "boolean" : "string")
                            if name == "published" { json.field("format", "date") }
                            if name == "publisher" { json.field("minLength", 1) }
                        }
                    }
                }
                json.key("requestBody")
                json.object { json in
                    json.field("required", true)
                    json.key("content")
                    json.object { json in
                        for type in ["text/plain", MediaType.ndjson] {
                            json.key(type)
                            json.object { json in
                                json.key("schema")
                                json.object {
                                    $0.field("type", "string"); $0.field("minLength", 1)
                                }
                            }
                        }
                    }
                }
                json.key("security")
                json.array([0, 1]) { json, index in
                    json.object { json in
                        if index == 0 { return }
                        json.key("token")
                        json.array([String]()) { $0.value($1) }
                    }
                }
                json.key("responses")
                responses(
                    [MediaType.ndjson], refusals: ["400", "401", "403", "405", "413", "414", "415", "421", "503"], to: &json)
            }
        }
    }
}

extension ReadOperation {
    static func help(_ name: String) -> String {
        switch name {
        case "published": "the day of publication, against which relative dates are resolved"
        case "publisher": "who published it"
        default: "keep it in the ledger; takes the token"
        }
    }
}
