import Testing

@testable import Answers
