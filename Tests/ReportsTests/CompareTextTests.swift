import ClearanceModel
import ClearanceRecords
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// The tables, sentences and JSON of `kakou compare` on figures made by hand.
@Suite struct CompareTextTests {
  private static let gate = """
    scenario: a gate
    runs for: 10 h
    seed: 7
    replications: 30
    stations: {main-in: {servers: 1}}
    arrivals: {trucks: {rate: 20 per h, procedure: pass}}
    procedures:
      pass:
        - serve at: main-in
          for: exponential(2 min)
    """

  private static let added = SourceChange(
    path: ["gates", "main", "lanes", "in-4"],
    kind: .added("{name: in-4, way: in}")
  )
  private static let raised = SourceChange(
    path: ["stations", "main-in", "servers"],
    kind: .changed(from: "1", to: "2")
  )

  private func difference(
    _ values: (Double, Double),
    _ halfWidth: Double?,
    _ verdict: CompareVerdict,
    pair: (Int, Int) = (0, 1),
    more: Int? = nil
  ) -> CompareDifference {
    CompareDifference(
      first: pair.0,
      second: pair.1,
      firstValue: values.0,
      secondValue: values.1,
      halfWidth: halfWidth,
      relative: values.0 == 0 ? nil : (values.1 - values.0) / values.0,
      relativeHalfWidth: nil,
      confidence: 0.95,
      pairs: 30,
      varianceRatio: 4,
      independentHalfWidth: halfWidth.map { $0 * 2 },
      verdict: verdict,
      moreReplications: more
    )
  }

  private func record(_ name: String, _ unit: String, _ value: Double) -> MeasureRecord {
    MeasureRecord(
      name: name,
      unit: unit,
      estimate: value,
      halfWidth: value / 10,
      confidence: 0.95,
      replications: 30,
      pooled: false
    )
  }

  private func result(
    _ differences: [(String, [CompareDifference])],
    changes: [[SourceChange]] = [[added]],
    headlines: [Int] = [0],
    fingerprints: [UInt64] = [1, 2, 3],
    unbeaten: [Int]? = nil
  ) throws -> CompareResult {
    let loaded = try LoadedScenario.parse(Self.gate, file: "gate.yaml")
    let catalogue = MeasureCatalogue(plan: loaded.plan)
    let labels = ["gate", "more lanes", "third"]
    let alternatives = ([[]] + changes).enumerated().map { index, changes in
      CompareAlternative(
        label: labels[index],
        point: DesignPoint(scenario: "gate.yaml", overrides: [], label: labels[index]),
        scenario: "a gate",
        changes: changes,
        run: Int64(index + 1),
        fingerprint: Fingerprint(value: fingerprints[index], count: 1),
        estimates: [
          record("main-in.queue.mean", "trucks", 6 / Double(index + 1)),
          record("main-in.wait.mean", "s", 600 / Double(index + 1)),
          record("main-in.wait.p95", "s", 1092 / Double(index + 1)),
          record("zone.arrivals.count", "trucks", 4980),
        ]
      )
    }
    return CompareResult(
      scenario: loaded.scenario,
      seed: 7,
      replications: 30,
      asked: 30,
      isComplete: true,
      precision: nil,
      confidence: 0.95,
      alternatives: alternatives,
      measures: try differences.map { name, found in
        ComparedMeasure(
          measure: try #require(catalogue.measures.first { $0.name == name }),
          isPooled: false,
          differences: found,
          unbeaten: unbeaten
        )
      },
      headlines: headlines,
      incomparable: [],
      warnings: [],
      database: "gate.sqlite",
      experiment: 4
    )
  }

