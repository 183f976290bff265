import Testing

@testable import CasusCore
