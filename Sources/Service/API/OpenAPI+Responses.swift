import CasusCore

/// What comes back, and what it looks like.
extension OpenAPI {
    /// - Parameter media: in which it can be had.
    func responses(_ media: [String], refusals: [String], to json: inout JSONWriter) {
        json.object { json in
            json.key("200")
            json.object { json in
                json.field("description", "The answer.")
                json.key("headers")
                json.object { json in
                    json.key("ETag")
                    json.object { json in
                        json.key("schema")
                        json.object { $0.field("type", "string") }
                    }
                }
                json.key("content")
                json.object { json in
                    for type in media {
                        json.key(type)
                        json.object { json in
                            json.key("schema")
                            json.object { json in if type != MediaType.json { json.field("type", "string") } }
                        }
                    }
                }
            }
            for code in refusals {
                json.key(code)
                json.object { json in
                    json.field("description", OpenAPI.words(code))
                    if code == "304" { return }
                    json.key("content")
                    json.object { json in
                        json.key(MediaType.problem)
                        json.object { json in
                            json.key("schema")
                            json.object { $0.field("$ref", "#/components/schemas/Problem") }
                        }
                    }
                }
            }
        }
    }

    private static func words(_ code: String) -> String {
        switch code {
        case "304": "Unchanged since the version that If-None-Match names."
        case "400": "The question is wrong: what, where and the mend."
        case "401": "No token, or a wrong one."
        case "403": "This server does not write."
        case "404": "What is named is not there."
        case "405": "No such method here."
        case "413": "The body is too large."
        case "414": "The address is too long."
        case "415": "The body is no text."
        case "421": "This server is not called so."
        default: "Too much at once; try again in a while."
        }
    }

    func components(to json: inout JSONWriter) {
        json.object { json in
            json.key("securitySchemes")
            json.object { json in
                json.key("token")
                json.object { json in
                    json.field("type", "http")
                    json.field("scheme", "bearer")
                }
            }
            json.key("schemas")
            json.object { json in
                json.key("Problem")
                json.object { json in
                    json.field("type", "object")
                    json.field("required", ["type", "title", "status", "detail", "hint"])
                    json.key("properties")
                    json.object { json in
                        for (name, types) in [
                            ("type", ["string"]), ("title", ["string"]), ("status", ["integer"]), ("detail", ["string"]),
                            ("hint", ["string", "null"]),
                        ] {
                            json.key(name)
                            json.object { $0.field("type", types) }
                        }
                    }
                }
            }
        }
    }
}