  private func lines(_ result: CompareResult, _ language: Language = .en) -> [String] {
    CompareText.text(result, language).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func flat(_ result: CompareResult, _ language: Language = .en) -> String {
    lines(result, language).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  @Test func english() throws {
    let found = [("main-in.wait.p95", [difference((1092, 366), 54, .less)])]
    let expected = """
      Comparison of 2 alternatives
        10 h per replication; 30 replications, seed 7; the same seed and replications for all: common
          random numbers

        A  gate: the first alternative, a gate
        B  more lanes: lane in-4 of main added

      Comparison of options, at main-in
         alternative  arrivals  mean wait  p95 wait  mean queue               difference (interval)  verdict
      """
    let text = CompareText.text(try result(found), .en)
    #expect(text.hasPrefix(expected.split(separator: "\n").prefix(3).joined(separator: "\n")))
    #expect(
      flat(try result(found)).contains(
        "Adding in-4 cuts the 95th percentile wait at main-in from 18.2 to 6.1 min "
          + "(95%: −13.0 to −11.2 min; −66.5%)."
      )
    )
    #expect(text.contains("  B  more lanes: lane in-4 of main added"))
    #expect(text.contains("main-in.wait.p95  B − A  −12.10 (−13.00 to −11.20) min"))
    #expect(text.contains("×2.0"))
    #expect(text.hasSuffix("Recorded in gate.sqlite as experiment 4; runs 1, 2."))
  }

  @Test func chinese() throws {
    let found = [("main-in.wait.p95", [difference((1092, 366), 54, .less)])]
    let text = flat(try result(found), .zh)
    #expect(
      lines(try result(found), .zh).joined().replacing(" ", with: "").contains(
        "增设in-4，使main-in的95%分位等待时间由18.2降至6.1分钟（95%置信区间：−13.0至−11.2分钟；−66.5%）。"
      )
    )
    #expect(text.contains("方案比选表（main-in）"))
    #expect(
      text.contains("B more lanes：增设main的通道in-4") || text.contains("more lanes：增设main的通道in-4")
    )
  }

  @Test func notEnoughEvidence() throws {
    let found = [
      ("main-in.wait.mean", [difference((120, 118), 4, .undecided, more: 38)])
    ]
    let one = try result(found, changes: [[Self.raised]])
    #expect(
      flat(one).contains(
        "Raising servers of main-in from 1 to 2: not enough evidence of a difference in the mean wait "
          + "at main-in (95%: −0.10 to +0.03 min; −1.7%); about 38 more replications would decide."
      )
    )
    let never = try result([
      ("main-in.wait.mean", [difference((120, 120), 4, .undecided)])
    ])
    #expect(flat(never).contains("no reasonable number of replications would decide"))
    #expect(flat(one, .zh).replacing(" ", with: "").contains("约需再仿真38次方可判断"))
  }

  @Test func noDifferenceAtAll() throws {
    let found = [("main-in.wait.mean", [difference((120, 120), 0, .identical)])]
    let same = try result(found, changes: [[]], fingerprints: [5, 5])
    let text = flat(same)
    #expect(
      text.contains(
        "\"more lanes\": no difference at all: the two runs are the same, truck by truck."
      )
    )
    #expect(text.contains("nothing is changed"))
    #expect(text.contains("The same in every replication: main-in.wait.mean."))
    // Another course with the same figures is not the same truck by truck.
    let other = flat(try result(found, fingerprints: [5, 6]))
    #expect(
      other.contains("Adding in-4: no difference in the mean wait at main-in in any replication.")
    )
  }

  @Test func theBestOfThree() throws {
    let found = [
      (
        "main-in.wait.mean",
        [
          difference((600, 300), 40, .less),
          difference((600, 280), 40, .less, pair: (0, 2)),
          difference((300, 280), 40, .undecided, pair: (1, 2), more: 90),
        ]
      )
    ]
    let three = try result(found, changes: [[Self.added], [Self.raised]], unbeaten: [1, 2])
    #expect(
      flat(three).contains(
        "In the mean wait at main-in no alternative is the best with 95% confidence: more lanes, third "
          + "are not distinguishable; worse: gate."
      )
    )
    #expect(flat(three).contains("95%, all pairs together: "))
    let best = try result(found, changes: [[Self.added], [Self.raised]], unbeaten: [2])
    #expect(flat(best).contains("Best in the mean wait at main-in, with 95% confidence: third."))
    #expect(flat(best, .zh).replacing(" ", with: "").contains("最优的方案（置信度95%）：third。"))
  }

  @Test func noLineIsTooWide() throws {
    let found = [
      (
        "main-in.wait.mean",
        [
          difference((600, 300), 40, .less),
          difference((600, 280), nil, .undecided, pair: (0, 2)),
        ]
      ),
      ("main-in.utilisation.mean", [difference((0.6, 0.35), 0.02, .less)]),
      ("main-in.queue.mean", [difference((6, 3), 0.4, .less)]),
    ]
    let many = (0..<12).map { index in
      SourceChange(path: ["flows", "goods", "key-\(index)"], kind: .changed(from: "1", to: "2"))
    }
    let all = try result(found, changes: [many, [Self.raised]], headlines: [0, 1, 2])
    for language in Language.allCases {
      for line in lines(all, language) { #expect(line.displayWidth <= 100, "\(line)") }
    }
    #expect(flat(all).contains("… changes left out: 4"))
    #expect(flat(all).contains("from 60 to 35%"))
    #expect(flat(all).contains("percentage points"))
    #expect(flat(all, .zh).contains("个百分点"))
  }

  @Test func changesInWords() {
    let changes: [(SourceChange, String, String)] = [
      (Self.added, "lane in-4 of main added", "增设main的通道in-4"),
      (
        SourceChange(path: ["stations", "yard"], kind: .removed("{servers: 3}")),
        "station yard taken away", "撤销作业点yard"
      ),
      (Self.raised, "station main-in: servers from 1 to 2", "作业点main-in：servers由1改为2"),
      (
        SourceChange(path: ["demand", "factor"], kind: .added("2")),
        "demand.factor set to 2", "demand.factor设为2"
      ),
      (
        SourceChange(
          path: ["procedures", "pass", "[1]", "for"],
          kind: .changed(from: "constant(1 min)", to: "constant(2 min)")
        ),
        "procedure pass: [1].for from constant(1 min) to constant(2 min)",
        "作业流程pass：[1].for由constant(1 min)改为constant(2 min)"
      ),
      (
        SourceChange(path: ["gates", "main", "queue space"], kind: .removed("120 m")),
        "gate main: queue space left out (was 120 m)", "卡口main：queue space不再设定（原为120 m）"
      ),
    ]
    for (change, en, zh) in changes {
      #expect(Wording(.en).sentence(change) == en)
      #expect(Wording(.zh).sentence(change) == zh)
    }
  }

  @Test func everyComparePhraseHasBothLanguages() {
    func hasChinese(_ text: String) -> Bool {
      text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
    }
    func placeholders(_ text: String) -> [String] {
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .compactMap { $0.split(separator: "}").first.map(String.init) }.sorted()
    }
    for phrase in ComparePhrase.allCases {
      let (en, zh) = (phrase.text(.en), phrase.text(.zh))
      #expect(!en.isEmpty && !hasChinese(en), "\(phrase)")
      #expect(hasChinese(zh) || phrase == .inAlternative, "\(phrase): \(zh)")
      #expect(placeholders(en) == placeholders(zh), "\(phrase)")
    }
  }

  @Test func faultsAreWorded() {
    let faults: [(CompareFault, String)] = [
      (.noAlternative, "--set"), (.sameAlternative("a", "b"), "a"),
      (.emptyChange("a=1;;"), "a=1;;"),
      (.oneReplication, "--replications"), (.nothingInCommon, "--measures"),
      (
        .unknownMeasures(["gat.wait.mean"], known: ["gate.wait.mean"], alternative: "other"),
        "gate.wait.mean"
      ),
    ]
    for (fault, word) in faults {
      for language in Language.allCases {
        let text = Wording(language).studyError(.compare(fault))
        #expect(text.contains(word), "\(text)")
      }
    }
  }

  @Test func json() throws {
    let found = [("main-in.wait.p95", [difference((1092, 366), 54, .less, more: nil)])]
    let text = CompareJSON.text(try result(found, unbeaten: [1]), version: "9", .en)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["experiment"] as? Int == 4 && object["seed"] as? Int == 7)
    let alternatives = try #require(object["alternatives"] as? [[String: Any]])
    #expect(alternatives.map { $0["run"] as? Int } == [1, 2])
    let changes = try #require(alternatives[1]["changes"] as? [[String: Any]])
    #expect(changes[0]["key"] as? String == "gates.main.lanes.in-4")
    let measures = try #require(object["measures"] as? [[String: Any]])
    #expect(measures[0]["best"] as? String == "more lanes")
    #expect(measures[0]["better"] as? String == "lower")
    let pairs = try #require(measures[0]["pairs"] as? [[String: Any]])
    #expect(pairs[0]["difference"] as? Double == -726)
    #expect(pairs[0]["halfWidth"] as? Double == 54)
    #expect(pairs[0]["varianceRatio"] as? Double == 4)
    #expect(pairs[0]["verdict"] as? String == "less")
    #expect(pairs[0]["moreReplications"] is NSNull)
  }

  @Test(arguments: [(1, 1), (38, 38), (100, 100), (123, 130), (99_999, 100_000)])
  func roughNumbers(number: Int, rough: Int) {
    #expect(CompareText.rough(number) == rough)
  }
}
