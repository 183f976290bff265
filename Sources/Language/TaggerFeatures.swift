/// The features by which the tagger judges one word.
package enum TaggerFeatures {
    /// Room enough for the features of a word.
    package static let capacity = 64

    /// - Parameters:
    ///   - words: the words of the sentence with two `WordForm.outside` in front and behind.
    ///   - index: the word's place in `words`, so at least 2.
    ///   - last, before: the classes given to the one and two words in front; 255 is none.
    /// - Returns: how many features were written.
    package static func write(
        _ words: UnsafePointer<WordForm>, _ index: Int, last: UInt64, before: UInt64, into output: UnsafeMutablePointer<UInt64>
    ) -> Int {
        var f = FeatureWriter(output)
        let w = words + index
        let (p2, p1, n1, n2) = (w - 2, w - 1, w + 1, w + 2)
        let shape = w.pointee.shape
        let position: UInt64 = p1.pointee.shape == 1 << 12 ? 1 : 2
        f.add(position)
        f.add(w.pointee.lower)
        f.add(w.pointee.exact)
        f.add(w.pointee.prefixes.0)
        f.add(w.pointee.prefixes.1)
        f.add(w.pointee.prefixes.2)
        f.add(w.pointee.prefixes.3)
        f.add(w.pointee.suffixes.0)
        f.add(w.pointee.suffixes.1)
        f.add(w.pointee.suffixes.2)
        f.add(w.pointee.suffixes.3)
        f.add(w.pointee.suffixes.4)
        f.add(shape, position)
        f.add(shape, p1.pointee.shape)
        f.add(shape, n1.pointee.shape)
        f.add(shape, w.pointee.suffixes.2)
        f.add(p1.pointee.lower)
        f.add(p2.pointee.lower)
        f.add(n1.pointee.lower)
        f.add(n2.pointee.lower)
        f.add(p1.pointee.lower, w.pointee.lower)
        f.add(w.pointee.lower, n1.pointee.lower)
        f.add(p1.pointee.lower, n1.pointee.lower)
        f.add(n1.pointee.lower, n2.pointee.lower)
        f.add(p2.pointee.lower, p1.pointee.lower)
        f.add(last)
        f.add(last, before)
        f.add(last, w.pointee.lower)
        f.add(last, before, w.pointee.lower)
        f.add(last, w.pointee.suffixes.2)
        f.add(last, shape)
        f.add(last, n1.pointee.lower)
        f.add(n1.pointee.suffixes.2)
        f.add(n1.pointee.suffixes.1, n2.pointee.suffixes.1)
        f.add(p1.pointee.suffixes.2)
        f.add(w.pointee.suffixes.1, n1.pointee.suffixes.1)
        f.add(w.pointee.cluster)
        f.add(p1.pointee.cluster)
        f.add(n1.pointee.cluster)
        f.add(p2.pointee.cluster)
        f.add(n2.pointee.cluster)
        f.add(p1.pointee.cluster, w.pointee.cluster)
        f.add(w.pointee.cluster, n1.pointee.cluster)
        f.add(n1.pointee.cluster, n2.pointee.cluster)
        f.add(p1.pointee.cluster, n1.pointee.cluster)
        f.add(last, w.pointee.cluster)
        f.add(last, n1.pointee.cluster)
        f.add(last, w.pointee.lower, n1.pointee.cluster)
        f.add(last, w.pointee.cluster, n1.pointee.cluster)
        return f.count
    }
}
