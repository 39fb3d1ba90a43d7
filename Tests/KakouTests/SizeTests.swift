import Foundation
import Testing

/// `kakou size` from end to end.
@Suite("Least capacity by the command line")
struct SizeTests {
  private struct Output: Decodable {
    struct Tried: Decodable {
      struct Target: Decodable {
        let measure: String
        let estimate: Double?
        let halfWidth: Double?
        let verdict: String?
      }

      let levers: [String: Double]
      let cost: Double?
      let replications: Int
      let targets: [Target]
      let verdict: String
    }

    let feasible: Bool
    let levers: [String: Double]?
    let cost: Double?
    let confidence: Double
    let proven: Bool
    let fails: [[String: Double]]
    let nearest: [String: Double]?
    let tried: [Tried]
    let experiment: Int?
  }

  private static let gate = """
    scenario: one gate
    runs for: 60 h
    warm up: 10 h
    stations:
      gate: {servers: 4}
    arrivals:
      trucks: {rate: 50 per h, procedure: pass}
    procedures:
      pass:
        - serve at: gate
          for: exponential(4 min)
    """

  private func size(_ arguments: [String], in folder: URL) throws -> Kakou.Outcome {
    try Self.gate.write(to: folder.appending(path: "s.yaml"), atomically: true, encoding: .utf8)
    return try Kakou.run(["size", "s.yaml"] + arguments, in: folder)
  }

  private func size(_ arguments: [String]) throws -> Kakou.Outcome {
    try Kakou.inFolder { try size(arguments, in: $0) }
  }

  private func output(_ outcome: Kakou.Outcome) throws -> Output {
    try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
  }

