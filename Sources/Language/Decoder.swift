/// Tags and parses one sentence at a time; holds the room it needs.
///
/// Never used by two at once: an `Analyser` that shares its decoder with a copy takes one of its own first.
final class Decoder: @unchecked Sendable {
    let model: LanguageModel
    private let features = UnsafeMutablePointer<UInt64>.allocate(capacity: max(TaggerFeatures.capacity, ParserFeatures.capacity))
    private let rows = UnsafeMutablePointer<UnsafePointer<UInt8>>.allocate(capacity: ParserFeatures.capacity)
    private let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: ParserFeatures.capacity)
    private let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    private let state = ParserState()

    /// Whether a few certainties of English are put above the weights; the trainer does without.
    private let isStrict: Bool

    init(_ model: LanguageModel, isStrict: Bool = true) {
        self.model = model
        self.isStrict = isStrict
    }

    deinit {
        features.deallocate()
        entries.deallocate()
        rows.deallocate()
        scores.deallocate()
    }

    /// The class of each word.
    /// - Parameters:
    ///   - words: the sentence with two `WordForm.outside` in front and behind.
    ///   - isName: for each word, whether it is known to be part of a proper name; empty when nothing is known.
    func tag(_ words: UnsafePointer<WordForm>, count: Int, isName: ArraySlice<Bool> = [], into classes: inout [UInt8]) {
        let classCount = model.tags.count
        let name = model.tags.firstIndex(of: Tags(.propn, .nnp))
        classes.removeAll(keepingCapacity: true)
        var last: UInt64 = 255
        var before: UInt64 = 255
        for index in 0..<count {
            let size = TaggerFeatures.write(words, index + 2, last: last, before: before, into: features)
            scores.update(repeating: 0, count: 256)
            let found = model.tagger.find(features, size, entries: entries, rows: rows)
            for row in 0..<found { FeatureTable.add(rows[row], to: scores) }
            var best = 0
            for candidate in 1..<classCount where scores[candidate] > scores[best] { best = candidate }
            if let name, !isName.isEmpty, isName[isName.startIndex + index] { best = name }
            classes.append(UInt8(best))
            before = last
            last = UInt64(best)
        }
    }

    /// Heads (-1 for the root) and relations.
    func parse(_ words: UnsafePointer<WordForm>, classes: [UInt8], result: (_ node: Int, _ head: Int, _ relation: Relation) -> Void) {
        let count = classes.count
        state.begin(count: count)
        for index in 0..<count {
            state.nodes[index] = ParserState.Node(words[index + 2], class: classes[index], tags: model.tags[Int(classes[index])])
        }
        while !state.isFinal {
            let size = ParserFeatures.write(state, into: features)
            let found = model.parser.find(features, size, entries: entries, rows: rows)
            var (shift, left, right): (Int32, Int32, Int32) = (0, 0, 0)
            for index in 0..<found {
                let row = rows[index]
                shift &+= Int32(Int8(bitPattern: row[0]))
                left &+= Int32(Int8(bitPattern: row[1]))
                right &+= Int32(Int8(bitPattern: row[2]))
            }
            var move = Move.right
            var best = Int32.min
            if state.allows(.right) { best = right }
            if state.allows(.left), left > best { (move, best) = (.left, left) }
            if state.allows(.shift), shift > best { (move, best) = (.shift, shift) }
            switch move {
            case .shift: state.apply(.shift, label: 255)
            case .left where state.next == count: state.apply(.left, label: Relation.root.rawValue)
            case .left, .right:
                scores.update(repeating: 0, count: 128)
                for row in 0..<found { FeatureTable.add(rows[row] + 3, to: scores) }
                state.apply(move, label: bestLabel(move))
            }
        }
        for index in 0..<count {
            let head = state.head(index)
            if isStrict, let verb = verbOfDay(index, words) {
                result(index, verb, .obl)
            } else {
                result(index, head == count ? -1 : head, Relation(rawValue: state.label(index)) ?? .dep)
            }
        }
    }

    /// "In Geneva on Monday": the day belongs to the verb, never to the place.
    private func verbOfDay(_ index: Int, _ words: UnsafePointer<WordForm>) -> Int? {
        guard state.label(index) == Relation.nmod.rawValue, Self.weekdays.contains(words[index + 2].lower) else { return nil }
        let preposition = Int(state.arcs[index].left)
        guard preposition < state.count, words[preposition + 2].lower == Self.on else { return nil }
        var head = state.head(index)
        guard state.nodes[head].universal == UInt64(UPOS.propn.rawValue) else { return nil }
        while head < state.count, state.nodes[head].universal != UInt64(UPOS.verb.rawValue) { head = state.head(head) }
        return head < index ? head : nil
    }

    private static func key(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer { hash($0) } }
    private static let on = key("on")
    private static let weekdays = Set(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(key))

    private static let bareRelations = [Relation.nsubj, .nsubjPass, .obj, .iobj].reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }

    private func bestLabel(_ move: Move) -> UInt8 {
        var allowed = move == .left ? model.leftLabels : model.rightLabels
        // A noun with a preposition is no subject and no object.
        if isStrict && state.hasLeftChild(state.top(), .case) { allowed &= ~Self.bareRelations }
        let first = move == .left ? 0 : 64
        var best = Relation.dep.rawValue
        var score = Int32.min
        while allowed != 0 {
            let label = allowed.trailingZeroBitCount
            allowed &= allowed - 1
            if scores[first + label] > score {
                score = scores[first + label]
                best = UInt8(label)
            }
        }
        return best
    }
}

extension ParserState.Node {
    /// The node of a word: `class` is its place among the model's tags.
    package init(_ word: WordForm, class: UInt8, tags: Tags) {
        self.init(word: word.lower, tag: UInt64(`class`) &+ 7, universal: UInt64(tags.upos.rawValue), cluster: word.cluster)
    }
}
