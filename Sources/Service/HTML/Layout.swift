import Answers
import CasusCore

/// The frame of every page: name, search, the two days, the ways on, and the forms in which it can be taken along.
struct Layout {
    let links: Links
    let assets: Assets
    /// The path without its ending: `/pair/PRK-RUS`.
    let path: String
    let query: Query
    /// What the first part of the path stands for in the navigation.
    let section: String

    static let sections: [(path: String, name: String)] = [
        ("treaties", "Treaties"), ("scenario", "Who is bound?"), ("timeline", "Timeline"), ("claims", "Claims"), ("questions", "Open"),
        ("actors", "Actors"), ("documents", "Documents"), ("read", "Read"),
    ]

    func page(_ page: Page) -> [UInt8] {
        var html = HTML()
        html.raw("<!DOCTYPE html>\n")
        html.element("html", ["lang": "en"]) { html in
            html.element("head") { html in head(page, in: &html) }
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#main"], "To the content")
                header(in: &html)
                html.element("main", ["id": "main", "class": "page-" + page.kind]) { html in page.content(&html) }
                footer(page, in: &html)
            }
        }
        html.raw("\n")
        return html.bytes
    }

    private func head(_ page: Page, in html: inout HTML) {
        html.empty("meta", ["charset": "utf-8"])
        html.element("title", [:], page.title + " · Casus")
        html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.empty("meta", ["name": "color-scheme", "content": "light dark"])
        html.empty("link", ["rel": "icon", "href": assets.icon.address, "type": "image/svg+xml"])
        html.empty("link", ["rel": "stylesheet", "href": assets.style.address])
        html.element("script", ["src": assets.script.address, "defer": ""], "")
        if page.hasTwins {
            html.empty("link", ["rel": "alternate", "type": "application/json", "href": twin("json")])
        }
    }

    private func header(in html: inout HTML) {
        html.element("header", ["class": "top"]) { html in
            html.element("div", ["class": "brand"]) { html in
                html.element("a", ["href": links.home, "class": "name"]) { html in
                    html.text("Casus")
                }
                html.element("form", ["action": "/search", "method": "get", "role": "search", "class": "find"]) { html in
                    html.element("label", ["class": "unseen", "for": "find"], "Search texts, states and treaties")
                    html.empty("input", ["id": "find", "type": "search", "name": "words", "placeholder": "Search texts, states, treaties"])
                    html.empty("input", ["type": "hidden", "name": "on", "value": links.on.description])
                    html.empty("input", ["type": "hidden", "name": "known-by", "value": links.knownBy.description])
                    html.element("button", [:], "Search")
                }
            }
            html.element("nav", ["aria-label": "Casus"]) { html in
                html.element("ul") { html in
                    for (path, name) in Layout.sections {
                        html.element("li") { html in
                            html.element("a", ["href": links.to([path]), "aria-current": path == section ? "page" : nil], name)
                        }
                    }
                }
            }
            html.element("form", ["class": "days", "action": path, "method": "get", "aria-label": "The days asked about"]) { html in
                for (name, value) in query.items where name != "on" && name != "known-by" && !value.isEmpty {
                    html.empty("input", ["type": "hidden", "name": name, "value": value])
                }
                html.element("label", [:]) { html in
                    html.text("True on ")
                    html.empty("input", ["type": "date", "name": "on", "value": links.on.description, "required": ""])
                }
                html.element("label", [:]) { html in
                    html.text("Known by ")
                    html.empty("input", ["type": "date", "name": "known-by", "value": links.knownBy.description, "required": ""])
                }
                html.element("button", [:], "Show")
            }
        }
    }

    private func footer(_ page: Page, in html: inout HTML) {
        html.element("footer", ["class": "end"]) { html in
            if page.hasTwins {
                html.element("p", [:]) { html in
                    html.text("This page as data: ")
                    html.link(twin("json"), "JSON")
                    html.text(", ")
                    html.link(twin("csv"), "CSV")
                    html.text(", ")
                    html.link(twin("ndjson"), "NDJSON")
                    if page.picture != nil {
                        html.text("; its picture: ")
                        html.link(twin("svg"), "SVG")
                    }
                    html.text(".")
                }
            }
            if page.status == .ok {
                html.element("p", [:]) { html in
                    html.text("Cite this page: ")
                    html.element("span", ["class": "cite", "data-copy": ""]) { html in
                        html.text("Casus, “\(page.title)”, true on \(links.on), as known by \(links.knownBy), ")
                        html.element("span", ["class": "here"], permalink)
                    }
                }
            }
            html.element("p", ["class": "fine"]) { html in
                html.text("Casus tells what texts state and what treaties say, and of neither more. Check the sentence before you cite. ")
                html.link(links.to(["about"]), "How to read these pages")
                html.text(" · ")
                html.link("/api/v1/", "The API")
            }
        }
    }

    /// The address with both days in it, so that it shows the same tomorrow.
    var permalink: String { address(path) }

    private func twin(_ ending: String) -> String { address((path == "/" ? "/index" : path) + "." + ending) }

    private func address(_ path: String) -> String {
        var query = query
        query.remove("on")
        query.remove("known-by")
        query.add("on", links.on.description)
        query.add("known-by", links.knownBy.description)
        return path + "?" + query.text
    }
}

/// One page, in whatever form it is asked for.
struct Page {
    var title: String
    /// The class of its main part, by which its style is chosen.
    var kind: String
    /// What its twins tell; nil of a page that only helps to ask.
    var answer: (any AnswerForms)?
    /// Its picture, as a file of its own.
    var picture: (() -> String)?
    var status: Refusal.Status = .ok
    var content: (inout HTML) -> Void

    var hasTwins: Bool { answer != nil }
}
