import Foundation
import Testing

/// `--precision`: how many replications it takes, what is said of it, and what is refused.
@Suite("Precision")
struct PrecisionTests {
  static let scenario = """
    scenario: two gates
    runs for: 20 h
    warm up: 2 h
    replications: 3
    stations:
      gate: {servers: 1}
      never: {servers: 1}
    arrivals:
      trucks: {rate: 40 per h, procedure: pass}
    procedures:
      pass:
        - serve at: gate
          for: exponential(1 min)
        - choose:
            - when: queue at gate > 1000000
              do:
                - serve at: never
                  for: constant(1 s)
    """

  private struct Output: Decodable {
    struct Precision: Decodable, Equatable {
      let asked: Double
      let reached: Bool
      let replications: Int
      let atMost: Int
      let decidedBy: String?
      let relativeHalfWidth: Double?
      let setAside: [String]
    }

    let precision: Precision
  }

  private func inFolder<Value>(_ work: (URL) throws -> Value) throws -> Value {
    try Kakou.inFolder { folder in
      let file = folder.appending(path: "s.yaml")
      try Self.scenario.write(to: file, atomically: true, encoding: .utf8)
      return try work(folder)
    }
  }

  private func run(_ arguments: [String], in folder: URL) throws -> Kakou.Outcome {
    try Kakou.run(["run", "s.yaml"] + arguments, in: folder)
  }

  private func output(_ text: String) throws -> Output.Precision {
    try JSONDecoder().decode(Output.self, from: Data(text.utf8)).precision
  }

  @Test("as many replications as it takes, the same with 1 and 3 workers")
  func reached() throws {
    let outcomes = try ["1", "3"].map { workers in
      try inFolder { folder in
        let options = ["--precision", "10%", "--workers", workers, "--format", "json"]
        return try run(options, in: folder)
      }
    }
    let found = try output(outcomes[0].output)
    #expect(found.reached)
    #expect(found.decidedBy == "gate.wait.mean")
    #expect(try #require(found.relativeHalfWidth) <= 0.1)
    #expect(found.setAside == ["never.wait.mean"])
    #expect(found.atMost == 1000)
    let first = try RunOutput(outcomes[0].output)
    #expect(first.replications == found.replications)
    #expect(first.replications >= 15, "ten, and five that agree")
    let wait = try first.measure("gate.wait.mean")
    #expect(try #require(wait.halfWidth) <= 0.1 * (try #require(wait.estimate)))
    let other = try RunOutput(outcomes[1].output)
    #expect(try output(outcomes[1].output) == found)
    #expect(other.fingerprint == first.fingerprint)
    #expect(other.measures.map(\.estimate) == first.measures.map(\.estimate))
  }

  @Test("the ceiling comes first, and that is said")
  func ceiling() throws {
    try inFolder { folder in
      let options = ["--precision", "1%", "--at-most", "12"]
      let text = try run(options, in: folder)
      #expect(text.status == 0)
      #expect(text.output.contains("Precision of 1% not reached with 12 replications"))
      #expect(text.output.contains("gate.wait.mean has ±"))
      let chinese = try run(options + ["--language", "zh"], in: folder)
      #expect(chinese.output.contains("精度1%"))
      let found = try output(try run(options + ["--format", "json"], in: folder).output)
      #expect(!found.reached && found.replications == 12 && found.atMost == 12)
    }
  }

  @Test("chosen measures decide, and no others")
  func chosen() throws {
    try inFolder { folder in
      let options = [
        "--precision", "2%", "--measures", "gate.utilisation.mean", "--format", "json",
      ]
      let found = try output(try run(options, in: folder).output)
      #expect(found.reached && found.decidedBy == "gate.utilisation.mean")
      let table = try run(
        ["--precision", "2%", "--measures", "gate.utilisation.mean"],
        in: folder
      )
      #expect(table.output.hasPrefix("  Precision of 2% reached with"))
    }
  }

  @Test("interrupted, the same command ends where an uninterrupted one does")
  func resumed() throws {
    let options = ["--precision", "4%", "--format", "json", "--workers", "2"]
    let whole = try inFolder { folder in try RunOutput(try run(options, in: folder).output) }
    try inFolder { folder in
      var rounds = 0
      var outcome = try Kakou.run(
        ["run", "s.yaml"] + options,
        in: folder,
        interruptedAfter: 0.4
      )
      while outcome.status == 130, rounds < 20 {
        rounds += 1
        outcome = try Kakou.run(
          ["run", "s.yaml"] + options,
          in: folder,
          interruptedAfter: 0.4 + 0.4 * Double(rounds)
        )
      }
      let resumed = try RunOutput(outcome.output)
      #expect(resumed.run == 1)
      #expect(resumed.fingerprint == whole.fingerprint)
      #expect(resumed.replications == whole.replications)
      #expect(resumed.measures.map(\.halfWidth) == whole.measures.map(\.halfWidth))
    }
  }

  @Test(
    "wrong options are refused with exit 64",
    arguments: [
      (["--precision", "0%"], "0.1%"), (["--precision", "100%"], "99%"),
      (["--precision", "5"], "%"), (["--precision", "about"], "about"),
      (["--precision", "5%", "--replications", "4"], "--replications"),
      (["--precision", "5%", "--replication", "1"], "--replication"),
      (["--precision", "5%", "--at-most", "1"], "10"), (["--at-most", "50"], "--precision"),
      (["--precision", "5%", "--measures", "gate.wait.maen"], "gate.wait.mean"),
    ]
  )
  func usage(_ arguments: [String], _ word: String) throws {
    try inFolder { folder in
      for language in ["en", "zh"] {
        let outcome = try run(arguments + ["--language", language], in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test("the longest run of all replications has no interval")
  func noInterval() throws {
    try inFolder { folder in
      let text = Self.scenario.replacingOccurrences(of: "runs for: 20 h", with: "runs until: empty")
        .replacingOccurrences(of: "warm up: 2 h\n", with: "")
        .replacingOccurrences(of: "40 per h", with: "40 per h, at most: 9")
      let file = folder.appending(path: "s.yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let outcome = try run(
        ["--precision", "5%", "--measures", "zone.makespan.max"],
        in: folder
      )
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("\"zone.makespan.max\""))
    }
  }
}
