import CAssets
import CasusCore
import Pictures

/// What pages load beside themselves. Each has the hash of its bytes in its name, so that a browser may keep it for ever.
struct Assets: Sendable {
    struct File: Sendable {
        let address: String
        let type: String
        let bytes: [UInt8]

        init(_ name: String, _ ending: String, type: String, _ start: UnsafePointer<UInt8>, _ size: Int, and more: String = "") {
            bytes = Array(UnsafeBufferPointer(start: start, count: size)) + Array(more.utf8)
            address = "/assets/\(name)-\(SHA256.hex(bytes, digits: 12)).\(ending)"
            self.type = type
        }
    }

    let style = File("style", "css", type: MediaType.css, casus_style_bytes, casus_style_size, and: Look.widths + Assets.look.css)
    let script = File("casus", "js", type: MediaType.script, casus_script_bytes, casus_script_size)
    let icon = File("icon", "svg", type: MediaType.svg, casus_icon_bytes, casus_icon_size)

    /// Pictures have the colours of their page.
    private static let look = Look(
        ink: "var(--ink)", muted: "var(--soft)", faint: "var(--line)", bar: "var(--accent)", now: "var(--alleged)", back: "var(--paper)")

    func file(at path: String) -> File? { [style, script, icon].first { $0.address == path } }
}
