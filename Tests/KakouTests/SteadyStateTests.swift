import Foundation
import Testing

/// Warm-ups and batches from the command line.
@Suite("Steady state")
struct SteadyStateTests {
  private func scenario(_ words: String) -> String {
    """
    scenario: gate
    \(words)
    stations:
      gate: {servers: 1}
    arrivals:
      trucks: {rate: 30 per h, procedure: pass}
    starts with: {trucks: 20}
    procedures:
      pass:
        - serve at: gate
          for: exponential(1 min)
    """
  }

  private func run(
    _ words: String,
    _ arguments: [String] = [],
    command: String = "run"
  ) throws -> Kakou.Outcome {
    try Kakou.inFolder { folder in
      let file = folder.appending(path: "s.yaml")
      try scenario(words).write(to: file, atomically: true, encoding: .utf8)
      return try Kakou.run([command, "s.yaml"] + arguments, in: folder)
    }
  }

  private struct Output: Decodable {
    struct WarmUp: Decodable {
      let seconds: Double
      let text: String
      let found: String?
      let place: String?
      let settles: Bool?
    }

    struct Batches: Decodable {
      let count: Int
      let seconds: Double
    }

    let analysis: String
    let warmUp: WarmUp
    let batches: Batches?
    let warnings: [String]
  }

  private func output(_ words: String) throws -> Output {
    let outcome = try run(words, ["--format", "json"])
    return try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
  }

  @Test("check and run say that a warm-up is found, and which")
  func automatic() throws {
    let words = "runs for: 1000 min\nreplications: 20\nwarm up: automatic"
    let check = try run(words, command: "check")
    #expect(check.output.contains("whose warm-up is found from the run itself"))
    #expect(try run(words, ["--language", "zh"], command: "check").output.contains("自动确定"))
    let text = try run(words)
    #expect(text.output.contains("found by MSER-5 from 20 replications; gate decided."))
    #expect(try run(words, ["--language", "zh"]).output.contains("MSER-5法"))
    let found = try output(words)
    #expect(found.analysis == "steady state")
    #expect(found.warmUp.found == "MSER-5" && found.warmUp.place == "gate")
    #expect(found.warmUp.settles == true && found.warmUp.seconds >= 3600)
  }

  @Test("terminating runs and those of the steady state are told apart")
  func analysis() throws {
    #expect(try output("runs for: 10 h\nreplications: 2").analysis == "terminating")
    let set = try output("runs for: 10 h\nreplications: 2\nwarm up: 90 min")
    #expect(set.analysis == "steady state" && set.warmUp.text == "1.5 h")
    #expect(set.warmUp.found == nil)
  }

  @Test("a warm-up that is too short is a warning in both languages")
  func tooShort() throws {
    let words = "runs for: 1000 min\nreplications: 20\nwarm up: 10 min"
    #expect(try run(words).output.contains("the warm-up of 10 min is too short: gate"))
    #expect(try run(words, ["--language", "zh"]).output.contains("预热期10分钟偏短"))
    #expect(try output(words).warnings.contains { $0.contains("MSER-5 proposes") })
  }

  @Test("batches give one run its intervals")
  func batches() throws {
    let words = "runs for: 620 h\nwarm up: 20 h\nbatches: 20"
    let text = try run(words)
    #expect(text.output.contains("in 20 batches of equal length"))
    #expect(text.output.contains("from 20 batches of 30 h each."))
    #expect(try run(words, ["--language", "zh"]).output.contains("由20批、每批30小时求得"))
    let found = try output(words)
    #expect(found.batches?.count == 20 && found.batches?.seconds == 108_000)
    let json = try run(words, ["--format", "json"])
    #expect(try #require(try RunOutput(json.output).measure("gate.wait.mean").halfWidth) > 0)
  }

  @Test(
    "what cannot be is refused by line in both languages, exit 65",
    arguments: [
      ("runs until: empty\nwarm up: automatic", "s.yaml:3:1: "),
      ("runs for: 10 h\nwarm up: automatik", "s.yaml:3:10: "),
      ("runs for: 10 h\nbatches: 4", "s.yaml:3:10: "),
      ("runs for: 10 h\nbatches: many", "s.yaml:3:10: "),
      ("runs for: 10 h\nreplications: 3\nbatches: 10", "s.yaml:3:1: "),
      ("runs until: empty\nbatches: 10", "s.yaml:3:1: "),
    ]
  )
  func refused(_ words: String, _ place: String) throws {
    for language in ["en", "zh"] {
      for command in ["check", "run"] {
        let outcome = try run(words, ["--language", language], command: command)
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
      }
    }
  }

  @Test("options that mean several replications are refused, exit 64")
  func options() throws {
    for options in [["--replications", "3"], ["--precision", "5%"]] {
      let outcome = try run("runs for: 100 h\nbatches: 10", options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(options[0]) && outcome.errors.contains("batches"))
    }
  }
}
