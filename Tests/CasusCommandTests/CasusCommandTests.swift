import Testing

@testable import CasusCommand
