import Testing

@testable import WhosWho
