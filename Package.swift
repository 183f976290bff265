// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: a Swift module under `Sources/`, with the rooms it may know.
func room(_ name: String, knows: [Target.Dependency] = []) -> Target {
    // Optimised, floor and round are calls of libm, which nothing else pulls in.
    .target(name: name, dependencies: knows, swiftSettings: settings, linkerSettings: [.linkedLibrary("m")])
}

func tests(of name: String, knows: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.init(stringLiteral: name)] + knows, exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "casus",
    products: [
        .library(name: "Casus", targets: ["Casus"]),
        .executable(name: "casus", targets: ["CasusCommand"]),
    ],
    targets: [
        // The house, from the ground up. Arrows go down only.
        room("CasusCore"),
        room("Tables", knows: ["CasusCore"]),
        room("Language", knows: ["CasusCore", "CKernels"]),
        room("WhosWho", knows: ["CasusCore", "Tables"]),
        room("Intake", knows: ["CasusCore"]),
        room("Treaties", knows: ["CasusCore", "Tables"]),
        room("Pacts", knows: ["CasusCore", "Treaties"]),
        room("Reading", knows: ["CasusCore", "Tables", "Language", "WhosWho"]),
        room("Pictures", knows: ["CasusCore", "Treaties"]),
        room("Ledger", knows: ["CasusCore", "Treaties", "CSQLite"]),
        room("Collating", knows: ["CasusCore", "Treaties"]),
        room("Exchange", knows: ["CasusCore"]),
        room("Answers", knows: ["CasusCore", "Tables", "WhosWho", "Treaties", "Pacts", "Ledger", "Collating", "Exchange"]),
        room(
            "Service",
            knows: [
                "CasusCore", "Tables", "WhosWho", "Treaties", "Pacts", "Intake", "Reading", "Ledger", "Collating", "Exchange", "Answers",
                "Casus", "Pictures",
                "CMicroHTTPD", "CAssets",
            ]),
        room(
            "Casus", knows: ["CasusCore", "Tables", "Language", "WhosWho", "Reading", "Treaties", "Pacts", "CLanguageModel", "CKnowledge"]),
        .executableTarget(
            name: "CasusCommand",
            dependencies: [
                "CasusCore", "Intake", "Language", "Exchange", "Ledger", "Collating", "Answers", "Casus", "Treaties", "Pacts", "WhosWho",
                "Service",
            ],
            swiftSettings: settings),

        // C libraries, and the arithmetic that Swift leaves to C.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),

        .target(name: "CKernels", exclude: ["kernels.inc"], linkerSettings: [.linkedLibrary("m")]),

        // What is embedded: made by the tools below, never by hand.
        .target(name: "CLanguageModel", exclude: ["model.bin", "LICENSE.md"]),
        .target(name: "CKnowledge", exclude: ["knowledge.bin", "treaties.bin"]),
        // What pages of the server load.
        .target(name: "CAssets", exclude: ["style.css", "script.js", "icon.svg"]),

        // Tools of the package; none of them depends on what it makes.
        .executableTarget(
            name: "train", dependencies: ["CasusCore", "Language", "Tables"], path: "Sources/Tools/Train", swiftSettings: settings),
        .executableTarget(
            name: "compile-data", dependencies: ["CasusCore", "Tables", "Treaties"], path: "Sources/Tools/CompileData",
            swiftSettings: settings),
        .target(name: "Scoring", dependencies: ["CasusCore"], path: "Sources/Tools/Scoring", swiftSettings: settings),
        .executableTarget(
            name: "bench",
            dependencies: [
                "CasusCore", "Intake", "Language", "Casus", "Reading", "Scoring", "Treaties", "Pacts", "WhosWho", "Ledger", "Collating",
                "Answers",
            ],
            path: "Benchmarks", exclude: ["peers"],
            swiftSettings: settings),

        tests(of: "CasusCore"),
        tests(of: "Tables"),
        tests(of: "Language", knows: ["Casus"]),
        tests(of: "WhosWho", knows: ["Casus"]),
        tests(of: "Intake"),
        tests(of: "Reading", knows: ["Casus", "Intake", "Scoring", "Tables"], exclude: ["Expected"]),
        tests(of: "Ledger"),
        tests(of: "Collating", knows: ["Casus", "Reading", "Treaties"], exclude: ["Stories"]),
        tests(of: "Exchange", knows: ["Casus", "Reading", "Intake"]),
        tests(of: "Answers", knows: ["Casus", "Reading", "Intake", "Treaties", "Pacts", "WhosWho", "Ledger", "Collating"]),
        tests(of: "Treaties", knows: ["Casus", "Tables", "WhosWho"]),
        tests(of: "Pacts", knows: ["Casus", "Answers", "Treaties", "WhosWho"], exclude: ["Cases"]),
        tests(of: "Pictures", knows: ["Casus", "Treaties"]),
        tests(
            of: "Service",
            knows: ["CasusCore", "Answers", "Casus", "Intake", "Ledger", "Reading", "Collating", "Pacts", "Treaties", "WhosWho"]),
        tests(of: "CasusCommand", knows: ["Casus"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
