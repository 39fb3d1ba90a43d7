import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// A scenario read back in plain sentences, for a planner to compare with what was meant.
public struct CheckText {
  let wording: Wording
  let result: CheckResult
  /// Whether all steps, stations and attributes are read out; a scenario in customs words has many
  /// that nobody has written.
  let isComplete: Bool
  /// Whether assumptions come with their sources.
  let showsSources: Bool
  private(set) var lines: [String] = []

  /// The whole text; no line is wider than 100 columns.
  ///
  /// Of a scenario in customs words the procedures are named with their length only, unless
  /// `showsProcedures`.
  public static func text(
    _ result: CheckResult,
    _ language: Language,
    showsProcedures: Bool = false,
    showsSources: Bool = false
  ) -> String {
    var text = CheckText(
      wording: Wording(language),
      result: result,
      isComplete: showsProcedures || result.customs == nil,
      showsSources: showsSources
    )
    text.addRun()
    if let customs = result.customs { text.addCustoms(customs) }
    if text.isComplete { text.addAttributes() }
    text.addDocuments()
    text.addStations()
    text.addTeams()
    text.addFlows()
    text.addCollections()
    text.addProcedures()
    text.addStandards()
    text.addLoads()
    if let customs = result.customs { text.addAssumptions(customs) }
    text.addEnd()
    return text.lines.joined(separator: "\n")
  }

  private init(wording: Wording, result: CheckResult, isComplete: Bool, showsSources: Bool) {
    self.wording = wording
    self.result = result
    self.isComplete = isComplete
    self.showsSources = showsSources
  }

  var scenario: Scenario { result.scenario }
  var quantities: Quantities { wording.quantities }

  /// Adds a sentence, folded where it is long.
  mutating func add(_ sentence: String, indent: Int = 0) {
    lines += sentence.folded(indent: indent)
  }

  mutating func addBlank() { lines.append("") }

  mutating func addHeading(_ phrase: Phrase) {
    addBlank()
    add(wording(phrase))
  }

  /// Facts about one thing: `gate: 4 servers; first come, first served`.
  mutating func add(_ name: String, _ facts: [String], indent: Int = 2) {
    let separator = wording.pick("; ", "；")
    let colon = wording.pick(": ", "：")
    add(name + colon + facts.joined(separator: separator), indent: indent)
  }

  private mutating func addRun() {
    add(scenario.name)
    add(wording.run(of: scenario), indent: 2)
    if !scenario.classes.isEmpty {
      let names = wording.list(scenario.classes.map(\.text))
      add(wording(.classesInOrder, ["classes": names]), indent: 2)
    }
    if let capacity = scenario.capacity {
      add(
        wording(.systemCapacity, ["count": wording.counted(capacity, .truck)]),
        indent: 2
      )
    }
    if scenario.demandFactor != 1 {
      add(
        wording(.demandFactor, ["factor": quantities.plain(scenario.demandFactor)]),
        indent: 2
      )
    }
  }

  private mutating func addLoads() {
    let closed = result.plan.flows.filter(\.isClosed).map(\.name)
    guard !result.loads.isEmpty || !closed.isEmpty else { return }
    addHeading(.loadsHeading)
    if !closed.isEmpty {
      add(wording(.noLoadOfPopulation, ["flows": wording.list(closed)]), indent: 2)
      guard !result.loads.isEmpty else { return }
    }
    if let sample = result.freeFlow {
      let values: KeyValuePairs = [
        "replications": wording.counted(sample.replications, .replication),
        "length": quantities.length(sample.length),
      ]
      add(wording(.loadsByFreeFlow, values), indent: 2)
    }
    var table = TextTable([
      .init(title: wording(.station), side: .left),
      .init(title: wording(.visitsPerHour)),
      .init(title: wording(.serviceMean)),
      .init(title: wording(.servers)),
      .init(title: wording(.load)),
      .init(title: wording(.remark), side: .left),
    ])
    for load in result.loads {
      let isOverloaded = load.load.map { $0 >= 1 } ?? false
      let remarks =
        (isOverloaded ? [wording(.isOverloaded)] : []) + (load.isHeld ? [wording(.isHeld)] : [])
        + (load.sharesStations ? [wording(TeamPhrase.sharesStations)] : [])
        + (load.leavers == .nobody ? [] : [wording(PatiencePhrase.leaversNotCounted)])
      table.add([
        load.place,
        // What comes once a day is more than nothing.
        quantities.fixed(
          load.visitsPerHour,
          load.visitsPerHour > 0 && load.visitsPerHour < 0.1 ? 3 : 1
        ),
        quantities.duration(load.serviceSeconds),
        load.servers.map(quantities.plain) ?? wording(.unlimited),
        quantities.share(load.load),
        remarks.joined(separator: wording.pick("; ", "；")),
      ])
    }
    lines += table.lines(limit: TextTable.pageWidth - 2).map { "  " + $0 }
  }

  private mutating func addEnd() {
    lines.append("")
    for trace in scenario.repeatingTraces {
      add(wording(.note, ["text": wording.sentence(trace)]))
    }
    for note in result.customs?.notes ?? [] {
      add(wording(.warning, ["text": wording.sentence(note)]))
    }
    for warning in result.warnings { add(wording.warning(warning)) }
    let counts: KeyValuePairs = [
      "stations": wording.counted(scenario.stations.count, .station),
      "flows": wording.counted(scenario.flows.count, .flow),
    ]
    add(wording(.isValid, counts))
  }
}

extension Wording {
  /// Length, warm-up, replications and seed in one line.
  func run(of scenario: Scenario, replications: Int? = nil) -> String {
    let parts = scenario.batches.map {
      self(SteadyStatePhrase.lengthInBatches, ["batches": quantities.count($0)])
    }
    let second = self(
      .replicationsAndSeed,
      [
        "replications": counted(replications ?? scenario.replications, .replication),
        "seed": "\(scenario.seed)",
      ]
    )
    return length(of: scenario) + (parts ?? "") + pick("; ", "；") + second
  }

  private func length(of scenario: Scenario) -> String {
    guard let horizon = scenario.horizon else { return self(.untilEmpty) }
    let length = quantities.length(horizon)
    guard !scenario.findsWarmUp else {
      return self(SteadyStatePhrase.lengthWithSearch, ["length": length])
    }
    guard scenario.warmUp > .zero else { return self(.lengthOfRun, ["length": length]) }
    let warmUp = quantities.length(scenario.warmUp)
    return self(.lengthWithWarmUp, ["length": length, "warmUp": warmUp])
  }
}
