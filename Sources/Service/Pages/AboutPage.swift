/// How pages are to be read.
enum AboutPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        Page(title: "How to read these pages", kind: "about", answer: nil) { html in
            visit.heading("How to read these pages", in: &html)
            html.element("h2", [:], "The two days")
            html.element(
                "p", [:],
                "“True on” is a day in the world: what had happened by then, which treaties were in force, who held which office. “Known by” is a day of the ledger: what it held at the end of that day, in UTC, as if nothing had been read or corrected since. Both are in every address, so that a link shows tomorrow what it shows today."
            )
            html.element("h2", [:], "What is told, and what not")
            html.element(
                "p", [:],
                "Every line rests on a sentence, which stands below it and leads to its place in the text. Nothing is told that no sentence says: what one side alleges is marked alleged, what is announced planned, what may be possible, what is denied denied, what is reported not to have happened negated. Lines without such a word are told as facts by their reports."
            )
            html.element("h2", [:], "Letters and lines")
            DocumentPage.legend(nil, in: &html)
            html.element(
                "p", [:],
                "In a text each statement begins with the letter of its kind and a number, and is underlined: events with a line, agreements with two, claims with dots, questions with dashes. The note beside the paragraph has the same letter and number; “with” names its partners."
            )
            html.element("h2", [:], "Keys")
            html.element("dl", ["class": "facts"]) { html in
                for (key, what) in [
                    ("j, k", "the next statement, the one before"), ("Enter", "from a statement to its note or its words"),
                    ("c", "copy the citation of the selected statement"),
                    ("/", "search"), ("Esc", "select nothing"),
                ] {
                    html.element("dt", [:]) { $0.element("kbd", [:], key) }
                    html.element("dd", [:], what)
                }
            }
            html.element("h2", [:], "As data")
            html.element("p", [:]) { html in
                html.text("Every page has twins: the same address with .json, .csv or .ndjson behind its path. ")
                html.link("/api/v1/", "The API")
                html.text(" has the questions of the command line under their own names.")
            }
            html.element("h2", [:], "Verdicts")
            html.element(
                "p", [:],
                "Bound: by the treaty, if the act is as stated. Depends: on facts that are not given. Pledged: promised in a form that does not bind in law. Excused: there is a duty, but something frees from it. Not bound: no duty of help is due although one might think so."
            )
        }
    }
}
