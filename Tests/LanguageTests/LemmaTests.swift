import Casus
import Testing

@testable import Language

/// Forms under a tag, and the word that they are forms of.
struct LemmaTests {
    static let model = try! LanguageModel.embedded()

    private func lemma(_ form: String, _ xpos: XPOS) -> String {
        let model = Self.model
        var lower: [UInt8] = []
        var lemma: [UInt8] = []
        Array(form.utf8).withUnsafeBufferPointer { word in
            lowerCased(word, into: &lower)
            lower.withUnsafeBufferPointer {
                model.lemmatiser.lemma(
                    of: word, lower: $0, xpos: xpos, opensSentence: false, into: &lemma, vocabulary: model.network.rows)
            }
        }
        return String(decoding: lemma, as: UTF8.self)
    }

    @Test(
        "Past forms and participles of verbs that lose or double a letter",
        arguments: [
            ("hoped", "hope"), ("freed", "free"), ("lied", "lie"), ("grasped", "grasp"), ("ceded", "cede"), ("hosted", "host"),
            ("rebuffed", "rebuff"), ("decried", "decry"), ("vetoed", "veto"), ("embargoed", "embargo"), ("blockaded", "blockade"),
            ("deplored", "deplore"), ("rebutted", "rebut"), ("acquitted", "acquit"), ("expelled", "expel"), ("deterred", "deter"),
            ("rued", "rue"), ("agreed", "agree"), ("decreed", "decree"), ("guaranteed", "guarantee"), ("panicked", "panic"),
            ("shelled", "shell"), ("strafed", "strafe"), ("besieged", "besiege"), ("razed", "raze"), ("raided", "raid"),
            ("interned", "intern"), ("chided", "chide"), ("lauded", "laud"), ("evaded", "evade"), ("imposed", "impose"),
            ("repelled", "repel"), ("compelled", "compel"), ("annulled", "annul"), ("levied", "levy"), ("allied", "ally"),
            ("outspent", "outspend"), ("rigged", "rig"), ("barred", "bar"), ("scrapped", "scrap"), ("shunned", "shun"),
        ])
    func past(_ form: String, _ base: String) {
        #expect(lemma(form, .vbd) == base)
        #expect(lemma(form, .vbn) == base)
    }

    @Test(
        "The other forms",
        arguments: [
            ("hoping", XPOS.vbg, "hope"), ("lying", .vbg, "lie"), ("freeing", .vbg, "free"), ("ceding", .vbg, "cede"),
            ("vetoes", .vbz, "veto"), ("decries", .vbz, "decry"), ("accuses", .vbz, "accuse"), ("rebuffs", .vbz, "rebuff"),
            ("denounces", .vbz, "denounce"), ("presses", .vbz, "press"), ("imposes", .vbz, "impose"), ("razing", .vbg, "raze"),
            ("quashes", .vbz, "quash"), ("goes", .vbz, "go"), ("amasses", .vbz, "amass"), ("seizes", .vbz, "seize"),
        ])
    func others(_ form: String, _ xpos: XPOS, _ base: String) {
        #expect(lemma(form, xpos) == base)
    }
}
