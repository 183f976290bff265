/// The tables of what Casus knows. The raw value is the table's place in the compiled form.
package enum TableName: Int, CaseIterable, Sendable {
    case sources
    case states, stateNames, homonyms, forms, alpha2
    case places
    case organisations, organisationNames
    case outlets
    case people, personNames, offices, titles, groups
    case frames, nouns, lightVerbs, classes, cues, embedding, control, judgements, voices, spheres
    case instruments, stages, duties, triggers
    case territories, areas, territoryNames
    case conditions, coverage

    /// Its place in `allCases` and in the compiled form.
    package var index: Int { rawValue }

    /// The path of its file under `Data/`.
    package var file: String {
        switch self {
        case .sources: "sources.csv"
        case .states: "states/states.csv"
        case .stateNames: "states/names.csv"
        case .homonyms: "states/homonyms.csv"
        case .forms: "states/forms.csv"
        case .alpha2: "states/alpha2.csv"
        case .places: "places/places.csv"
        case .organisations: "organisations/organisations.csv"
        case .organisationNames: "organisations/names.csv"
        case .outlets: "outlets/outlets.csv"
        case .people: "people/people.csv"
        case .personNames: "people/names.csv"
        case .offices: "people/offices.csv"
        case .titles: "people/titles.csv"
        case .groups: "people/groups.csv"
        case .frames: "verbs/frames.csv"
        case .nouns: "verbs/nouns.csv"
        case .lightVerbs: "verbs/light.csv"
        case .classes: "verbs/classes.csv"
        case .cues: "verbs/cues.csv"
        case .embedding: "verbs/embedding.csv"
        case .control: "verbs/control.csv"
        case .judgements: "verbs/judgements.csv"
        case .voices: "verbs/voices.csv"
        case .spheres: "verbs/spheres.csv"
        case .instruments: "agreements/instruments.csv"
        case .stages: "agreements/stages.csv"
        case .duties: "agreements/duties.csv"
        case .triggers: "agreements/triggers.csv"
        case .territories: "territories/territories.csv"
        case .areas: "territories/areas.csv"
        case .territoryNames: "territories/names.csv"
        case .conditions: "treaties/conditions.csv"
        case .coverage: "treaties/coverage.csv"
        }
    }
}
