import CasusCore

/// What links do to a record, for the trace.
extension Linker {
    /// A hostile act that only the other side tells of.
    func traceAlleged(_ index: Int) {
        guard let trace = page.trace else { return }
        for claim in drafts[index].claims {
            trace.note(.status, drafts[claim].range, "alleged: only the other side of the quarrel says so", on: drafts[index].trail)
        }
    }
}
