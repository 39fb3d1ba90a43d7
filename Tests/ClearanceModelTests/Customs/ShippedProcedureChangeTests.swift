import Foundation
import ScenarioFiles
import Testing

/// Every shipped procedure can be copied beside a scenario, changed there, and does what it then says.
@Suite("Changed copies of shipped procedures")
struct ShippedProcedureChangeTests {
  /// One step of a procedure that becomes another, and the measure that tells.
  struct Change: CustomTestStringConvertible, Sendable {
    let procedure: String
    let base: CustomsBase
    let old: String
    let new: String
    let measure: String
    let rises: Bool
    var overrides: [String] = []

    var testDescription: String { procedure }

    init(
      _ procedure: String,
      _ base: CustomsBase,
      _ old: String,
      _ new: String,
      raises measure: String,
      set overrides: [String] = []
    ) {
      (self.procedure, self.base, self.old, self.new) = (procedure, base, old, new)
      (self.measure, self.rises, self.overrides) = (measure, true, overrides)
    }

    init(
      _ procedure: String,
      _ base: CustomsBase,
      _ old: String,
      _ new: String,
      lowers measure: String
    ) {
      (self.procedure, self.base, self.old, self.new) = (procedure, base, old, new)
      (self.measure, self.rises) = (measure, false)
    }
  }

  @Test("there is a change for every one")
  func table() {
    #expect(Self.changes.map(\.procedure).sorted() == ShippedProcedures.names.sorted())
  }

  @Test("a copy runs as the original, and a changed copy as changed", arguments: changes)
  func copies(_ change: Change) throws {
    let shipped = try #require(ShippedProcedures.text(of: change.procedure))
    #expect(shipped.ranges(of: change.old).count == 1, "\(change.old)")
    let changed = shipped.replacing(change.old, with: change.new)
    let original = try change.base.outcome(change.overrides)
    let copy = try outcome(shipped, change)
    #expect(copy.isSame(as: original))
    let other = try outcome(changed, change)
    // What never happens is not measured.
    let before = original.values[change.measure] ?? 0
    let after = other.values[change.measure] ?? 0
    #expect(
      change.rises ? after > before : after < before,
      "\(change.measure): \(before), then \(after)"
    )
  }

  /// What comes of a scenario with the text as a file beside it.
  private func outcome(_ text: String, _ change: Change) throws -> CustomsOutcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = ShippedProcedures.fileName(of: change.procedure)
    try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    let scenario =
      change.base.text + "procedures: {\(change.procedure): {from: \(file)}}\n"
    return try CustomsOutcome(
      LoadedScenario.parse(
        scenario,
        file: folder.appending(path: "zone.yaml").path,
        overrides: change.overrides
      )
    )
  }
}
