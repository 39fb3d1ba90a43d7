import ClearanceModel
import Foundation
import ScenarioFiles
import Testing

@testable import Studies

/// What is inside the program is what lies in scenarios/verification, and every case has its file.
@Suite("Scenarios of verification")
struct VerificationScenarioTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scenarios/verification")

  /// Files of the folder with some extension, those in folders included.
  private func files(_ suffix: String) throws -> [String] {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path))
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
  }

  @Test("every file is inside, byte for byte")
  func embedded() throws {
    let scenarios = VerificationScenarios.scenarios
    let missing = try files(".yaml").filter { file in
      !scenarios.contains { "\($0.id).yaml" == file }
    }
    let lines = missing.map { file in
      let name = String(file.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      return "(\"\(file.dropLast(5))\", PackageResources.\(name)),"
    }
    #expect(lines.isEmpty, "VerificationScenarios+Files.swift lacks \(lines)")
    for (id, bytes) in scenarios {
      #expect(try Data(contentsOf: Self.folder.appending(path: "\(id).yaml")) == Data(bytes))
    }
    #expect(try files(".csv") == VerificationScenarios.data.map(\.path).sorted())
    for (path, bytes) in VerificationScenarios.data {
      #expect(try Data(contentsOf: Self.folder.appending(path: path)) == Data(bytes))
    }
  }

  @Test("every case has its scenario and its measures, and every scenario its case")
  func cases() throws {
    let ids = ExactCase.all.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    for exact in ExactCase.all {
      guard VerificationScenarios.text(of: exact.id) != nil else {
        Issue.record("no scenario for the case \(exact.id)")
        continue
      }
      let loaded = try VerificationScenarios.load(exact.id)
      #expect(loaded.scenario.name == exact.id)
      #expect(loaded.scenario.replications > 1)
      #expect(!exact.values.isEmpty && exact.load > 0)
      #expect(exact.values.allSatisfy { $0.exact.isFinite })
      #expect(Set(exact.values.map(\.name)).count == exact.values.count, "\(exact.id)")
      _ = try VerifyStudy.measures(of: exact, in: loaded.plan)
    }
    let known = ids + ExactCase.statistical.map(\.id)
    let idle = VerificationScenarios.scenarios.map(\.id).filter { !known.contains($0) }
    #expect(idle.isEmpty, "scenarios without a case: \(idle)")
  }

  @Test("data files inside the program are found and leave nothing behind")
  func data() throws {
    let text = """
      scenario: two service times
      runs for: 10 h
      stations: {gate: {servers: 1}}
      arrivals: {trucks: {every: 1 h, procedure: p}}
      procedures: {p: [{serve at: gate, for: "empirical(times/two.csv, service)"}]}
      """
    let bytes = Array("service (s)\n30\n90\n".utf8)
    let loaded = try VerificationScenarios.load(
      text,
      file: "two.yaml",
      data: [("times/two.csv", bytes)]
    )
    #expect(loaded.plan.places.count == 1)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: FileManager.default.temporaryDirectory.path
    )
    #expect(!left.contains { $0.hasPrefix("kakou-verify-") })
    #expect(throws: StudyError.self) {
      try VerificationScenarios.load(text, file: "two.yaml", data: [])
    }
  }
}
