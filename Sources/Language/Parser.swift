package import CKernels

/// Tags and parses sentences, several at once, with a `Network`; holds the room it needs.
///
/// Never used by two at once: an `Analyser` that shares its parser with a copy takes one of its own first.
package final class Parser: @unchecked Sendable {
    /// What the network says of one word.
    package struct Word: Equatable {
        /// Index in `Network.tags`.
        package var tags = 0
        /// Place in the sentence, -1 for the root.
        package var head = -1
        package var relation = Relation.dep
        /// Index in `Network.features`; read only where it was asked for.
        package var features = 0
    }

    /// Words after which a batch is worked on: enough to keep the weights busy, few enough to stay in the cache.
    static let batch = 96

    let network: Network
    let kernels: casus_kernels
    /// The class of finite verbs in the present.
    let present: Int?
    /// The rows of each sentence; `Network.gap` rows lie around each.
    private(set) var sentences: [Range<Int>] = []
    /// What was found, in the order in which the words were added.
    package internal(set) var words: [Word] = []
    private var search = TreeSearch()
    private var rowsWorked = 0

    private let embedded = Room<UInt8>()
    private let state = Room<Float>()
    private let bytes = Room<UInt8>()
    private let inside = Room<UInt8>()
    private let asked = Room<Float>()
    private let told = Room<UInt8>()
    private let attention = Room<Float>()
    let sides = Room<Float>()
    let sideBytes = Room<UInt8>()
    let pairs = Room<Float>()
    private let heads = Room<Float>()
    private let scores = Room<Float>()

    package convenience init(_ network: Network) { self.init(network, kernels: casus_kernels_best().pointee) }

    package init(_ network: Network, kernels: casus_kernels) {
        self.network = network
        self.kernels = kernels
        present = network.tags.firstIndex(of: Tags(.verb, .vbp))
        begin()
    }

    /// One with the same network and kernels, and room of its own.
    func another() -> Parser { Parser(network, kernels: kernels) }

    /// Rows and scores worked on since this parser was made: they grow with the text, not with its square.
    package var steps: Int { rowsWorked + search.steps }

    /// Words added since `begin`.
    package private(set) var count = 0
    /// Rows in use, gaps between the sentences included.
    private(set) var rows = 0

    /// Forgets the sentences of the last batch.
    package func begin() {
        sentences.removeAll(keepingCapacity: true)
        rows = Network.gap
        count = 0
        embedded.hold(rows * network.embedding)
        clear(embedded, from: 0, to: rows, network.embedding)
    }

    /// Adds a sentence of `count` words, of which `form` gives the form.
    package func add(count: Int, form: (Int) -> WordForm) {
        let end = rows + count
        embedded.hold((end + Network.gap) * network.embedding, kept: rows * network.embedding)
        for word in 0..<count { embed(form(word), at: rows + word) }
        clear(embedded, from: end, to: end + Network.gap, network.embedding)
        sentences.append(rows..<end)
        rows = end + Network.gap
        self.count += count
    }

    private func embed(_ form: WordForm, at row: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 9) { ids in
            var found = 0
            for index in 0..<9 where form.keys[index] != 0 {
                ids[found] = network.rows.row(form.keys[index])
                if ids[found] != 0 { found += 1 }
            }
            kernels.embed(
                network.rows.rows, network.rows.scales, network.embedding, ids.baseAddress, found, network.widen.inverse,
                embedded.base + row * network.embedding)
        }
    }

    /// Rows of a gap hold the byte that stands for zero.
    private func clear(_ room: Room<UInt8>, from: Int, to: Int, _ width: Int) {
        (room.base + from * width).update(repeating: 128, count: (to - from) * width)
    }

    /// Reads the sentences that were added; `words` then holds what was found.
    package func run(features: Bool = false) {
        words.removeAll(keepingCapacity: true)
        words.append(contentsOf: repeatElement(Word(), count: count))
        rowsWorked += rows
        guard count > 0 else { return }
        encode()
        let sideWidth = Int(network.sides.kernel.outputs)
        normalise(network.gain, network.sides.inverse)
        sides.hold(rows * sideWidth)
        multiply(network.sides, bytes.base, network.width, into: sides.base)
        tag(sideWidth)
        if features { readFeatures() }
        findHeads(sideWidth)
        findRelations(sideWidth)
    }

    /// The state of each word in its sentence.
    private func encode() {
        let width = network.width
        state.hold(rows * width)
        bytes.hold(rows * width)
        clear(bytes, from: 0, to: rows, width)
        multiply(network.widen, embedded.base, network.embedding, into: state.base)
        for layer in network.layers {
            switch layer {
            case .convolution(let dilation, let gain, let spread, let gather):
                normalise(gain, spread.inverse)
                inside.hold(rows * network.hidden)
                let first = Network.gap
                let inner = rows - 2 * Network.gap
                withUnsafePointer(to: spread.kernel) {
                    kernels.rectified_product(
                        $0, bytes.base + (first - dilation) * width, width, dilation * width, inner, gather.inverse,
                        inside.base + first * network.hidden)
                }
                withUnsafePointer(to: gather.kernel) {
                    kernels.add_product($0, inside.base + first * network.hidden, network.hidden, 0, inner, state.base + first * width)
                }
            case .attention(let gain, let ask, let bias, let tell):
                normalise(gain, ask.inverse)
                attend(ask, bias, tell)
            }
        }
    }

    private func attend(_ ask: Network.Product, _ bias: UnsafePointer<Float>, _ tell: Network.Product) {
        let across = network.attention * network.head
        asked.hold(rows * 3 * across)
        told.hold(rows * across)
        clear(told, from: 0, to: rows, across)
        multiply(ask, bytes.base, network.width, into: asked.base)
        for sentence in sentences {
            attention.hold((network.head + 3) * (sentence.count + 16))
            kernels.attend(
                asked.base + sentence.lowerBound * 3 * across, sentence.count, network.attention, network.head, bias, network.reach,
                tell.inverse, attention.base, told.base + sentence.lowerBound * across)
        }
        withUnsafePointer(to: tell.kernel) { kernels.add_product($0, told.base, across, 0, rows, state.base) }
    }

    /// The normalised state of the words as bytes; gaps stay zero.
    private func normalise(_ gain: UnsafePointer<Float>, _ inverse: Float) {
        for sentence in sentences {
            for row in sentence {
                kernels.normalise(state.base + row * network.width, gain, network.width, inverse, bytes.base + row * network.width)
            }
        }
    }

    func multiply(
        _ product: Network.Product, _ input: UnsafePointer<UInt8>, _ stride: Int, into output: UnsafeMutablePointer<Float>
    ) {
        withUnsafePointer(to: product.kernel) { kernels.product($0, input, stride, 0, rows, output) }
    }

    /// The place of the largest of some numbers, the first of equals.
    private func largest(_ values: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for index in 1..<count where values[index] > values[best] { best = index }
        return best
    }

    private func tag(_ sideWidth: Int) {
        var word = 0
        for sentence in sentences {
            for row in sentence {
                words[word].tags = largest(sides.base + row * sideWidth + 4 * network.side, network.tags.count)
                word += 1
            }
        }
    }

    private func readFeatures() {
        let width = Int(network.feature.kernel.outputs)
        asked.hold(rows * width)
        multiply(network.feature, bytes.base, network.width, into: asked.base)
        var word = 0
        for sentence in sentences {
            for row in sentence {
                words[word].features = largest(asked.base + row * width, network.features.count)
                word += 1
            }
        }
    }

    private func findHeads(_ sideWidth: Int) {
        let side = network.side
        sideBytes.hold(rows * side)
        for row in 0..<rows { kernels.rectify(sides.base + row * sideWidth, side, network.pair.inverse, sideBytes.base + row * side) }
        let pairWidth = Int(network.pair.kernel.outputs)
        pairs.hold(rows * pairWidth)
        multiply(network.pair, sideBytes.base, side, into: pairs.base)
        var start = 0
        for sentence in sentences {
            let count = sentence.count
            let columns = (count + 16) / 16 * 16
            heads.hold(side * columns)
            for d in 0..<side {
                let row = heads.base + d * columns
                row[0] = network.rootHead[d]
                for word in 0..<count { row[word + 1] = max(0, sides.base[(sentence.lowerBound + word) * sideWidth + side + d]) }
                for rest in (count + 1)..<max(count + 1, columns) { row[rest] = 0 }
            }
            scores.hold(count * columns)
            kernels.score(
                pairs.base + sentence.lowerBound * pairWidth, pairWidth, heads.base, count, side, columns, network.scale, scores.base)
            let scores = self.scores.base
            for word in 0..<count {
                let row = scores + word * columns
                row[0] += network.distance[Network.distances - 1]
                for head in 1...count { row[head] += network.distance[min(max(head - word - 1, -15), 15) + 15] }
            }
            search.search(count: count) { scores[($0 - 1) * columns + $1] }
            for word in 0..<count { words[start + word].head = search.heads[word + 1] - 1 }
            start += count
        }
    }
}

extension Parser {
    /// The kernels this machine can run, the plainest first. All give the same results.
    package static var kernelSets: [(name: String, kernels: casus_kernels)] {
        var sets: [(name: String, kernels: casus_kernels)] = []
        while let kernels = casus_kernels_at(sets.count)?.pointee { sets.append((String(cString: kernels.name), kernels)) }
        return sets
    }
}
