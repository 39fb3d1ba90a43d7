import Foundation
import Testing

/// `kakou compare` from end to end: what is printed where, and the exit status.
@Suite("Compare")
struct CompareTests {
  private struct Output: Decodable {
    struct Alternative: Decodable {
      let label: String
      let run: Int?
      let fingerprint: String
    }
    struct Pair: Decodable {
      let first: String
      let second: String
      let difference: Double
      let halfWidth: Double?
      let independentHalfWidth: Double?
      let confidence: Double
      let verdict: String
    }
    struct Measure: Decodable {
      let measure: String
      let pairs: [Pair]
    }

    let state: String
    let replications: Int
    let alternatives: [Alternative]
    let measures: [Measure]

    init(_ text: String) throws {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
  }

  private func compare(
    _ arguments: [String],
    _ scenario: String = CommandLineTests.small
  ) throws
    -> Kakou.Outcome
  {
    try Kakou.inFolder { folder in
      try scenario.write(to: folder.appending(path: "s.yaml"), atomically: true, encoding: .utf8)
      return try Kakou.run(["compare", "s.yaml"] + arguments, in: folder)
    }
  }

  @Test("a change of the scenario, in both languages and as JSON")
  func output() throws {
    let change = ["--set", "two: stations.gate.servers=2", "--replications", "12"]
    let text = try compare(change)
    #expect(text.status == 0 && text.errors.isEmpty, "\(text.errors)")
    #expect(
      text.output.contains("Raising servers of gate from 1 to 2 cuts the 95th percentile wait")
    )
    let chinese = try compare(change + ["--language", "zh"])
    #expect(chinese.output.contains("方案比选表"))
    let json = try Output(try compare(change + ["--format", "json"]).output)
    #expect(json.state == "complete" && json.replications == 12)
    #expect(json.alternatives.map(\.label) == ["s", "two"])
    #expect(json.alternatives.map(\.run) == [1, 2])
    let wait = try #require(json.measures.first { $0.measure == "gate.wait.mean" })
    #expect(wait.pairs.map(\.verdict) == ["less"])
    #expect(try compare(change + ["--quiet"]).output.isEmpty)
  }

  @Test("the figures do not depend on the number of workers or on what the file had before")
  func workers() throws {
    try Kakou.inFolder { folder in
      let file = folder.appending(path: "s.yaml")
      try CommandLineTests.small.write(to: file, atomically: true, encoding: .utf8)
      func run(_ workers: String, _ database: String) throws -> String {
        let outcome = try Kakou.run(
          ["compare", "s.yaml", "--set", "stations.gate.servers=2", "--format", "json"]
            + ["--replications", "40", "--workers", workers, "--database", database],
          in: folder
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.replacing("two.sqlite", with: "one.sqlite")
      }
      let first = try run("1", "one.sqlite")
      #expect(try run("8", "two.sqlite") == first)
      #expect(
        try Output(run("2", "one.sqlite")).measures.map(\.pairs.count)
          == Output(first).measures.map(\.pairs.count)
      )
    }
  }

  @Test("on the scenarios of the page pairing narrows the intervals")
  func pairingNarrows() throws {
    let cases: [(scenario: String, change: String, measure: String)] = [
      ("four-lane-gate", "stations.gate.servers=5", "gate.wait.mean"),
      ("qinhuangdao-gates", "demand.factor=1.2", "gate-in.wait.mean"),
      (
        "separate-or-shared-lanes",
        "gates.main.lanes.in-1.serves=[bonded, non-bonded]; gates.main.lanes.in-2.serves=[bonded, non-bonded]",
        "main-in.wait.mean"
      ),
    ]
    for row in cases {
      let outcome = try Kakou.inFolder { folder in
        try Kakou.run(
          ["compare", Kakou.scenario(row.scenario), "--set", row.change, "--measures", row.measure]
            + ["--replications", "20", "--format", "json"],
          in: folder
        )
      }
      #expect(outcome.status == 0, "\(outcome.errors)")
      let pair = try #require(Output(outcome.output).measures.first?.pairs.first)
      let paired = try #require(pair.halfWidth)
      let independent = try #require(pair.independentHalfWidth)
      #expect(paired < independent, "\(row.scenario): \(paired) and \(independent)")
    }
  }

  @Test(
    "wrong questions are refused with exit 64",
    arguments: [
      [], ["--set", ""], ["--set", "a=1;;b=2"], ["--replications", "1", "--set", "seed=2"],
      ["--set", "stations.gate.servers=2", "--set", "stations.gate.servers=2"], ["s.yaml"],
      ["--set", "stations.gate.servers=2", "--measures", "gat.wait.mean"],
      ["--set", "stations.gate.servers=2", "--confidence", "100%"],
      ["--set", "stations.gate.servers=2", "--confidence", "0%"],
      ["--set", "stations.gate.servers=2", "--precision", "0%"],
      ["--set", "stations.gate.servers=2", "--precision", "5%", "--replications", "9"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    for language in ["en", "zh"] {
      let outcome = try compare(arguments + ["--language", language])
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }
  }

  @Test("a missing file: exit 66; a change of something that is not there: exit 65")
  func wrongInput() throws {
    let missing = try compare(["no.yaml"])
    #expect(missing.status == 66 && missing.errors.contains("no.yaml"))
    let wrong = try compare(["--set", "stations.gat.servers=2"])
    #expect(wrong.status == 65 && wrong.errors.contains("\"gate\""), "\(wrong.errors)")
  }

  @Test("Ctrl-C keeps what all alternatives have complete: exit 130")
  func interruption() throws {
    let scenario = CommandLineTests.small.replacing("10 h", with: "20000 h")
    try Kakou.inFolder { folder in
      try scenario.write(to: folder.appending(path: "s.yaml"), atomically: true, encoding: .utf8)
      let outcome = try Kakou.run(
        ["compare", "s.yaml", "--set", "stations.gate.servers=2", "--replications", "100000"],
        in: folder,
        interruptedAfter: 3
      )
      #expect(outcome.status == 130)
      #expect(outcome.output.contains("Interrupted"))
      #expect(outcome.errors.isEmpty)
    }
  }
}
