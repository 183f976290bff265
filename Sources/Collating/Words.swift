/// The words of a quote, in lower case, cut down to what tells things apart.
enum Words {
    /// The words in their order; a hyphen parts two words, an apostrophe ends one: "first-ever" is two, "Russia's" is "russia".
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isPossessive = false
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).lowercased()) }
            word.removeAll(keepingCapacity: true)
        }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                if !isPossessive { word.append(byte) }
            case 0x27:
                isPossessive = !word.isEmpty
            case 0x2C where word.last.map { (0x30...0x39).contains($0) } ?? false:
                // "10,000" is one word; a comma after a number that ends a phrase goes with it and is dropped below.
                continue
            case 0xE2:
                // Curly marks, dashes and the ellipsis, all of three bytes; the right single one is an apostrophe.
                let rest = (bytes.next(), bytes.next())
                isPossessive = rest.0 == 0x80 && rest.1 == 0x99 && !word.isEmpty
                if !isPossessive { end() }
            case 0x80...:
                if !isPossessive { word.append(byte) }
            default:
                end()
                isPossessive = false
            }
        }
        end()
        return words
    }

    /// One form for the forms of a word: "visits", "visited" and "visiting" are "visit".
    static func stem(_ word: String) -> String {
        if let base = irregular[word] { return base }
        var letters = Array(word.utf8)
        func ends(_ ending: StaticString, leaving: Int) -> Bool {
            let count = ending.utf8CodeUnitCount
            return letters.count >= count + leaving
                && letters.suffix(count).elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: count))
        }
        if ends("ies", leaving: 2) || ends("ied", leaving: 2) {
            letters.removeLast(3)
            letters.append(UInt8(ascii: "y"))
        } else if ends("sses", leaving: 1) || ends("shes", leaving: 1) || ends("ches", leaving: 1) || ends("xes", leaving: 1) {
            letters.removeLast(2)
        } else if ends("s", leaving: 3), !ends("ss", leaving: 0), !ends("us", leaving: 0) {
            letters.removeLast(1)
        } else if ends("ing", leaving: 3) {
            letters.removeLast(3)
        } else if ends("ed", leaving: 3) {
            letters.removeLast(2)
        }
        // "supplie(d)", "cancel(led)", "exercis(e)".
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 3, let last = letters.last, last == letters[letters.count - 2], !"aeiou".utf8.contains(last) {
            letters.removeLast()
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The stems of the words that say something, each once, in their order.
    static func content(_ text: String) -> [String] {
        var stems: [String] = []
        for word in split(text) where word.utf8.count > 2 && !empty.contains(word) {
            let stem = stem(word)
            if !stems.contains(stem) { stems.append(stem) }
        }
        return stems
    }

    /// Small case, and one blank for any white space or hyphen: names and places are compared so.
    static func fold(_ name: String) -> String {
        split(name).joined(separator: " ")
    }

    /// The text with one blank for any run of white space.
    static func collapse(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static let irregular = [
        "met": "meet", "held": "hold", "sent": "send", "gave": "give", "given": "give", "sold": "sel", "went": "go", "gone": "go",
        "made": "mak", "took": "tak", "taken": "tak", "left": "leav", "fought": "fight", "paid": "pay", "lent": "lend", "built": "build",
        "bought": "buy", "withdrew": "withdraw", "withdrawn": "withdraw", "spoke": "speak", "spoken": "speak", "told": "tel",
        "delivery": "deliver", "deliveries": "deliver", "shipment": "ship", "shipments": "ship", "supplies": "supply",
        "meeting": "meet", "meetings": "meet", "agreement": "agreement", "missiles": "missil", "missile": "missil",
        "maneuver": "manoeuvr", "maneuvers": "manoeuvr", "manoeuvre": "manoeuvr", "manoeuvres": "manoeuvr",
    ]

    /// Words that tell nothing apart.
    private static let empty: Set<String> = [
        "the", "and", "but", "for", "nor", "that", "this", "these", "those", "with", "from", "into", "onto", "over", "under", "about",
        "after", "before", "between", "against", "towards", "toward", "during", "since", "until", "upon", "also", "both", "each",
        "other", "others", "all", "any", "some", "many", "more", "most", "much", "one", "two", "three", "its", "his", "her", "their",
        "our", "your", "they", "them", "she", "him", "who", "whom", "whose", "which", "what", "when", "where", "whether", "why", "how",
        "was", "were", "are", "been", "being", "has", "have", "had", "having", "will", "would", "shall", "should", "may", "might",
        "can", "could", "must", "did", "does", "done", "not", "now", "still", "yet", "ever", "never", "only", "just", "than", "then",
        "there", "here", "such", "clear", "unclear", "known", "unknown", "said", "say", "says", "saying", "country", "countries",
        "state", "states", "government", "president", "minister", "ministry", "leader", "leaders", "official", "officials", "side",
        "sides", "head", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december", "year", "years", "month", "months", "week",
        "weeks", "day", "days", "last", "next", "new",
    ]

    /// Lower-case words as a text has them; as they are where they do not stand there one after another.
    static func asWritten(_ words: String, in text: String) -> String {
        let (wanted, all) = (Array(words), Array(collapse(text)))
        guard !wanted.isEmpty, all.count >= wanted.count else { return words }
        for start in 0...(all.count - wanted.count)
        where zip(wanted, all[start...]).allSatisfy({ $0 == $1 || String($0) == $1.lowercased() }) {
            return String(all[start..<start + wanted.count])
        }
        return words
    }
}
