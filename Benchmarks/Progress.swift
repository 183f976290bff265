import Glibc

/// A line on a terminal that says how far long work is; nothing where standard error is no terminal.
struct Progress {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var shown = ContinuousClock().now - .seconds(1)

    /// Replaces the line, at most ten times a second.
    mutating func say(_ line: @autoclosure () -> String) {
        guard isShown, ContinuousClock().now - shown > .milliseconds(100) else { return }
        write("\r\u{1B}[K" + line() + "\r")
        shown = ContinuousClock().now
    }

    /// Takes the line away.
    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
    }
}
