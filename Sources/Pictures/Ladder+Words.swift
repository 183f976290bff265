import CasusCore
import Treaties

extension Ladder {
    /// The whole ladder in words, for who cannot see it.
    package var words: String {
        var told: [String] = [steps.isEmpty ? "No treaty." : steps.count == 1 ? "One treaty." : "\(steps.count) treaties."]
        var gaps = gaps[...]
        for step in steps {
            if let gap = gaps.first, let from = step.rung.from?.earliest, gap.to < from {
                told.append("From \(gap.from) to \(gap.to): no treaty in force.")
                gaps.removeFirst()
            }
            let links = linkWords(of: step)
            told.append("\(step.number): \(step.rung.treaty.title), \(about(step))\(links.isEmpty ? "" : "; " + links).")
        }
        told += helpGaps.map { "From \($0.from) to \($0.to): no promise of help between the two." }
        if let day { told.append("Asked about: \(day).") }
        return told.joined(separator: " ")
    }

    /// "Defence · 1961-09-10 to 1996-09-09, lapsed"
    func about(_ step: Step) -> String {
        let rung = step.rung
        let time: String
        if let from = rung.from {
            time = rung.to.map { "\(from.told) to \($0.told)" + ending(of: rung) } ?? "since \(from.told)"
        } else {
            time = "signed \(rung.treaty.signed.told), not in force" + (isOfPair && rung.treaty.inForce != nil ? " between them" : "")
        }
        return "\(step.promise.words) · \(time)"
    }

    /// How the treaty itself ended, where the time of the rung ends with it.
    private func ending(of rung: Supersession.Rung) -> String {
        guard let ended = rung.treaty.ended, let to = rung.to?.latest, let end = ended.on.latest, to == end || to.adding(days: 1) == end
        else { return "" }
        return ", \(ended.how.words)"
    }

    /// "replaces 2, follows 1"
    func linkWords(of step: Step) -> String {
        let links = links(of: step)
        return Treaty.Link.How.allCases.compactMap { how in
            let numbers = links.filter { $0.how == how }.map { String($0.to.number) }
            guard let last = numbers.last else { return nil }
            let others = numbers.dropLast()
            return "\(how.rawValue) " + (others.isEmpty ? last : others.joined(separator: ", ") + " and " + last)
        }.joined(separator: ", ")
    }
}
