import CasusCore

/// What a cell of a column must hold.
package struct Column: Sendable {
    package enum Rule: Sendable {
        /// Any text.
        case text
        /// A spelling as it stands in texts: single spaces. With `indexed`, texts are searched for it.
        case spelling(indexed: Bool)
        /// A date in EDTF.
        case date
        /// Digits only.
        case number
        /// One of these words.
        case words([String])
        /// The first key column of one of these tables.
        case key(of: [TableName])
        /// Classes of nouns with `|` between them, which may stand behind a position (`to:person`), or `-` for none.
        case classes
        /// An argument position: `subj|obj`, `subj+with`, `on!`, `to:person`.
        case position
    }

    package var name: String
    package var rule: Rule
    package var isRequired: Bool
    /// Whether the cell may hold several values with `|` between them.
    package var isList: Bool
}

/// The columns of a table. The first `keys` of them tell its rows apart, and rows are sorted by them.
package struct Schema: Sendable {
    package var name: TableName
    package var keys: Int
    package var columns: [Column]
    /// Columns by which rows are also looked up.
    var lookup: [Int] = []

    package func column(_ name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}

/// Columns, as short as in `Data/README.md`: required, unless made with `maybe`.
private func text(_ name: String) -> Column { Column(name: name, rule: .text, isRequired: true, isList: false) }
private func spelling(_ name: String, indexed: Bool = false) -> Column {
    Column(name: name, rule: .spelling(indexed: indexed), isRequired: true, isList: false)
}
private func date(_ name: String) -> Column { Column(name: name, rule: .date, isRequired: false, isList: false) }
private func number(_ name: String) -> Column { Column(name: name, rule: .number, isRequired: false, isList: false) }
private func words(_ name: String, _ words: [String]) -> Column {
    Column(name: name, rule: .words(words), isRequired: true, isList: false)
}
private func key(_ name: String, of tables: TableName...) -> Column {
    Column(name: name, rule: .key(of: tables), isRequired: true, isList: false)
}
private func position(_ name: String) -> Column { Column(name: name, rule: .position, isRequired: false, isList: false) }
private func classes(_ name: String) -> Column { Column(name: name, rule: .classes, isRequired: false, isList: false) }
private func maybe(_ column: Column) -> Column {
    var column = column
    column.isRequired = false
    return column
}
private func list(_ column: Column) -> Column {
    var column = column
    column.isList = true
    return column
}

extension Schema {
    private init(_ name: TableName, keys: Int, _ columns: Column...) {
        (self.name, self.keys, self.columns) = (name, keys, columns)
    }

    private func lookedUp(by names: String...) -> Schema {
        var schema = self
        schema.lookup = names.map { column($0)! }
        return schema
    }

    /// The schema of a table.
    package static func of(_ table: TableName) -> Schema { all[table.index] }

    /// Every table of `Data/README.md`, in the order of `TableName`.
    package static let all: [Schema] = {
        let source = list(key("source", of: .sources))
        let example = maybe(text("example"))
        let sector = words("sector", Words.sectors)
        let status = words("effect", Words.effects)
        let state = maybe(key("state", of: .states))
        return [
            Schema(.sources, keys: 1, text("key"), text("title"), maybe(text("address")), maybe(text("note"))),

            Schema(
                .states, keys: 2, text("code"), date("from"), text("name"), number("cow"), number("gw"), date("to"), source),
            Schema(
                .stateNames, keys: 3, key("code", of: .states), spelling("text", indexed: true), words("use", Words.nameUses), date("from"),
                date("to"), source),
            Schema(
                .homonyms, keys: 2, spelling("text", indexed: true), text("other"), text("kind"), list(maybe(text("signs"))),
                list(maybe(text("state_signs"))), source),
            Schema(.forms, keys: 2, key("code", of: .states), text("form"), source),
            Schema(.alpha2, keys: 1, key("code", of: .states), text("alpha2"), source),
            Schema(
                .places, keys: 3, spelling("name", indexed: true), state, maybe(text("within")), words("kind", Words.placeKinds), source),
            Schema(
                .organisations, keys: 1, text("code"), text("name"), words("kind", Words.organisationKinds), maybe(sector), state,
                maybe(key("parent", of: .organisations)),
                date("from"), date("to"), source),
            Schema(.organisationNames, keys: 2, key("code", of: .organisations), spelling("text", indexed: true), source),
            Schema(
                .outlets, keys: 1, spelling("text", indexed: true), text("name"), text("kind"), state, maybe(text("ownership")), source),

            Schema(.people, keys: 1, text("person"), text("name"), state, maybe(words("gender", Words.genders)), source),
            Schema(.personNames, keys: 2, key("person", of: .people), spelling("text", indexed: true), source),
            Schema(
                .offices, keys: 4, key("person", of: .people), words("office", Words.offices), key("body", of: .states, .organisations),
                date("from"), date("to"), source
            )
            .lookedUp(by: "office", "body"),
            Schema(.titles, keys: 1, text("text"), maybe(words("office", Words.offices)), maybe(sector), source),
            Schema(.groups, keys: 1, text("lemma"), sector, maybe(text("public")), source),

            Schema(
                .frames, keys: 4, text("lemma"), maybe(text("particle")), classes("object"), position("recipient"),
                words("type", EventType.allCases.map(\.rawValue)), maybe(text("mode")), maybe(text("cameo")), position("actor"),
                position("about"), position("objects"), source, example),
            Schema(
                .nouns, keys: 2, text("lemma"), maybe(text("modifier")), words("type", EventType.allCases.map(\.rawValue)),
                maybe(text("mode")), maybe(text("cameo")), position("actor"), position("recipient"), position("about"),
                maybe(text("alone")), source, example),
            Schema(
                .lightVerbs, keys: 2, text("lemma"), maybe(text("particle")), maybe(words("subject", Words.lightSubjects)),
                maybe(status), source, example),
            Schema(.classes, keys: 2, text("class"), text("lemma"), source),
            Schema(
                .cues, keys: 3, text("lemma"), text("pos"), maybe(text("particle")), words("stance", Stance.allCases.map(\.rawValue)),
                position("content"), position("addressee"), source, example),
            Schema(
                .embedding, keys: 3, text("lemma"), text("pos"), position("position"), status, maybe(words("denied", Words.effects)),
                source,
                example),
            Schema(.control, keys: 1, text("lemma"), words("controller", ["subject", "object", "either"]), source, example),
            Schema(.judgements, keys: 1, text("lemma"), words("polarity", ["positive", "negative"]), source, example),
            Schema(.voices, keys: 1, text("lemma"), text("gist"), source, example),
            Schema(.spheres, keys: 1, text("act"), words("sphere", Words.spheres), source),

            Schema(.instruments, keys: 2, text("lemma"), maybe(text("modifier")), text("kind"), source),
            Schema(
                .stages, keys: 4, text("lemma"), text("pos"), maybe(text("particle")), position("position"),
                words("stage", Stage.allCases.map(\.rawValue)), maybe(words("status", Words.effects)), source, example),
            Schema(.duties, keys: 1, text("phrase"), words("duty", DutyKind.allCases.map(\.rawValue)), source, example),
            Schema(.triggers, keys: 1, text("phrase"), source, example),

            Schema(
                .territories, keys: 2, text("territory"), date("from"), text("name"), words("kind", Words.territoryKinds),
                maybe(key("holder", of: .states)), date("to"), list(maybe(key("claimed_by", of: .states))), maybe(text("note")), source),
            Schema(
                .areas, keys: 3, text("area"), key("member", of: .territories, .states), date("from"), date("to"),
                words("holds", ["yes", "no", "unclear"]), maybe(text("note")), source),
            Schema(.territoryNames, keys: 1, text("text"), key("territory", of: .territories, .states), source),
            Schema(
                .conditions, keys: 1, text("condition"), text("question"), text("when_no"), maybe(words("presumed", ["yes"])),
                words("verdict", ["excused", "not_bound"]), source),
            Schema(.coverage, keys: 1, date("from"), date("to"), maybe(text("note")), source),
        ]
    }()

    /// The column whose spellings texts are searched for, by table; nil for none.
    static let indexedColumns: [Int?] = all.map { $0.columns.firstIndex { $0.isIndexed } }

    /// A number that changes with any change of tables or columns, so that a compiled form of another program is known as such.
    static let fingerprint: UInt32 = {
        let shape = all.map {
            "\($0.name.file)/\($0.keys)/\($0.lookup)(" + $0.columns.map { "\($0.name)\($0.isIndexed)" }.joined(separator: ",") + ")"
        }
        return Array(shape.joined().utf8).withUnsafeBytes { UInt32(truncatingIfNeeded: hash($0)) }
    }()
}

extension Column {
    /// Whether texts are searched for what stands in this column.
    var isIndexed: Bool {
        if case .spelling(indexed: true) = rule { true } else { false }
    }
}

/// The words that columns allow.
package enum Words {
    package static let sectors = [
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
        "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    ]
    package static let nameUses = ["name", "adjective", "inhabitant", "capital", "government"]
    package static let placeKinds = [
        "city", "region", "sea", "island", "site", "continent", "us-state", "river", "mountain", "base",
    ]
    package static let territoryKinds = ["metropolitan", "overseas", "disputed", "occupied", "sea"]
    package static let organisationKinds = [
        "igo", "alliance", "organ", "court", "ngo", "armed-group", "party", "company", "agency", "other",
    ]
    package static let genders = ["female", "male", "other"]
    package static let offices = [
        "head-of-state", "monarch", "supreme-leader", "head-of-government", "deputy-head", "foreign-minister", "defence-minister",
        "interior-minister", "finance-minister", "minister", "secretary-general", "commission-president", "council-president",
        "party-leader", "security-adviser", "spokesperson", "ambassador", "envoy", "military-chief", "military-officer", "legislator",
        "speaker", "governor", "mayor", "judge", "prosecutor", "official", "rebel-leader", "religious-leader", "director", "heir",
        "consort",
    ]
    package static let effects = Status.allCases.map(\.rawValue)
    /// Classes of nouns that are known from names rather than from classes.csv.
    package static let builtInClasses = ["state", "person", "any"]
    package static let positions: Set<String> = [
        "subj", "subj.load", "obj", "iobj", "comp", "ccomp", "xcomp", "obj.poss", "obj.of", "poss", "adj", "with", "against", "to", "on",
        "for", "from", "of", "in", "at", "into", "over", "by", "between", "among", "about", "across", "after", "along", "alongside",
        "around",
        "as", "before", "behind", "beside", "but", "belonging", "clause", "inside", "near", "off", "onto", "out", "outside", "past",
        "present",
        "self", "that", "through", "toward", "towards", "under", "until", "upon", "within",
    ]
    /// What the subject of a light verb is to the act of its noun.
    package static let lightSubjects = ["actor", "recipient", "mutual"]
    /// Spheres of relations.
    package static let spheres = ["diplomacy", "security", "economy", "humanitarian", "justice", "information", "culture", "society"]
}
