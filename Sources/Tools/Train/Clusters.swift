import CasusCore
import Foundation
import Language

/// Classes of words that stand in the same company, learnt from plain text: neighbours counted, weighed by positive mutual information, reduced
/// to a few dimensions and grouped by k-means.
struct Clusters {
    /// By the hash of a word in lower case; classes count from 1.
    private(set) var table: [UInt64: UInt16] = [:]

    private static let classes = 400
    private static let dimensions = 80
    private static let contexts = 2_000
    private static let leastCount = 5

    init(texts: [String], treebank: Treebank) throws(Problem) {
        if texts.isEmpty { return }
        var sentences = treebank.sentences.map { sentence in sentence.words.map { Self.key(Array($0.form.utf8)) } }
        for folder in texts {
            for sentence in try plainSentences(in: folder) { sentences.append(sentence.map(Self.key)) }
        }
        print("clusters from \(sentences.reduce(0) { $0 + $1.count }) words")
        var counts: [UInt64: Int] = [:]
        for sentence in sentences { for word in sentence { counts[word, default: 0] += 1 } }
        let vocabulary = counts.filter { $0.value >= Self.leastCount }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let index = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
        let rows = Self.association(sentences, index: index)
        let vectors = Reduction(rows: rows, columns: Self.contexts * 4, dimensions: Self.dimensions).vectors
        let groups = KMeans(vectors, dimensions: Self.dimensions, classes: min(Self.classes, vocabulary.count)).groups
        for (word, group) in zip(vocabulary, groups) { table[word] = UInt16(group + 1) }
    }

    var entries: [(key: UInt64, value: UInt16)] {
        table.map { ($0.key, $0.value) }.sorted { $0.key < $1.key }
    }

    private static func key(_ word: [UInt8]) -> UInt64 {
        var scratch: [UInt8] = []
        return word.withUnsafeBufferPointer { WordForm($0, scratch: &scratch).lower }
    }

    /// For each word, its company: the commonest words one and two places to the left and right, by positive mutual information.
    private static func association(_ sentences: [[UInt64]], index: [UInt64: Int]) -> [[(column: Int, value: Float)]] {
        var counts = [[Int: Float]](repeating: [:], count: index.count)
        var columnTotals = [Float](repeating: 0, count: contexts * 4)
        for sentence in sentences {
            let words = sentence.map { index[$0] ?? -1 }
            for (place, word) in words.enumerated() where word >= 0 {
                for (slot, offset) in [-1, 1, -2, 2].enumerated() {
                    let other = place + offset
                    // The last context of each place is the edge of the sentence.
                    let context = words.indices.contains(other) ? words[other] : contexts - 1
                    guard context >= 0, context < contexts else { continue }
                    let column = slot * contexts + context
                    let weight: Float = slot < 2 ? 1 : 0.5
                    counts[word][column, default: 0] += weight
                    columnTotals[column] += weight
                }
            }
        }
        let smoothed = columnTotals.map { pow($0, 0.75) }
        let all = smoothed.reduce(0, +)
        return counts.map { row in
            let total = row.values.reduce(0, +)
            return row.sorted { $0.key < $1.key }.compactMap { column, count in
                let information = log(count / total * all / max(smoothed[column], 1e-9))
                return information > 0 ? (column, information) : nil
            }
        }
    }
}

/// A truncated singular value decomposition by random projection (Halko, Martinsson and Tropp, 2011).
struct Reduction {
    /// Row after row, each of unit length.
    private(set) var vectors: [Float]

    init(rows: [[(column: Int, value: Float)]], columns: Int, dimensions: Int) {
        var dice = SplitMix64(seed: 7)
        let width = dimensions + 16
        var basis = (0..<(columns * width)).map { _ in Float(dice.next() >> 40) / Float(1 << 24) - 0.5 }
        var projected: [Float] = []
        for _ in 0..<3 {
            projected = Self.times(rows, basis, width)
            Self.orthonormalise(&projected, rows.count, width)
            basis = Self.transposedTimes(rows, projected, width, columns: columns)
        }
        // Rows in the space of the leading directions: project, then turn to the main axes.
        var gram = [Double](repeating: 0, count: width * width)
        for column in 0..<columns {
            for a in 0..<width {
                let value = Double(basis[column * width + a])
                if value == 0 { continue }
                for b in 0..<width { gram[a * width + b] += value * Double(basis[column * width + b]) }
            }
        }
        let (values, axes) = Self.eigen(gram, width)
        let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(dimensions)
        vectors = [Float](repeating: 0, count: rows.count * dimensions)
        for row in rows.indices {
            var length: Float = 0
            for (target, axis) in order.enumerated() {
                var sum: Float = 0
                for a in 0..<width { sum += projected[row * width + a] * Float(axes[a * width + axis]) }
                // The square root of the singular value keeps the weak directions from drowning.
                sum *= Float(values[axis].magnitude.squareRoot().squareRoot())
                vectors[row * dimensions + target] = sum
                length += sum * sum
            }
            let scale = length > 0 ? 1 / length.squareRoot() : 0
            for target in 0..<dimensions { vectors[row * dimensions + target] *= scale }
        }
    }

