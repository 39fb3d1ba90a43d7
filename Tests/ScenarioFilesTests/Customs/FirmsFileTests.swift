import ClearanceModel
import Foundation
import Testing

@testable import ScenarioFiles

@Suite("Firms from a file")
struct FirmsFileTests {
  private static let header =
    "name,credit,share (%),business,goods,items,declares,guarantee,opening stock,credit changes\n"

  /// The papers zone with the firms of a file.
  private func expansion(_ rows: String) throws -> CustomsExpansion {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "firms-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try rows.write(toFile: folder + "/firms.csv", atomically: true, encoding: .utf8)
    let start = try #require(papersZone.firstRange(of: "firms:\n"))
    let end = try #require(papersZone.firstRange(of: "flows:\n"))
    let text =
      (papersZone[..<start.lowerBound] + "firms: {from: firms.csv}\n"
      + papersZone[end.lowerBound...])
      .replacing(", firms: {logistics-b: off}", with: "")
    let tree = try SourceTree.parse(String(text), file: "test.yaml")
    return CustomsExpansion(tree, folder: folder, problems: ProblemList(file: "test.yaml"))
  }

  @Test("rows are firms, cells may hold several values")
  func rows() throws {
    let expansion = try expansion(
      Self.header
        + "parts-a,aeo,60,manufacturing,auto-parts: 60%; pumps: 40%,5,"
        + "monthly; 2024-07-01: quarterly,5 million yuan,600 t,2024-07-01: general\n"
        + "logistics-b,general,40,,food,,,,30 d,\n"
    )
    #expect(expansion.problems.problems.problems == [])
    let plan = try #require(expansion.papers)
    #expect(plan.firms.map(\.name) == ["parts-a", "logistics-b"])
    #expect(plan.firms[0].period.map(\.value) == [.monthly, .quarterly])
    #expect(plan.firms[0].credit.map(\.value) == [.advancedCertified, .general])
    #expect(plan.firms[0].guaranteeLine.map(\.value) == [Fen(500_000_000)])
    #expect(plan.items.prefix(5).map(\.goods).last == "pumps")
    #expect(
      expansion.tree.root.at("arrivals", "goods", "attributes", "firm", "parts-a")?.text == "60%"
    )
  }

  @Test("faults stand at the row and column of the file")
  func faults() throws {
    let found = try expansion(
      Self.header
        + "parts-a,aoe,60,manufacturing,auto-parts,5,monthly,5 million yuan,600 t,\n"
        + "b.c,general,20,,food,,,,30 d,\n"
        + "late-c,general,40,,food,none,weekly,5 million,-1 t,2024-02-30: aeo\n"
    ).problems.problems.problems
    let places = found.map { "\($0.file):\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
    #expect(
      places.filter { $0.hasPrefix("firms.csv") } == [
        "firms.csv:2:2", "firms.csv:3:1", "firms.csv:4:6", "firms.csv:4:7", "firms.csv:4:8",
        "firms.csv:4:9", "firms.csv:4:10",
      ]
    )
    #expect(
      found.first { $0.position?.column == 2 }?.fault
        == .unknownWord("aoe", key: "credit", allowed: CustomsWords.credits, nearest: "aeo")
    )
  }

  @Test("a heading that is none, a file that is none")
  func headings() throws {
    let found = try expansion("name,crdit,share\na,aeo,100%\n").problems.problems.problems
    let wrong = try #require(found.first)
    #expect(wrong.file == "firms.csv" && wrong.position?.line == 1 && wrong.position?.column == 2)
    guard case .unknownKey("crdit", .firm, _, "credit") = wrong.fault else {
      Issue.record("\(wrong.fault)")
      return
    }
    let tree = try SourceTree.parse(
      acceptedZone.replacing(
        "firms:\n  parts: {credit: aeo, share: 20%, declares: monthly}\n  others: {credit: general, share: 80%}",
        with: "firms: {from: none.csv}"
      ),
      file: "test.yaml"
    )
    let missing = CustomsExpansion(
      tree,
      folder: "/nowhere",
      problems: ProblemList(file: "test.yaml")
    )
    #expect(missing.problems.problems.problems.count == 1)
  }

  @Test("several hundred firms")
  func many() throws {
    let rows = (0..<400).map { "firm-\($0),general,0.25,,food,3,monthly,5 million yuan,30 d,\n" }
    let expansion = try expansion(Self.header + rows.joined())
    #expect(expansion.problems.problems.problems == [])
    #expect(expansion.papers?.firms.count == 400 && expansion.papers?.items.count == 1_200)
    #expect(expansion.tree.root.at("attributes", "firm")?.items?.count == 400)
  }
}
