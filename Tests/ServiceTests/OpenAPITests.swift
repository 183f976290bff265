import Answers
import CasusCore
import Testing

@testable import Service

/// The API's description of itself.
struct OpenAPITests {
    private let root: JSONValue

    init() throws {
        root = try JSONTree(Array(OpenAPI(version: "1").text.utf8), file: "openapi.json").root
    }

    private func paths() throws -> [(name: String, value: JSONValue)] {
        try #require(try root.members().first { $0.0 == "paths" }).1.members().map { ($0.0, $0.1) }
    }

    private func parameters(of path: String) throws -> [String] {
        let operation = try #require(try paths().first { $0.name == path }).value
        let get = try #require(try operation.members().first { $0.0 == "get" }).1
        let list = try #require(try get.members().first { $0.0 == "parameters" }).1
        return try list.array().map { parameter in try #require(try parameter.members().first { $0.0 == "name" }).1.string() }
    }

    @Test func everyOperationIsInIt() throws {
        let told = Set(try paths().map(\.name))
        #expect(told == Set(Operation.all.map(\.path) + ["/api/v1/export", "/api/v1/read"]))
        #expect(told.count == operations.count + 2)
    }

    /// Under its name, each once, with an example that it takes.
    @Test(arguments: Operation.all.map(\.inquiry.name))
    func everyParameterIsInIt(name: String) throws {
        let operation = try Operation.named(name.split(separator: " ").map(String.init))
        let described = try parameters(of: operation.path)
        #expect(described == operation.inquiry.parameters.map(\.name))
        #expect(Set(described).count == described.count)
        for parameter in operation.inquiry.parameters { #expect(parameter.accepts(parameter.example), "\(parameter.name)") }
    }

    @Test(arguments: [(["timelin"], "/api/v1/timeline"), (["pacts", "shw"], "/api/v1/pacts/show"), (["expor"], "/api/v1/export")])
    func anUnknownNameIsGuessed(path: [String], meant: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try Operation.named(path) }
        #expect(refusal?.status == .notFound)
        #expect(refusal?.mend?.contains(meant) == true)
    }
}
