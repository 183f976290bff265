import CKnowledge
package import Tables

extension Tables {
    /// The tables of `Data/` as they were when the program was built.
    package static func embedded() -> Tables {
        do {
            return try Tables(embedded: UnsafeRawBufferPointer(start: casus_knowledge_bytes, count: casus_knowledge_size))
        } catch {
            fatalError("knowledge.bin: \(error)")  // A build from stale data; the tests of Tables tell it first.
        }
    }
}
