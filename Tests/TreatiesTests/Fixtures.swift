import Casus
import CasusCore
import Treaties

let commitments = try! Commitments()
let book = commitments.book

func day(_ iso: String) -> Day { Day(iso: iso)! }

/// A small sound treaty as JSON; one piece of its text can be replaced by another.
func json(_ old: String = "", _ new: String = "", id: String = "france-poland-1900", supersedes: String = "[]") -> String {
    let text = """
        {
          "id": "\(id)",
          "title": "A treaty",
          "force": "treaty",
          "signed": "1900-02-19",
          "in_force": "1900-06-27",
          "ended": null,
          "text": "published",
          "parties": [
            { "states": ["FRA", "GBR"], "source": "text" },
            { "state": "DEU", "from": "1901-05", "to": "1905-12-31", "exit": "withdrawal", "source": "text" }
          ],
          "duties": [
            { "kind": "defence", "article": "1", "gist": "They help.", "trigger": { "act": ["attack"] }, "source": "text" }
          ],
          "supersedes": \(supersedes),
          "source": "text",
          "sources": { "text": { "cite": "The text", "seen": true } }
        }
        """
    return old.isEmpty ? text : text.replacing(old, with: new)
}

func treaty(_ text: String, file: String = "france-poland-1900.json") throws(Problem) -> Treaty {
    try Treaty(json: Array(text.utf8), file: file)
}

import Foundation

/// The package's folder.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
