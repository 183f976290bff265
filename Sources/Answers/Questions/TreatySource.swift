/// Whose record of treaties is asked.
package enum TreatySource: String, CaseIterable, Sendable { case curated, ledger }
