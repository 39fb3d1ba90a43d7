import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Service standards in the words of check and run.
@Suite struct StandardTextTests {
  private static let scenario = """
    scenario: standards
    runs for: 10 d
    replications: 10
    stations: {gate: {servers: 1}, yard: {servers: 1}}
    classes: [aeo, ordinary]
    arrivals:
      trucks:
        profile: {per h: [2, 9], step: 12 h, repeats: yes}
        class: {aeo: 50%, ordinary: 50%}
        procedure: p
    procedures:
      p:
        - stage: gate
        - serve at: gate
          for: exponential(4 min)
        - mark: passed
        - choose:
            - share: 10%
              do:
                - stage: inspection
                - serve at: yard
                  for: 30 min
        - mark: cleared
    standards:
      easy: {at: gate, wait within: 4 h, share: 90%}
      at the peak: {at: gate, wait within: 1 min, in: peak hour, share: 90%}
      yard: {flow: trucks, stage: inspection, within: 1 h, class: aeo, share: 50%}
      way: {flow: trucks, to: passed, within: 90 s, share: 95%}
      all: {flow: trucks, cleared within: 30 min, share: 95%}
    """

  private func inFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "standards.yaml")
    try Self.scenario.write(to: file, atomically: true, encoding: .utf8)
    return try await body(file.path)
  }

  @Test func check() async throws {
    let result = try await inFolder { try await CheckStudy.check(RunOptions(scenario: $0)) }
    let english = CheckText.text(result, .en)
    #expect(
      english.contains(
        """

        Service standards
          easy: 90% wait at most 4 h at gate
          at the peak: 90% of those who come in the peak hour wait at most 1 min at gate
          yard: 50% of trucks that are there spend at most 1 h at the stage inspection, aeo
          way: 95% of trucks reach passed within 1.5 min
          all: 95% of trucks are cleared within 30 min

        """
      ),
      "\(english)"
    )
    let chinese = CheckText.text(result, .zh)
    #expect(chinese.contains("easy：在gate等候不超过4小时的车辆不低于90%"), "\(chinese)")
    let json = CheckJSON.text(result, version: "1", .en)
    #expect(
      json.contains(
        "{\"name\": \"way\", \"measure\": \"flow.trucks.to-passed.share-within-90s\", "
          + "\"withinSeconds\": 90.0, \"asked\": 0.95}"
      ),
      "\(json)"
    )
  }

  @Test func run() async throws {
    let result = try await inFolder { path in
      var options = RunOptions(scenario: path)
      options.database = path + ".sqlite"
      return try await RunStudy.run(options, version: "1")
    }
    #expect(
      result.standards.map(\.standard.name.text) == ["easy", "at the peak", "yard", "way", "all"]
    )
    #expect(result.standards.map(\.verdict) == [.met, .notMet, .met, .notMet, .notMet])
    let english = RunText.summary(result, .en)
    let table = english.components(separatedBy: "\n").drop { !$0.hasPrefix("service standard") }
    #expect(
      table.prefix(6).map { $0.split(separator: "  ").last.map(String.init) ?? "" }
        == [
          " verdict", " met", " not met", " met", " not met", " not met",
        ].map { $0.trimmingCharacters(in: .whitespaces) },
      "\(english)"
    )
    #expect(
      english.contains("at the peak       wait at gate in the peak hour    1 min    90%"),
      "\(english)"
    )
    let chinese = RunText.summary(result, .zh)
    for words in ["服务标准", "达标率", "gate高峰小时等候", "未达标"] {
      #expect(chinese.contains(words), "\(chinese)")
    }
    let json = RunJSON.text(result, version: "1", .en)
    #expect(json.contains("\"verdict\": \"not met\"") && json.contains("\"asked\": 0.95"))
  }

  private func verdict(_ share: Double?, _ halfWidth: Double?) throws -> StandardResult.Verdict {
    let standard = try #require(
      try LoadedScenario.parse(Self.scenario, file: "standards.yaml").scenario.standards.last
    )
    let record = MeasureRecord(
      name: standard.measure,
      unit: "",
      estimate: share,
      halfWidth: halfWidth,
      confidence: 0.95,
      replications: 2,
      pooled: false
    )
    return StandardResult(standard: standard, met: record).verdict
  }

  /// 95 % are asked.
  @Test func verdicts() throws {
    #expect(try verdict(0.97, 0.02) == .met)
    #expect(try verdict(1, 0) == .met)
    #expect(try verdict(0.97, 0.03) == .undecided)
    #expect(try verdict(0.94, 0.02) == .undecided)
    #expect(try verdict(0.92, 0.02) == .notMet)
    // One replication has no interval.
    #expect(try verdict(0.99, nil) == .undecided)
    #expect(try verdict(nil, nil) == .nobody)
    for verdict in StandardResult.Verdict.allCases {
      #expect(
        !Wording(.en).verdict(verdict).isEmpty && Wording(.zh).verdict(verdict) != verdict.rawValue
      )
    }
  }

  @Test func everyPhraseHasBothLanguages() {
    for phrase in StandardPhrase.allCases {
      let (en, zh) = phrase.texts
      let others = en.filter { !$0.isASCII }
      #expect(others.isEmpty, "\(phrase)")
      #expect(Self.parts(of: en) == Self.parts(of: zh), "\(phrase)")
    }
  }

  /// The names in braces.
  private static func parts(of text: String) -> [String] {
    var names: [String] = []
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}") else { continue }
      names.append(String(piece[..<end]))
    }
    return names.sorted()
  }
}