    private static func times(_ rows: [[(column: Int, value: Float)]], _ matrix: [Float], _ width: Int) -> [Float] {
        var result = [Float](repeating: 0, count: rows.count * width)
        result.withUnsafeMutableBufferPointer { result in
            matrix.withUnsafeBufferPointer { matrix in
                for (row, entries) in rows.enumerated() {
                    for (column, value) in entries {
                        for k in 0..<width { result[row * width + k] += value * matrix[column * width + k] }
                    }
                }
            }
        }
        return result
    }

    private static func transposedTimes(
        _ rows: [[(column: Int, value: Float)]], _ matrix: [Float], _ width: Int, columns: Int
    ) -> [Float] {
        var result = [Float](repeating: 0, count: columns * width)
        result.withUnsafeMutableBufferPointer { result in
            matrix.withUnsafeBufferPointer { matrix in
                for (row, entries) in rows.enumerated() {
                    for (column, value) in entries {
                        for k in 0..<width { result[column * width + k] += value * matrix[row * width + k] }
                    }
                }
            }
        }
        return result
    }

    /// Gram and Schmidt, on columns.
    private static func orthonormalise(_ matrix: inout [Float], _ height: Int, _ width: Int) {
        var columns = (0..<width).map { k in (0..<height).map { Double(matrix[$0 * width + k]) } }
        for k in 0..<width {
            for _ in 0..<2 {
                for earlier in 0..<k {
                    var dot = 0.0
                    for row in 0..<height { dot += columns[k][row] * columns[earlier][row] }
                    for row in 0..<height { columns[k][row] -= dot * columns[earlier][row] }
                }
            }
            let length = columns[k].reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 0 { for row in 0..<height { columns[k][row] /= length } }
        }
        for k in 0..<width { for row in 0..<height { matrix[row * width + k] = Float(columns[k][row]) } }
    }

    /// Jacobi's method for a symmetric matrix: values, and vectors in columns.
    private static func eigen(_ matrix: [Double], _ size: Int) -> (values: [Double], vectors: [Double]) {
        var a = matrix
        var vectors = [Double](repeating: 0, count: size * size)
        for k in 0..<size { vectors[k * size + k] = 1 }
        for _ in 0..<12 {
            for p in 0..<size {
                for q in (p + 1)..<size where abs(a[p * size + q]) > 1e-12 {
                    let angle = 0.5 * atan2(2 * a[p * size + q], a[q * size + q] - a[p * size + p])
                    let (s, c) = (sin(angle), cos(angle))
                    for k in 0..<size {
                        let (x, y) = (a[k * size + p], a[k * size + q])
                        (a[k * size + p], a[k * size + q]) = (c * x - s * y, s * x + c * y)
                    }
                    for k in 0..<size {
                        let (x, y) = (a[p * size + k], a[q * size + k])
                        (a[p * size + k], a[q * size + k]) = (c * x - s * y, s * x + c * y)
                    }
                    for k in 0..<size {
                        let (x, y) = (vectors[k * size + p], vectors[k * size + q])
                        (vectors[k * size + p], vectors[k * size + q]) = (c * x - s * y, s * x + c * y)
                    }
                }
            }
        }
        return ((0..<size).map { a[$0 * size + $0] }, vectors)
    }
}

/// Groups vectors of unit length around means of unit length.
struct KMeans {
    private(set) var groups: [Int]

    init(_ vectors: [Float], dimensions: Int, classes: Int) {
        let count = vectors.count / dimensions
        // The commonest words, which come first, are the first means, every other one.
        var means: [Float] = []
        for group in 0..<classes {
            let start = group * 2 % count * dimensions
            means += vectors[start..<(start + dimensions)]
        }
        groups = [Int](repeating: 0, count: count)
        for _ in 0..<20 {
            vectors.withUnsafeBufferPointer { vectors in
                means.withUnsafeBufferPointer { means in
                    for row in 0..<count { groups[row] = Self.nearest(vectors.baseAddress! + row * dimensions, means, dimensions) }
                }
            }
            means = [Float](repeating: 0, count: classes * dimensions)
            for row in 0..<count {
                for k in 0..<dimensions { means[groups[row] * dimensions + k] += vectors[row * dimensions + k] }
            }
            for group in 0..<classes {
                let range = (group * dimensions)..<((group + 1) * dimensions)
                let length = means[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
                if length > 0 { for k in range { means[k] /= length } }
            }
        }
    }

    private static func nearest(_ vector: UnsafePointer<Float>, _ means: UnsafeBufferPointer<Float>, _ dimensions: Int) -> Int {
        var best = 0
        var likeness = -Float.infinity
        for group in 0..<(means.count / dimensions) {
            var sum = SIMD8<Float>.zero
            let mean = UnsafeRawPointer(means.baseAddress! + group * dimensions)
            for place in stride(from: 0, to: dimensions * 4, by: 32) {
                let a = UnsafeRawPointer(vector).loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                let b = mean.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                sum += a * b
            }
            let dot = sum.sum()
            if dot > likeness { (best, likeness) = (group, dot) }
        }
        return best
    }
}
