import Foundation
import Testing

/// `kakou size` with lists of values, and for the best of several designs, from end to end.
@Suite("Best of several by the command line")
struct SelectionTests {
  private static let gate = """
    scenario: one gate
    runs for: 30 h
    stations:
      gate: {servers: 2}
    arrivals:
      trucks: {rate: 24 per h, procedure: pass}
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

  private func object(_ outcome: Kakou.Outcome) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private static let orders = ["--lever", "stations.gate.queue=[lifo, fifo]"]
  private static let best = orders + ["--minimise", "gate.wait.sd", "--indifference", "1 min"]

  @Test("the best order of service; the same bits from the results file")
  func orders() throws {
    try Kakou.inFolder { folder in
      let arguments = Self.best + ["--format", "json"]
      let first = try size(arguments + ["--workers", "2"], in: folder)
      #expect(first.status == 0, "\(first.errors)")
      let top = try object(first)
      #expect((top["levers"] as? [String: String]) == ["stations.gate.queue": "fifo"])
      #expect(top["decided"] as? Bool == true && top["method"] as? String == "KN")
      let tried = try #require(top["tried"] as? [[String: Any]])
      #expect(tried.count == 2)
      let again = try size(arguments + ["--workers", "1"], in: folder)
      func withoutNumber(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.contains("\"experiment\"") }
      }
      #expect(withoutNumber(again.output) == withoutNumber(first.output))
    }
  }

  @Test("sentences in both languages; a budget")
  func sentences() throws {
    let english = try size(Self.best)
    #expect(english.output.contains("stations.gate.queue=fifo is the best: gate.wait.sd is"))
    #expect(english.output.contains("at least 95% sure"))
    let chinese = try size(Self.best + ["--language", "zh"])
    #expect(chinese.output.contains("最优配置：stations.gate.queue=fifo"))
    let budget = try size(
      ["--lever", "stations.gate.servers=2..4", "--maximise", "gate.throughput.mean"]
        + ["--budget", "30"]
    )
    #expect(budget.status == 0, "\(budget.errors)")
    #expect(budget.output.contains("30 replications in all"))
    #expect(budget.output.contains("The chance that it is the best"))
  }

  @Test("undecided at the ceiling is no answer")
  func undecided() throws {
    let outcome = try size(
      Self.orders + ["--minimise", "gate.wait.mean", "--indifference", "1 s"]
        + ["--replications", "11"]
    )
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("Not decided: after 11 replications 2 designs are still in."))
  }

  @Test("a target with lists: all that is cheaper is tried")
  func targets() throws {
    let outcome = try size(
      Self.orders + ["--lever", "stations.gate.servers=2..3"]
        + ["--target", "gate.wait.sd <= 4 min", "--format", "json"]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let top = try object(outcome)
    #expect(top["monotone"] as? Bool == false)
    let levers = try #require(top["levers"] as? [String: Any])
    #expect(levers["stations.gate.servers"] as? Int == 3)
    #expect(levers["stations.gate.queue"] is String)
    let tried = try #require(top["tried"] as? [[String: Any]])
    #expect(tried.count >= 3)
  }

  @Test("the best of those that keep a target")
  func bestWithin() throws {
    let levers = ["--lever", "stations.gate.servers=2..4"]
    let outcome = try size(
      levers + ["--maximise", "gate.utilisation.mean", "--indifference", "2%"]
        + ["--target", "gate.wait.mean <= 2 min", "--format", "json"]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let top = try object(outcome)
    // Two lanes are used most, though not with so short waits.
    #expect((top["levers"] as? [String: Int]) == ["stations.gate.servers": 3])
    let tried = try #require(top["tried"] as? [[String: Any]])
    #expect(tried.map { $0["feasible"] as? Bool } == [false, true, true])
    let text = try size(
      levers + ["--minimise", "gate.wait.mean", "--indifference", "1 s"]
        + ["--target", "gate.utilisation.mean >= 95%"]
    )
    #expect(text.status == 1)
    #expect(text.output.contains("No combination of the levers keeps the targets."))
    #expect(text.output.contains("stations.gate.servers=2 comes nearest."))
  }

  @Test(
    "wrong options are refused with exit 64",
    arguments: [
      (["--minimise", "gate.wait.mean"], "say which difference does not matter"),
      (["--minimise", "gate.wiat.mean", "--indifference", "1 s"], "did you mean"),
      (
        ["--minimise", "gate.wait.mean", "--indifference", "1"], "--indifference for gate.wait.mean"
      ),
      (["--minimise", "gate.wait.mean", "--indifference", "0 s"], "above zero"),
      (["--minimise", "gate.wait.mean", "--indifference", "-1 s"], "--indifference"),
      (["--minimise", "a.b.c", "--maximise", "a.b.c"], "--maximise"),
      (
        [
          "--minimise", "gate.wait.mean", "--target", "gate.wait.mean <= 1", "--indifference",
          "1 s",
        ], "--target"
      ),
      (
        ["--minimise", "gate.wait.mean", "--target", "gate.wait.mean <= 1 s", "--budget", "50"],
        "--target"
      ),
      (["--minimise", "gate.wait.mean", "--most", "demand.factor"], "--most"),
      (["--minimise", "gate.wait.mean", "--budget", "9"], "at least 10 replications"),
      (["--minimise", "gate.wait.mean", "--budget", "0"], "--budget"),
      (["--minimise", "gate.wait.mean", "--budget", "20", "--confidence", "99%"], "--confidence"),
      (["--budget", "20"], "--minimise"), (["--indifference", "1 s"], "--minimise"),
    ]
  )
  func usage(_ arguments: [String], _ words: String) throws {
    let outcome = try size(Self.orders + arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "wrong levers are refused with exit 64",
    arguments: [
      ("stations.gate.queue=[fifo]", "nothing to choose"),
      ("stations.gate.queue=[fifo, lofi]", "does not take lofi"),
      ("stations.gat.servers=1..2", "did you mean"), ("stations.gate.servers=3..2", "is empty"),
      ("stations.gate.servers=1..3@2", "the measure decides"), ("stations.gate", "no lever"),
      ("stations.gate.queue=[fifo, fifo]", "twice"), ("stations.gate.queue=[fifo,]", "missing"),
    ]
  )
  func levers(_ lever: String, _ words: String) throws {
    let outcome = try size(
      ["--lever", lever, "--minimise", "gate.wait.mean", "--indifference", "1 s"]
    )
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
