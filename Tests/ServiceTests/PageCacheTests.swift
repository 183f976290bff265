import CasusCore
import Foundation
import Testing

@testable import Service

/// Answers that were made already.
struct PageCacheTests {
    private let folder: URL
    private let day = Day(iso: "2024-06-19")!

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "casus-cache-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("one")
    }

    private var file: URL { folder.appending(path: "ledger.db") }

    private func write(_ text: String, to name: String = "ledger.db") throws { try Data(text.utf8).write(to: folder.appending(path: name)) }

    private func state(_ day: Day? = nil) -> PageCache.State { PageCache.State(ledger: Stamp(of: file.path), day: day ?? self.day) }

    private func entry(_ size: Int, _ byte: UInt8 = 0x61) -> PageCache.Entry {
        let bytes = [UInt8](repeating: byte, count: size)
        return PageCache.Entry(Response(type: MediaType.html, .bytes(bytes)), bytes)
    }

    @Test func whatWasMadeIsThereUntilSomethingChanges() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = PageCache(room: 1 << 20)
        let before = state()
        #expect(cache.entry("/a", before) == nil)
        cache.keep(entry(100), "/a", before)
        #expect(cache.entry("/a", before)?.whole.size == 100)
        #expect(cache.entry("/a?", before) == nil)
        #expect(cache.entry("/a", state()) != nil)
        #expect(cache.entry("/a", state(day.adding(days: 1))) == nil)
        try write("two, and longer")
        #expect(cache.entry("/a", state()) == nil)
        #expect(cache.entry("/a", before) != nil)
        cache.keep(entry(50), "/b", state())
        #expect(cache.entry("/a", before) == nil)
        #expect(cache.entry("/b", state()) != nil)
    }

    /// Readers make the file of a writer's log and take it away: while it is empty, nothing was written.
    @Test func theLogOfAWriterCountsWhenSomethingIsInIt() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = Stamp(of: file.path)
        try write("", to: "ledger.db-wal")
        #expect(Stamp(of: file.path) == before)
        try write("pages", to: "ledger.db-wal")
        #expect(Stamp(of: file.path) != before)
        #expect(Stamp(of: file.path).file == before.file)
    }

    @Test func anotherFileOfTheSameNameIsAnother() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = Stamp(of: file.path)
        try write("one", to: "other.db")
        _ = try FileManager.default.replaceItemAt(file, withItemAt: folder.appending(path: "other.db"))
        #expect(Stamp(of: file.path).file != before.file)
        #expect(Stamp(of: folder.appending(path: "none.db").path).file.isEmpty)
    }

    @Test func oldOnesMakeRoom() {
        defer { try? FileManager.default.removeItem(at: folder) }
        let room = 1 << 20
        let cache = PageCache(room: room)
        let state = state()
        for number in 0..<1000 {
            cache.keep(entry(10_000), "/\(number)", state)
            // One that is asked for again and again stays.
            if number == 0 || cache.entry("/0", state) == nil { cache.keep(entry(10_000), "/0", state) }
            #expect(cache.load.size <= room)
            #expect(cache.load.count <= 2 * room / 10_000)
        }
        #expect(cache.entry("/0", state) != nil)
        #expect(cache.entry("/999", state) != nil)
        #expect(cache.entry("/500", state) == nil)
    }

    @Test func longAddressesTakeRoomToo() {
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = PageCache(room: 1 << 20)
        let state = state()
        for number in 0..<2000 { cache.keep(entry(1), "/" + String(repeating: "x", count: 8000) + "\(number)", state) }
        #expect(cache.load.count <= 2 * (1 << 20) / 8000)
    }

    @Test func whatIsTooLargeIsNotKept() {
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = PageCache(room: 80_000)
        cache.keep(entry(10_001), "/a", state())
        #expect(cache.entry("/a", state()) == nil)
        cache.keep(entry(10_000), "/a", state())
        #expect(cache.entry("/a", state()) != nil)
    }

    @Test func aTagIsOfTheBytes() {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(entry(10).tag == entry(10).tag)
        #expect(entry(10).tag != entry(10, 0x62).tag)
        #expect(entry(10).tag.hasPrefix("\"") && entry(10).tag.hasSuffix("\""))
    }
}
