import EventSimulation
import Foundation
import RandomVariates
import Testing

/// The example in the documentation is the code that the tests run.
@Suite struct DocumentationTests {
  private static let here = URL(filePath: #filePath)

  private func lines(of file: String) throws -> [String] {
    let url = Self.here.deletingLastPathComponent().appending(path: file)
    return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The lines of the one Swift example in `Simulation.swift`.
  private func example() throws -> [String] {
    let source = try lines(of: "../../Sources/EventSimulation/Simulation.swift")
    let start = try #require(source.firstIndex(of: "/// ```swift"))
    let end = try #require(source[start...].firstIndex(of: "/// ```"))
    return source[(start + 1)..<end].map { $0 == "///" ? "" : String($0.dropFirst(4)) }
  }

  @Test func theExampleIsTheTestedModel() throws {
    let model = try Array(lines(of: "SingleServer.swift").drop { !$0.hasPrefix("struct") })
    let code = try #require(model.lastIndex(of: "}").map { model[...$0] })
    #expect(code.count > 20 && code.count <= 40)
    #expect(try example().prefix(code.count).elementsEqual(code))
  }

  @Test func theExampleRuns() throws {
    var simulation = Simulation(SingleServer(arrivalRate: 0.9, serviceRate: 1, seed: 1))
    simulation.calendar.post(.arrival, at: .zero, rank: .arrival)
    simulation.run(until: .days(30))
    let mean = simulation.model.timeInSystem / Double(simulation.model.served)
    // 1 / (1 − 0.9) s; 3.9 standard errors of 190 / √2,300,000.
    #expect(abs(mean - 10) < 0.5)
    let test = try lines(of: "DocumentationTests.swift").map {
      $0.trimmingCharacters(in: .whitespaces).replacing("let mean = ", with: "print(")
    }
    let use = try example().drop { !$0.hasPrefix("var simulation") }
    #expect(use.count == 4)
    #expect(use.allSatisfy { line in test.contains { $0 == line || $0 + ")" == line } })
  }
}
