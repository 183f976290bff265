import CLanguageModel
package import CasusCore
package import Language

extension LanguageModel {
    /// The model that is part of the program.
    package static func embedded() throws(Problem) -> LanguageModel {
        try LanguageModel(bytes: UnsafeRawBufferPointer(start: casus_model_bytes, count: casus_model_size))
    }

    /// Tells that model from others.
    static var embeddedFingerprint: String {
        Fingerprint.of(UnsafeRawBufferPointer(start: casus_model_bytes, count: casus_model_size))
    }
}
