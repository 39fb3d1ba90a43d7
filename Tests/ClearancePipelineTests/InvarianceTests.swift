import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Testing

/// What a scenario may be written like without changing a bit of its results.
@Suite("Ways to write the same network") struct InvarianceTests {
  /// Enough networks to use every word.
  private static let seeds = (0..<Int64(NetworkFeature.enabled.count)).map { UInt64($0) + 70_000 }

  @Test("units change nothing") func units() throws {
    try compare { $0.inOtherUnits }
  }

  @Test("the order of keys changes nothing") func order() throws {
    try compare { $0.upsideDown }
  }

  @Test("what no truck meets changes nothing") func unmet() throws {
    try compare(
      { $0.withMore },
      isOfBoth: { !$0.hasPrefix("a0") && !$0.hasPrefix("flow.a1") }
    )
  }

  @Test("a new name with the former as `stream` changes nothing") func renamed() throws {
    try compare({ $0.renamed() }, formerName: NetworkVariants.formerName)
  }

  @Test("the order of classes has a meaning") func classes() throws {
    var different = 0
    for seed in 80_000..<80_300 where different < 3 {
      let text = RandomNetwork(seed: UInt64(seed)).text
      let variant = NetworkVariants(text).withClassesReversed
      guard variant != text, let before = try measured(text) else { continue }
      guard let after = try measured(variant) else { continue }
      if before.fingerprint != after.fingerprint { different += 1 }
    }
    #expect(different == 3)
  }

  private struct Measured {
    var fingerprint: UInt64
    var values: [String: UInt64?] = [:]
  }

  /// What a network measures; nil where it is refused.
  private func measured(_ text: String) throws -> Measured? {
    guard let loaded = try? LoadedScenario.parse(text, file: "network.yaml") else { return nil }
    let run = try #require(DirectRun(loaded, recording: .summary), "it never ends: \(text)")
    let catalogue = MeasureCatalogue(plan: loaded.plan)
    let values = MeasureValues(catalogue, of: run.statistics).values
    var result = Measured(fingerprint: run.statistics.fingerprint.value)
    for (measure, value) in zip(catalogue.measures, values) {
      result.values[measure.name] = value.map(\.bitPattern)
    }
    return result
  }

  private func compare(
    _ change: (NetworkVariants) -> String,
    formerName: (String) -> String = { $0 },
    isOfBoth: (String) -> Bool = { _ in true }
  ) throws {
    var compared = 0
    for seed in Self.seeds {
      let text = RandomNetwork(seed: seed).text
      let variant = change(NetworkVariants(text))
      guard let before = try measured(text) else { continue }
      let after = try #require(try measured(variant), "refused: \(variant)")
      #expect(before.fingerprint == after.fingerprint, "\(seed)\n\(text)\n\(variant)")
      let found = after.values.keys.filter(isOfBoth).sorted()
      #expect(found.count == before.values.count, "\(seed)\n\(text)\n\(variant)")
      let different = found.filter { after.values[$0] != before.values[formerName($0)] }
      #expect(different.isEmpty, "\(seed): \(different.prefix(5))\n\(text)\n\(variant)")
      compared += 1
    }
    #expect(compared >= 20)
  }
}
