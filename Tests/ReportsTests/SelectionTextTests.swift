import OutputAnalysis
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// The best of several designs in words and for other programs, on figures made by hand.
@Suite struct SelectionTextTests {
  private func design(
    _ servers: Int,
    _ queue: String,
    _ values: [Double],
    droppedBy: Int?
  ) -> SelectionResult.Design {
    SelectionResult.Design(
      settings: [
        .init(key: "stations.gate.servers", value: "\(servers)"),
        .init(key: "stations.gate.queue", value: queue),
      ],
      replications: values.count,
      interval: StudentInterval(Tally(values), confidence: 0.95),
      droppedBy: droppedBy
    )
  }

  private func result(
    _ method: SelectionResult.Method,
    isDecided: Bool = true,
    isRough: Bool = false
  ) -> SelectionResult {
    SelectionResult(
      scenario: "main gate",
      measure: "gate.wait.mean",
      unit: "s",
      goal: .smallest,
      method: method,
      designs: [
        design(2, "fifo", [600, 660, 630], droppedBy: 1),
        design(3, "fifo", [300, 330, 345, 305], droppedBy: nil),
        design(3, "lifo", [310, 340, 355, 315], droppedBy: isDecided ? 1 : nil),
      ],
      best: 1,
      isDecided: isDecided,
      needed: isDecided ? nil : 120,
      isRough: isRough,
      seed: 7,
      record: .init(database: "gate.sqlite", experiment: 2)
    )
  }

  private let byZone = SelectionResult.Method.sequential(confidence: 0.95, indifference: 30)

  @Test func english() {
    let expected = """
      main gate: the design with the least gate.wait.mean, of 3

      stations.gate.servers  stations.gate.queue  replications  gate.wait.mean  verdict
      2                      fifo                            3  10.5 ± 1.2 min  dropped
      3                      fifo                            4  5.33 ± 0.56 min  best
      3                      lifo                            4  5.50 ± 0.56 min  dropped

      stations.gate.servers=3, stations.gate.queue=fifo is the best: gate.wait.mean is 5.33 ± 0.56 min.
      That is at least 95% sure if every other design is worse by 30 s or more; one that is nearer would
        do as well.
      11 replications in all, under common random numbers, seed 7. The intervals (±, 95%) are those of
        each design alone.
      Recorded in gate.sqlite as experiment 2.
      """
    let text = SelectionText.text(result(byZone), .en)
    let squeezed = { (text: String) in
      text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    #expect(squeezed(text) == squeezed(expected), "\(text)")
  }

  @Test func chinese() {
    let text = SelectionText.text(result(byZone, isRough: true), .zh)
    #expect(text.hasPrefix("main gate：3个配置中gate.wait.mean最小者\n"))
    #expect(text.contains("若其余配置均至少差30秒"))
    #expect(text.contains("各次仿真各自分位数的平均值"))
    #expect(text.contains("合计11次仿真"))
    for line in text.split(separator: "\n") {
      #expect(String(line).displayWidth <= 100, "\(line)")
    }
  }

  @Test func undecided() {
    let text = SelectionText.text(result(byZone, isDecided: false), .en)
    #expect(text.contains("leads\n"))
    #expect(text.contains("still in\n"))
    #expect(text.contains("Not decided: after 4 replications 2 designs are still in."))
    #expect(text.contains("--replications 120"))
    #expect(!text.contains("sure"))
    let json = SelectionJSON.text(result(byZone, isDecided: false), version: "test")
    #expect(json.contains("\"decided\": false"))
    #expect(json.contains("\"needed\": 120"))
  }

  @Test func budgets() {
    let plain = result(.budget(11, probability: 0.873, indifference: 0))
    let text = SelectionText.text(plain, .en)
    #expect(text.contains("The chance that it is the best is estimated as 87.3%."))
    let lenient = result(.budget(11, probability: 0.991, indifference: 30))
    #expect(
      SelectionText.text(lenient, .en).contains(
        "no other is better by more than 30 s is estimated as 99.1%"
      )
    )
    #expect(SelectionText.text(lenient, .zh).contains("好30秒以上的概率估计为99.1%"))
    #expect(!text.contains("still in") && !text.contains("dropped"))
    let sure = result(.budget(11, probability: 0.99996, indifference: 0))
    #expect(SelectionText.text(sure, .en).contains("estimated as more than 99.9%."))
  }

  @Test func json() {
    let expected = """
      {
        "feasible": true,
        "decided": true,
        "levers": {"stations.gate.servers": 3, "stations.gate.queue": "fifo"},
        "nearest": null,
        "measure": "gate.wait.mean",
        "goal": "minimise",
        "unit": "s",
        "estimate": 320.0,
      """
    let text = SelectionJSON.text(result(byZone), version: "test")
    #expect(text.hasPrefix(expected), "\(text)")
    #expect(text.contains("\"method\": \"KN\",\n  \"confidence\": 0.95,\n  \"indifference\": 30.0"))
    #expect(text.contains("\"replications\": 11,"))
    #expect(text.contains("\"droppedBy\": {\"stations.gate.servers\": 3"))
  }

  @Test func everyFaultIsWordedInBothLanguages() {
    var list = ProblemList(file: "gate.yaml")
    list.add(.negative("-1"), at: nil)
    let refused = list.problems
    let choices: [ChoiceFault] = [
      .malformed, .number(.negative("-1")), .emptyRange(low: "4", high: "2"), .emptyValue,
      .valueTwice("x"), .tooMany(limit: 1_000), .hasCost, .keyTwice("a"),
      .refused(value: "9", refused),
    ]
    let faults: [SelectionFault] =
      choices.map { .choice("a=1..2", $0) } + [
        .noChoice, .oneDesign, .tooManyDesigns(limit: 1_000), .noIndifference,
        .indifference("x", measure: "gate.wait.mean", unit: "s", .negative("x")),
        .indifferenceNotPositive("0 s"), .confidenceTooLow(confidence: 0.2, designs: 4),
        .budgetTooSmall(found: 3, designs: 4, least: 20),
        .needsMeasure(option: "--budget"),
        .noValue(measure: "gate.wait.mean", settings: ["a=1"], replication: 3),
      ]
    var texts: [String] = []
    for fault in faults {
      for language in [Language.en, .zh] {
        let text = Wording(language).studyError(.selection(fault))
        #expect(!text.isEmpty && !text.contains("{"))
        texts.append(text)
      }
    }
    #expect(Set(texts).count == texts.count)
    #expect(texts[0].hasPrefix("--lever a=1..2: this is no lever"))
  }

  @Test func progress() {
    let zone = SelectionStudy.Progress(survivors: 3, designs: 12, replications: 14, wanted: nil)
    #expect(Wording(.en).progress(zone) == "3 of 12 designs left, replication 14")
    let budget = SelectionStudy.Progress(survivors: 3, designs: 3, replications: 14, wanted: 60)
    #expect(Wording(.zh).progress(budget) == "3个配置，已仿真14次（共60次）")
  }
}
