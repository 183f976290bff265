/// The colours of pictures, and the stylesheet made of them.
///
/// A picture inside a page has no colours of its own, only classes:
///
/// - `pic`: the picture; `pic-link`: what leads somewhere; `pic-hit`: its whole row or column.
/// - `pic-text`: titles; `pic-self`: the title of the treaty whose chain it is; `pic-meta`: dates, legends; `pic-word`: the word of a
///   connector; `pic-letter`: the letter of a promise; `pic-inverse`: the same inside a filled bar.
/// - `pic-grid`: lines of the axis through the picture; `pic-tick`: marks on the axis; `pic-rule`: lines between rows.
/// - `pic-now`: the line of the day asked about; `pic-now-text`: its date.
/// - `pic-bar`: a promise of help; `pic-lesser`: another promise; `pic-loose`: what does not bind; `pic-fuzzy`: the frame of a part
///   whose date is uncertain, or of a kind drawn hatched; `pic-hatch`: the lines of a hatching; `pic-gap`: the frame of a time without,
///   `pic-dots`: what fills it.
/// - `pic-line`: a connector; `pic-mark`: a treaty that never came into force.
/// - `pic-cooperation`, `pic-conflict`, `pic-neutral`: columns of a timeline; `pic-conflict-hatch`: the lines inside the second;
///   `pic-column`: the link of all three.
/// - `pic-ladder`, `pic-timeline`: which picture it is; `pic-narrow`, `pic-wide`: see `widths`.
package struct Look: Sendable, Hashable {
    /// Any colour that CSS knows, also `var(--ink)`.
    package var ink, muted, faint, bar, now, back: String

    /// The colours given.
    package init(ink: String, muted: String, faint: String, bar: String, now: String, back: String) {
        (self.ink, self.muted, self.faint, self.bar, self.now, self.back) = (ink, muted, faint, bar, now, back)
    }

    /// Dark on white.
    package static let light = Look(ink: "#1b1f24", muted: "#555e68", faint: "#d5dbe1", bar: "#1d4f7c", now: "#a13a10", back: "#ffffff")
    /// Bright on a dark page.
    package static let dark = Look(ink: "#e8ebee", muted: "#a7b1bb", faint: "#363e47", bar: "#8fbde8", now: "#f2a57f", back: "#14181d")

    /// For a page that follows the reader's preference.
    package static var page: String { widths + light.css + "@media (prefers-color-scheme: dark) {\n\(dark.css)}\n" }

    /// Shows one of the two pictures of `Ladder.html`.
    package static let widths = """
        .pic-wide { display: none; }
        @media (min-width: 720px), print { .pic-wide { display: block; } .pic-narrow { display: none; } }

        """

    /// The rules for all classes.
    package var css: String {
        """
        .pic { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: \(ink); }
        .pic text { stroke: \(back); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
        .pic-text, .pic-self, .pic-letter { fill: \(ink); }
        .pic-meta { fill: \(muted); }
        .pic-word { fill: \(ink); font-style: italic; }
        .pic text.pic-inverse { fill: \(back); stroke: none; }
        .pic-grid, .pic-rule { stroke: \(faint); stroke-width: 1px; }
        .pic-tick { stroke: \(muted); stroke-width: 1px; }
        .pic-now { stroke: \(now); stroke-width: 1.5px; }
        .pic-now-text { fill: \(now); }
        .pic-bar { fill: \(bar); stroke: \(bar); stroke-width: 1px; }
        .pic-lesser { fill: \(bar); stroke: \(bar); stroke-width: 1px; }
        .pic-loose { fill: \(back); stroke: \(bar); stroke-width: 1px; }
        .pic-fuzzy { stroke: \(bar); stroke-width: 1px; }
        .pic-hatch { stroke: \(bar); stroke-width: 1.6px; }
        .pic-gap { stroke: \(muted); stroke-width: 1px; stroke-dasharray: 3 2; }
        .pic-dots { fill: \(muted); }
        .pic-line { stroke: \(ink); stroke-width: 1.2px; fill: none; }
        .pic-mark { fill: \(back); stroke: \(bar); stroke-width: 1.5px; }
        .pic-cooperation { fill: \(bar); stroke: \(bar); stroke-width: 1px; }
        .pic-conflict { stroke: \(now); stroke-width: 1px; }
        .pic-conflict-hatch { stroke: \(now); stroke-width: 1.6px; }
        .pic-neutral { fill: \(back); stroke: \(ink); stroke-width: 1px; }
        .pic-link:hover .pic-text, .pic-link:focus .pic-text, .pic-link:hover .pic-self, .pic-link:focus .pic-self { text-decoration: underline; }
        .pic-link:focus-visible { outline: 2px solid \(now); outline-offset: 1px; }
        .pic-column:hover .pic-hit, .pic-column:focus .pic-hit { fill: \(faint); fill-opacity: 0.6; }

        """
    }
}
