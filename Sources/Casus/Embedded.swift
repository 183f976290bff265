import CLanguageModel
package import CasusCore
package import Language

extension LanguageModel {
    /// The model that is part of the program.
    package static func embedded() throws(Problem) -> LanguageModel {
        try LanguageModel(bytes: embeddedBytes)
    }

    /// The model that is part of the program, as it lies in memory.
    package static var embeddedBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: casus_model_bytes, count: casus_model_size) }

    /// Tells that model from others.
    static var embeddedFingerprint: String {
        Fingerprint.of(embeddedBytes)
    }
}