  @Test("the least servers as JSON; asked again, nothing is simulated twice")
  func least() throws {
    try Kakou.inFolder { folder in
      let outcome = try size(leastServers + ["--format", "json"], in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let output = try output(outcome)
      #expect(output.feasible && output.levers == ["stations.gate.servers": 5])
      #expect(output.cost == 5 && output.confidence == 0.95 && output.proven)
      #expect(output.fails == [["stations.gate.servers": 4]])
      let answer = try #require(output.tried.first { $0.cost == 5 })
      #expect(answer.verdict == "feasible" && answer.replications >= 10)
      #expect(answer.targets.map(\.measure) == ["gate.wait.mean"])
      let file = folder.appending(path: "s.sqlite")
      let rows = "SELECT count(*) FROM replication"
      let before = try Database(file).count(rows)
      #expect(before == output.tried.reduce(0) { $0 + $1.replications })
      let again = try size(leastServers + ["--format", "json"], in: folder)
      #expect(try self.output(again).tried.map(\.replications) == output.tried.map(\.replications))
      #expect(try Database(file).count(rows) == before)
      #expect(try Database(file).count("SELECT count(*) FROM experiment WHERE kind = 'size'") >= 1)
    }
  }

  @Test("sentences in both languages")
  func sentences() throws {
    let english = try size(leastServers)
    #expect(english.output.contains("5 servers at gate: enough. gate.wait.mean is "))
    #expect(english.output.contains("4 servers at gate: not enough. "))
    #expect(english.output.contains("95% sure"))
    let chinese = try size(leastServers + ["--language", "zh"])
    #expect(chinese.output.contains("gate设5个服务台：可满足目标。"))
    #expect(chinese.output.contains("置信度为95%"))
    #expect(try size(leastServers + ["--quiet"]).output.isEmpty)
  }

  @Test("what cannot be met exits 1 and says what came nearest")
  func infeasible() throws {
    let arguments = [
      "--lever", "stations.gate.servers=2..4", "--target", "gate.wait.mean <= 1 min",
    ]
    let outcome = try size(arguments + ["--format", "json"])
    #expect(outcome.status == 1)
    let output = try output(outcome)
    #expect(!output.feasible && output.levers == nil && output.proven)
    #expect(output.nearest == ["stations.gate.servers": 4])
    let text = try size(arguments)
    #expect(text.status == 1 && text.output.contains("Nothing within the ranges"))
  }

  @Test("the most demand that the gate carries")
  func most() throws {
    let outcome = try size([
      "--most", "demand.factor", "--target", "gate.wait.p95 <= 20 min", "--resolution", "5%",
      "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let output = try output(outcome)
    let holds = try #require(output.levers?["demand.factor"])
    let fails = try #require(output.fails.first?["demand.factor"])
    // M/M/4: a p95 of 20 min at a load of 0.86, 1.03 times 0.833.
    #expect(holds > 0.95 && holds < 1.1 && fails > holds && fails - holds < 0.0501 * holds)
    #expect(output.cost == nil)
  }

  @Test(
    "wrong questions exit 64 and say what is allowed",
    arguments: [
      (["--target", "gate.wait.mean <= 2 min"], "--lever"),
      (["--lever", "stations.gate.servers=1..8"], "--target"),
      (["--lever", "stations.gate.servers=5..3", "--target", "gate.wait.mean <= 2 min"], "empty"),
      (["--lever", "stations.gate.servers=0..3", "--target", "gate.wait.mean <= 2 min"], "0"),
      (
        ["--lever", "stations.gate.server=1..3", "--target", "gate.wait.mean <= 2 min"],
        "\"servers\""
      ),
      (
        ["--lever", "stations.gat.servers=1..3", "--target", "gate.wait.mean <= 2 min"], "\"gate\""
      ),
      (
        ["--lever", "stations.gate.servers=1..3@0", "--target", "gate.wait.mean <= 2 min"],
        "above zero"
      ),
      (
        ["--lever", "stations.gate.servers=1..3", "--target", "gate.wait.meen <= 2 min"],
        "gate.wait.mean"
      ),
      (["--lever", "stations.gate.servers=1..3", "--target", "gate.wait.mean <= 2"], "unit"),
      (
        ["--lever", "stations.gate.servers=1..3", "--target", "gate.wait.mean"], "MEASURE <= VALUE"
      ),
      (leastServers + ["--tolerance", "0%"], "0.1%"),
      (leastServers + ["--tolerance=-2%"], "-2%"),
      (leastServers + ["--tolerance", "much"], "much"),
      (leastServers + ["--confidence", "101%"], "101%"),
      (leastServers + ["--replications", "1"], "--replications"),
      (leastServers + ["--most", "demand.factor"], "--most"),
      (["--most", "demand.faktor", "--target", "gate.wait.mean <= 2 min"], "demand.faktor"),
    ]
  )
  func wrong(arguments: [String], word: String) throws {
    let english = try size(arguments)
    #expect(english.status == 64, "\(english.errors)")
    #expect(english.output.isEmpty && english.errors.contains(word), "\(english.errors)")
    let chinese = try size(arguments + ["--language", "zh"])
    #expect(chinese.status == 64)
    #expect(chinese.errors.unicodeScalars.contains { $0.properties.isIdeographic })
  }

  @Test("interrupted, the same command goes on to the same answer")
  func interrupted() throws {
    let arguments = [
      "--lever", "stations.gate.servers=4..9", "--target", "gate.wait.p95 <= 3.1 min",
      "--days", "40", "--format", "json",
    ]
    let whole = try output(size(arguments))
    try Kakou.inFolder { folder in
      try Self.gate.write(to: folder.appending(path: "s.yaml"), atomically: true, encoding: .utf8)
      let first = try Kakou.run(["size", "s.yaml"] + arguments, in: folder, interruptedAfter: 0.4)
      if first.status != 0 {
        #expect(first.status == 130 && first.errors.contains("s.sqlite"), "\(first.errors)")
      }
      let second = try output(size(arguments, in: folder))
      #expect(second.levers == whole.levers)
      #expect(second.tried.map(\.replications) == whole.tried.map(\.replications))
      for (one, other) in zip(second.tried, whole.tried) {
        #expect(one.targets.map(\.estimate) == other.targets.map(\.estimate))
        #expect(one.targets.map(\.halfWidth) == other.targets.map(\.halfWidth))
      }
    }
  }
}

/// A question about the gate of these tests, with the answer 5.
private let leastServers = [
  "--lever", "stations.gate.servers=1..8", "--target", "gate.wait.mean <= 2 min",
]
