import CasusCore
import Exchange
import Ledger
import Synchronization

/// A ledger's lines, made a document at a time when the client can take them.
final class ExportSource: ByteSource {
    private struct State {
        var export: LedgerExport?
        var rows = 0
    }

    // One thread at a time asks; the lock hands the connection from one to the next.
    private let state: Mutex<State>

    init(_ path: String) throws(Problem) { state = Mutex(State(export: try LedgerExport(path))) }

    func next(wake: @escaping @Sendable () -> Void) -> Piece {
        state.withLock { state in
            while let export = state.export {
                do throws(Problem) {
                    guard let parts = try export.next() else {
                        state.export = nil
                        return .bytes(Array(LedgerLines.end(rows: state.rows).utf8))
                    }
                    state.rows += parts.count
                    let text = parts.map { LedgerLines.line($0) }.joined()
                    if !text.isEmpty { return .bytes(Array(text.utf8)) }
                } catch {
                    // Without its last line the client knows that it is not whole.
                    state.export = nil
                }
            }
            return .end
        }
    }

    func close() { state.withLock { $0.export = nil } }
}
