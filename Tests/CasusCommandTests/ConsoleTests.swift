import Glibc
import Testing

@testable import CasusCommand

struct ConsoleTests {
    @Test func aReaderThatGoesAwayClosesTheOutput() {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        var output = Output(descriptor: ends[1])
        output.write("text")
        #expect(output.isOpen)
        output.flush()
        #expect(output.isClosed)
        #expect(output.failure == nil)
        #expect(!output.isOpen)
        close(ends[1])
    }

    @Test func aFullDiskIsAFailure() {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        var output = Output(descriptor: full)
        output.write("text")
        output.flush()
        #expect(output.failure == "No space left on device")
        #expect(!output.isOpen)
    }

    @Test func writesEverythingInOrder() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        var output = Output(descriptor: ends[1])
        for number in 0..<1000 { output.write("\(number)\n") }
        output.flush()
        close(ends[1])
        var bytes = [UInt8](repeating: 0, count: 10_000)
        let count = read(ends[0], &bytes, bytes.count)
        close(ends[0])
        #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == (0..<1000).map { "\($0)\n" }.joined())
        #expect(output.bytes.isEmpty)
    }

    @Test func nothingIsShownWhereThereIsNoTerminal() {
        var console = console()
        console.progress("3 documents")
        #expect(console.errors.bytes.isEmpty)
        #expect(!console.colours)
        console.say("a line")
        #expect(console.errors.string == "casus: a line\n")
    }
}
