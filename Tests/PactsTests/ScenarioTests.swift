import Casus
import CasusCore
import Pacts
import Testing
import Treaties

/// How acts follow from one another.
struct ScenarioTests {
    func verdicts(_ outcome: Outcome, act: Int = 0) -> [String: Verdict] { Found(outcome, act: act).help }

    @Test func helpToTheAttackedIsNoAttack() throws {
        let outcome = try Case.outcome("PRK attacks KOR on 2025-03-01; USA attacks PRK on 2025-03-02", facts: ["state-of-war": "yes"])
        #expect(outcome.natures == [.aggression, .aid("KOR")])
        #expect(outcome.acts[1].assumed.contains(.helps))
        #expect(verdicts(outcome, act: 1)["CHN"] == .excused)
        #expect(verdicts(outcome, act: 1)["RUS"] == .excused)
    }

    @Test func strikingBackIsNoAttack() throws {
        let outcome = try Case.outcome("RUS attacks UKR on 2022-02-24; UKR attacks RUS on 2024-08-06")
        #expect(outcome.natures[1] == .selfDefence)
        #expect(!verdicts(outcome, act: 1).values.contains(.bound))
    }

    @Test func helpToTheAggressorIsAnAttack() throws {
        let outcome = try Case.outcome(
            "cow-300 attacks SRB on 1914-07-28; RUS attacks cow-300 on 1914-07-31; DEU attacks RUS on 1914-08-01")
        #expect(outcome.natures == [.aggression, .aid("SRB"), .aggression])
        #expect(verdicts(outcome, act: 2)["FRA"] == .bound)
    }

    @Test func oneWhoAttackedTheSameVictimHelpsNobody() throws {
        let outcome = try Case.outcome("DEU attacks POL on 1939-09-01; SUN attacks POL on 1939-09-17; DEU attacks SUN on 1941-06-22")
        #expect(outcome.natures[2] == .aggression)
    }

    @Test func peaceEndsAnOldQuarrel() throws {
        let war = "SUN attacks FIN on 1939-11-30; "
        let during = try Case.outcome(war + "GBR attacks SUN on 1940-04-01")
        #expect(during.natures[1] == .aid("FIN"))
        let outcome = try Case.outcome(war + "SUN makes peace with FIN on 1940-03-13; GBR attacks SUN on 1940-04-01")
        #expect(outcome.natures[2] == .aggression)
    }

    @Test func aWordSaysWhoseHelpItIs() throws {
        let outcome = try Case.outcome("DEU attacks POL on 1939-09-01; FRA helps POL against DEU on 1939-09-03")
        #expect(outcome.acts[1].helps == "POL")
        #expect(!outcome.acts[1].assumed.contains(.helps))
        // Of two sides the one that began gets no such help.
        let other = try Case.outcome("DEU attacks POL on 1939-09-01; ITA helps DEU against POL on 1939-09-03")
        #expect(other.natures[1] == .aggression)
    }

    @Test func anotherDebtorsActIsACondition() throws {
        let war = "DEU attacks CSK on 1938-09-30"
        let unprovoked = ["unprovoked": "yes"]
        let alone = try Case.outcome(war, facts: unprovoked)
        #expect(alone.answers.first { $0.state == "SUN" && $0.duty.kind == .defence }?.dependsOn == [Condition("assists", of: "FRA")])
        let both = try Case.outcome(war + "; FRA helps CSK against DEU on 1938-10-01", facts: unprovoked)
        #expect(verdicts(both)["SUN"] == .bound)
        let refused = try Case.outcome(war, facts: ["unprovoked": "yes", "assists:FRA": "no"])
        #expect(verdicts(refused)["SUN"] != .bound)
    }

    @Test func aSuspendedLegExcuses() throws {
        let outcome = try Case.outcome("IDN attacks NZL on 1990-01-01")
        let answer = try #require(outcome.answers.first { $0.state == "USA" && $0.treaty.id == "anzus-1951" && $0.duty.kind == .defence })
        #expect(answer.verdict == .excused)
        let before = try Case.outcome("IDN attacks NZL on 1986-08-10")
        #expect(before.answers.contains { $0.state == "USA" && $0.treaty.id == "anzus-1951" && $0.verdict == .bound })
    }

    @Test func escalationSaysSo() throws {
        var scenario = try Case.scenario("PRK attacks KOR on 2016-01-01")
        scenario.escalates = true
        let outcome = scenario.outcome(in: Case.commitments.book)
        #expect(outcome.acts.count > 2)
        #expect(outcome.acts.map(\.isEscalation) == [false] + [Bool](repeating: true, count: outcome.acts.count - 1))
        #expect(outcome.acts[1].victim == "USA")
    }

    @Test func actsStandInTheOrderOfTheirDays() throws {
        let outcome = try Case.outcome("FRA helps POL against DEU on 1939-09-03; DEU attacks POL on 1939-09-01")
        #expect(outcome.acts.map(\.victim) == ["POL", "DEU"])
        #expect(outcome.natures[1] == .aid("POL"))
    }

    @Test func theQuestionThatDragsInAHundredAndFortyStates() throws {
        // The naive closure over alliances brings 140 third states into this war; by the treaties' own terms it is one.
        let outcome = try Case.outcome("PRK attacks KOR on 2016-01-01")
        let bound = outcome.answers.filter { $0.duty.kind.isHelp && $0.verdict == .bound }.map(\.state)
        #expect(Set(bound) == ["USA"])
        #expect(outcome.misses.contains { $0.state == "CHN" })
    }

    @Test(arguments: [
        ("Al-Qaeda attacks USA on 2001-09-11", "armed-attack"), ("USA blockades CUB on 1962-10-22", "armed-attack"),
        ("TUR attacks GRC on 2020-08-12", "fellow-member"), ("AZE attacks ARM on 2022-09-13", "request"),
        ("TUR attacks GRC on 2022-01-01", "joint-finding"), ("IND attacks SAU on 2025-10-01", "text"),
        ("USA attacks PRK on 2024-12-05", "state-of-war"), ("CHN attacks PHL at Scarborough Shoal on 2024-01-01", "title"),
    ])
    func whatIsNotGivenIsAskedFor(_ scenario: String, _ fact: String) throws {
        let outcome = try Case.outcome(scenario)
        #expect(outcome.answers.contains { $0.verdict == .depends && $0.dependsOn.contains { $0.name == fact } }, "\(scenario)")
    }

    @Test func presumptionsAreListed() throws {
        let outcome = try Case.outcome("RUS attacks EST on 2025-03-01")
        #expect(outcome.acts[0].assumed == [.where, .object, .constitutionalProcess])
        let refused = try Case.outcome("RUS attacks EST on 2025-03-01", facts: ["constitutional-process": "no"])
        #expect(!refused.acts[0].assumed.contains(.constitutionalProcess))
        #expect(refused.answers.contains { $0.treaty.id == "north-atlantic-1949" && $0.verdict == .excused })
    }
}
