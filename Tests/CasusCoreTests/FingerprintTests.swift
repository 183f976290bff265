import Testing

@testable import CasusCore

struct FingerprintTests {
    private func print(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { Fingerprint.of($0) } }

    @Test(arguments: [0, 1, 7, 8, 9, 64, 1001])
    func oneByteChangesIt(count: Int) {
        let bytes = (0..<count).map { UInt8($0 % 251) }
        let whole = print(bytes)
        #expect(whole.utf8.count == 16)
        #expect(print(bytes) == whole)
        #expect(print(bytes + [0]) != whole)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(1 << (index % 8))
            #expect(print(changed) != whole)
        }
    }

    @Test func theOrderOfBytesChangesIt() {
        #expect(print([1, 2, 3]) != print([3, 2, 1]))
        #expect(print(Array(repeating: 0, count: 8)) != print(Array(repeating: 0, count: 16)))
    }
}
