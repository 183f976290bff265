import CasusCore
import Language

/// What the reader of instruments passes over, and what tells how far one has come, for the trace.
extension AgreementReader {
    func tracePassedOver(_ token: Int) {
        guard let trace = page.trace, [.noun, .propn].contains(page.tokens[token].upos), let kind = kind(token), !isInstrument(token) else {
            return
        }
        if isReplaced(token) { return trace.pass(.agreement, token, .replaced) }
        if kind == "contract" { trace.pass(.agreement, token, .contract) }
        if kind == "not" { trace.pass(.agreement, token, .noAct) }
    }

    func traceStanding(_ standing: Standing?) {
        guard let trace = page.trace, let standing else { return }
        let words = page.isVerbal(standing.word) ? page.verbGroup(standing.word) : standing.word..<standing.word + 1
        trace.note(.stage, words, standing.stage.rawValue, from: standing.source)
    }
}
