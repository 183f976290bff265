public import CasusCore
public import Treaties

/// All duties of a book as they stand on one day, found by creditor: made once a day, asked for every act of that day.
public struct Bonds: Sendable {
    /// The treaties it was made from.
    public let book: TreatyBook
    /// The day for which it was made.
    public let day: Day
    /// In the order of treaties and, within one, of its file: whatever is made of them in this order is always the same.
    let bonds: [Bond]
    /// Every state that a treaty of the book names, in the order of codes.
    let states: [String]
    private let indices: [String: Int]
    /// By the place of a state among `states`: the bonds in which it is a creditor.
    private let byCreditor: [[Int]]
    /// By creditor: promises of help that had ended or were not yet in force, and mistakes that are often made.
    private let dormant: [[Dormant]]
    private let mistakes: [[Mistake]]

    /// - Complexity: one pass over the book.
    public init(_ book: TreatyBook, on day: Day) {
        self.book = book
        self.day = day
        let states = Set(book.treaties.flatMap(\.everyState)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
        var bonds: [Bond] = []
        var byCreditor = [[Int]](repeating: [], count: states.count)
        var dormant = [[Dormant]](repeating: [], count: states.count)
        var mistakes = [[Mistake]](repeating: [], count: states.count)
        for (number, treaty) in book.treaties.enumerated() {
            let standing = treaty.standing(on: day)
            for duty in treaty.duties {
                if let bond = Bond(treaty, number: number, duty, standing, on: day, index: { indices[$0]! }) {
                    for creditor in bond.creditors { byCreditor[creditor.index].append(bonds.count) }
                    bonds.append(bond)
                }
                for (creditor, entry) in Dormant.all(treaty, duty, standing, on: day, index: { indices[$0]! }) {
                    dormant[indices[creditor]!].append(entry)
                }
            }
            for mistake in Mistake.all(treaty, on: day, index: { indices[$0]! }) {
                for creditor in mistake.creditors { mistakes[creditor].append(mistake) }
            }
        }
        (self.states, self.indices, self.bonds, self.byCreditor) = (states, indices, bonds, byCreditor)
        (self.dormant, self.mistakes) = (dormant, mistakes)
    }

    /// The place of a state among `states`; nil of one that no treaty names.
    func index(_ state: String) -> Int? { indices[state] }

    func bonds(to creditor: String) -> [Int] { index(creditor).map { byCreditor[$0] } ?? [] }

    func dormant(towards creditor: String) -> [Dormant] { index(creditor).map { dormant[$0] } ?? [] }

    func mistakes(about creditor: String) -> [Mistake] { index(creditor).map { mistakes[$0] } ?? [] }

    /// Whether one of two states has promised the other help, in a form that binds and is in force without dispute.
    func areAllied(_ a: String, _ b: String) -> Bool {
        func hasPromised(_ debtor: String, _ creditor: String) -> Bool {
            guard let index = index(debtor) else { return false }
            return bonds(to: creditor).contains { number in
                let bond = bonds[number]
                return bond.isHelp && bond.binds && bond.owes(index) && bond.shared.allSatisfy { $0.holds == .yes }
            }
        }
        return hasPromised(a, b) || hasPromised(b, a)
    }
}

extension Treaty {
    /// The states on a side, whenever they were parties.
    func states(_ side: Side) -> [String] {
        switch side {
        case .parties: everParties
        case .states(let states): states
        }
    }

    /// Every state that it names on a side of anything.
    fileprivate var everyState: Set<String> {
        var states = Set(everParties).union(signatories)
        for duty in duties { states.formUnion(self.states(duty.debtors) + self.states(duty.creditors)) }
        for assumption in oftenAssumed { states.formUnion(self.states(assumption.debtors) + self.states(assumption.creditors)) }
        return states
    }
}
