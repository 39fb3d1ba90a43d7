import Foundation
import Testing

/// Every room imports only what docs/architecture.md allows it.
///
/// The compiler finds an import of a product that no target of the build has; this finds the arrow
/// that is drawn although a target has it by accident, through another one.
@Suite("Imports")
struct ImportTests {
  /// What a target may import of the project and of others; own targets behind these come with them.
  static let allowed: [(target: String, own: [String], others: [String])] = [
    ("EventSimulation", [], []),
    ("RandomVariates", [], []),
    ("OutputAnalysis", [], []),
    ("ClearanceRecords", ["EventSimulation"], []),
    (
      "ClearanceModel",
      ["EventSimulation", "RandomVariates", "OutputAnalysis", "ClearanceRecords"], []
    ),
    ("ScenarioFiles", ["ClearanceModel", "RandomVariates"], ["Yams", "SwiftCSV"]),
    (
      "ClearancePipeline",
      ["ScenarioFiles", "ClearanceModel", "ClearanceRecords", "OutputAnalysis"], []
    ),
    ("ResultStore", ["ClearanceRecords"], ["GRDB", "GRDBSQLite"]),
    ("Studies", ["ScenarioFiles", "ClearancePipeline", "ResultStore", "OutputAnalysis"], []),
    (
      "Reports", ["Studies", "ScenarioFiles", "ResultStore", "OutputAnalysis"],
      ["SwiftCSV", "Mustache"]
    ),
    ("kakou", ["Studies", "Reports", "ScenarioFiles"], ["ArgumentParser"]),
  ]

  /// The leaves know the standard library and the maths library only.
  private static let leaves = ["EventSimulation", "RandomVariates", "OutputAnalysis"]
  private static let base = ["Synchronization", "Glibc", "Musl", "Darwin"]
  private static let general = ["Foundation", "Dispatch", "Collections", "Numerics", "Logging"]

  @Test("every import is allowed")
  func imports() throws {
    let sources = Kakou.root.appending(path: "Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(targets) == Set(Self.allowed.map(\.target)))
    for row in Self.allowed {
      let own = Self.reachable(from: row.own)
      let general = Self.leaves.contains(row.target) ? [] : Self.general
      let modules = Set(own + row.others + Self.base + general)
      let folder = sources.appending(path: row.target)
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let file as String in files where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for module in text.matches(of: /(?m)^ *(?:public |internal )?import (\w+)/).map(\.1) {
          #expect(modules.contains(String(module)), "\(row.target)/\(file) imports \(module)")
        }
      }
    }
  }

  /// The given targets with those behind them.
  private static func reachable(from targets: [String]) -> [String] {
    targets.flatMap { target in
      [target] + reachable(from: allowed.first { $0.target == target }?.own ?? [])
    }
  }
}
