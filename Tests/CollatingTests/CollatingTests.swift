import Testing

@testable import Collating
