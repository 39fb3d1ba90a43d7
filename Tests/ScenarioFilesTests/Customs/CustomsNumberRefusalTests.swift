import Testing

@testable import ScenarioFiles

@Suite("Refusals of customs numbers, names and counts")
struct CustomsNumberRefusalTests {
  @Test("answers to one question share out 100 % at most")
  func answers() throws {
    try expectCustomsRefusal(
      "weight tolerance: 4%",
      "reply amend: 60%\n  reply open: «60%",
      [.customs(.sharesAboveAll(["reply amend", "reply open"], sum: 1.2))]
    )
    // One of a flow counts beside the other of the scenario.
    let problems = refusal(
      "weight tolerance: 4%",
      "treated share: 80%\n  returned share: 10%",
      ("convoys: 1", "convoys: 1\n    returned share: 60%")
    )
    let sum = 0.8 + 0.6
    #expect(problems == [.customs(.sharesAboveAll(["treated share", "returned share"], sum: sum))])
  }

  @Test("what items are divided by is not zero")
  func items() throws {
    try expectCustomsRefusal(
      "weight tolerance: 4%",
      "merged items limit: «0",
      [.outOfRange("0", low: "1", high: "1000000")]
    )
  }

  @Test(
    "numbers that are counted with by their mean can be counted with",
    arguments: [
      ("counterparties", "0", "1", "1000"),
      ("counterparties", "1000000000000000000000", "1", "1000"),
      ("counterparties", "uniform(900, 1200)", "1", "1000"),
      ("merged items limit", "1000000000000000000000", "1", "1000000"),
      ("material per product", "1000000000000000000000", "0", "1000"),
      ("yuan per dollar", "0", "0.0001", "100000"),
    ]
  )
  func counts(_ key: String, _ text: String, _ low: String, _ high: String) throws {
    try expectCustomsRefusal(
      "weight tolerance: 4%",
      "\(key): «\(text)",
      [.outOfRange(text, low: low, high: high)]
    )
  }

  @Test("a profile has a weight for each hour")
  func profile() throws {
    try expectCustomsRefusal(
      "profile: qinhuangdao",
      "profile: «[1, 2, 3]",
      [.customs(.profileWeights(found: 3))]
    )
  }

  @Test("a misspelt procedure is the only fault, with the nearest of all that are there")
  func procedures() {
    let problems = refusal("convoys: 1", "procedure: good visit")
    #expect(problems.count == 1)
    guard case .unknownName("good visit", kind: .procedure, let existing, let nearest) = problems[0]
    else {
      Issue.record("\(problems)")
      return
    }
    #expect(nearest == "goods visit")
    #expect(existing.contains("car visit"))
  }

  @Test("staff that cannot be read is not also said to be never there")
  func staff() throws {
    try expectCustomsRefusal(
      "bays: 4",
      "bays: 4\n  crews: {08:00-12:00: «x}",
      [.notANumber("x")]
    )
  }

  @Test("gates without flows")
  func noFlows() throws {
    let text = """
      scenario: a gate alone
      runs for: 1 d
      gates:
        main: {lanes: [{name: in-1, way: in}]}
      """
    let problems = try expansion(of: text).problems.problems.problems
    #expect(problems.map(\.fault) == [.missingKeys(["flows", "arrivals"], section: .scenario)])
  }

  @Test("banks are counted before they are listed", arguments: ["1", "1e300"])
  func banks(factor: String) {
    let days = factor == "1" ? "100000000 d" : "7 d"
    let problems = refusal(
      "    profile: qinhuangdao\n    convoys: 1\n",
      "",
      ("visits per day: 100", "banks: {at: [02:10], size: 3}"),
      ("weekend factor: 0.25", "weekend factor: \(factor)"),
      ("runs for: 7 d", "runs for: \(days)")
    )
    #expect(problems == [.customs(.tooManyBanks(allowed: 1_000_000))])
  }

  @Test("a run without a bank and one in which the yard never opens are accepted")
  func shortRuns() {
    let banks = refusal(
      "    profile: qinhuangdao\n    convoys: 1\n",
      "",
      ("visits per day: 100", "banks: {at: [02:10], size: 3}"),
      ("runs for: 7 d", "runs for: 1 min")
    )
    #expect(banks == [])
    let weekend = refusal("starts: 2024-03-04", "starts: 2024-03-10", ("7 d", "1 d"))
    #expect(weekend == [])
  }

  /// The faults of the accepted zone once each `old` has become its `new`, read to the end.
  private func refusal(
    _ old: String,
    _ new: String,
    _ more: (String, String)...
  ) -> [ScenarioFault] {
    let text = ([(old, new)] + more).reduce(acceptedZone) { text, change in
      text.replacing(change.0, with: change.1)
    }
    do {
      _ = try LoadedScenario.parse(text, file: "test.yaml")
      return []
    } catch {
      return error.problems.map(\.fault)
    }
  }
}
