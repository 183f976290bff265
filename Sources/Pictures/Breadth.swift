/// How wide a picture is.
///
/// A picture on a page takes the width of its place, and its letters keep their size: what stands along the time axis is placed in
/// per cent, the rest in pixels. Everything is laid out so that nothing collides at the least width; with more room it only moves apart.
package enum Breadth: Sendable, Hashable {
    /// As wide as its place on the page, which has at least so many pixels.
    case page(Int)
    /// A fixed number of pixels, for a file.
    case sheet(Int)

    /// The width for which letters are set.
    var least: Double {
        switch self {
        case .page(let width), .sheet(let width): Double(max(width, Breadth.narrowest))
        }
    }

    /// A window of 320 with its margins.
    static let narrowest = 288
    /// From a window of 720 on.
    static let wide = 640

    /// A place along the width, 0 to 1, as an attribute.
    func x(_ place: Double) -> String {
        switch self {
        case .page: decimal(place * 100) + "%"
        case .sheet: decimal(place * least)
        }
    }

    /// Of the whole picture.
    var width: String {
        switch self {
        case .page: "100%"
        case .sheet: decimal(least)
        }
    }
}
