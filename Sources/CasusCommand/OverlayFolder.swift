/// The folder laid over what Casus knows: `--data` before `CASUS_DATA`, which counts as unset where it is empty.
enum OverlayFolder {
    static let flag = Flag("data", value: "DIR", help: "a folder laid over what Casus knows; also $CASUS_DATA")

    static func named(_ parsed: Parsed, _ console: Console) -> String? {
        parsed[flag] ?? console.environment["CASUS_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    }
}
