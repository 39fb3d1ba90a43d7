import Foundation
import Testing

/// The command line from end to end: what is printed where, and the exit status.
@Suite("Command line")
struct CommandLineTests {
  /// Writes a scenario into a folder and runs a command on it.
  private func run(
    _ text: String,
    _ arguments: [String] = [],
    command: String = "run"
  ) throws -> Kakou.Outcome {
    try Kakou.inFolder { folder in
      try text.write(to: folder.appending(path: "s.yaml"), atomically: true, encoding: .utf8)
      return try Kakou.run([command, "s.yaml"] + arguments, in: folder)
    }
  }

  static let small = """
    scenario: small
    runs for: 10 h
    replications: 3
    stations:
      gate: {servers: 1}
    arrivals:
      trucks: {rate: 20 per h, procedure: pass}
    procedures:
      pass:
        - serve at: gate
          for: exponential(2 min)
    """

  @Test("results go to standard output, nothing else does")
  func output() throws {
    let outcome = try run(Self.small)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("gate"))
    #expect(try run(Self.small, ["--quiet"]).output.isEmpty)
  }

  @Test("JSON has the promised keys in their order, and its measures sorted")
  func json() throws {
    let outcome = try run(Self.small, ["--format", "json"])
    let keys = [
      "scenario", "version", "run", "database", "state", "seed", "replications", "simulated",
      "events", "trucks", "fingerprint", "wallSeconds", "measures", "warnings",
    ]
    var rest = Substring(outcome.output)
    for key in keys {
      let range = try #require(rest.range(of: "\"\(key)\""), "\(key) is missing or out of order")
      rest = rest[range.upperBound...]
    }
    let output = try RunOutput(outcome.output)
    #expect(output.state == "complete")
    #expect(output.measures.map(\.measure) == output.measures.map(\.measure).sorted())
    #expect(output.measures.allSatisfy { $0.confidence == 0.95 })
    #expect(output.fingerprint.count == 16)
  }

  @Test("all errors of a file at once, each with line and column, exit 65")
  func wrongScenario() throws {
    let text = Self.small
      .replacingOccurrences(of: "servers: 1", with: "serverz: 1")
      .replacingOccurrences(of: "20 per h", with: "20")
      .replacingOccurrences(of: "exponential(2 min)", with: "exponental(2 min)")
    let outcome = try run(text)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("s.yaml:5:10: ") && $0.contains("servers") })
    #expect(lines.contains { $0.hasPrefix("s.yaml:7:18: ") && $0.contains("per") })
    #expect(lines.contains { $0.hasPrefix("s.yaml:11:12: ") && $0.contains("exponential") })
    let chinese = try run(text, ["--language", "zh"])
    #expect(chinese.status == 65)
    #expect(chinese.errors.hasPrefix("s.yaml:5:"))
    #expect(chinese.errors.unicodeScalars.contains { $0.properties.isIdeographic })
  }

  @Test(
    "wrong options are refused with exit 64",
    arguments: [
      ["--days", "0"], ["--replications", "-1"], ["--workers", "0"], ["--seed", "x"],
      ["--format", "xml"], ["--replication", "4"], ["--measures", "gate.wait.meen"],
      ["--language", "fr"], ["--record", "all"], ["--nonsense"],
      ["--replication", "1", "--replications", "2"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let outcome = try run(Self.small, arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test("a scenario that cannot be read: exit 66; one that is no text: exit 65")
  func unreadable() throws {
    try Kakou.inFolder { folder in
      let missing = try Kakou.run(["run", "no.yaml"], in: folder)
      #expect(missing.status == 66)
      #expect(missing.errors.contains("no.yaml"))
      #expect(try Kakou.run(["check", "."], in: folder).status == 66)
      try Data().write(to: folder.appending(path: "empty.yaml"))
      #expect(try Kakou.run(["check", "empty.yaml"], in: folder).status == 65)
      try Data([0, 1, 2, 255]).write(to: folder.appending(path: "binary.yaml"))
      #expect(try Kakou.run(["check", "binary.yaml"], in: folder).status == 65)
    }
  }

  @Test("--set changes a value; a wrong one is refused with the option named")
  func overrides() throws {
    let outcome = try run(
      Self.small,
      ["--set", "stations.gate.servers=2", "--set", "demand.factor=2"],
      command: "check"
    )
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("40"))
    let wrong = try run(Self.small, ["--set", "stations.gat.servers=2"])
    #expect(wrong.status == 65)
    #expect(wrong.errors.hasPrefix("--set stations.gat.servers=2: "))
    #expect(wrong.errors.contains("gate"))
  }

  @Test("check reads the scenario back in both languages and warns of overload")
  func check() throws {
    let english = try run(Self.small, ["--set", "demand.factor=2"], command: "check")
    #expect(english.status == 0)
    #expect(english.output.contains("133.3%"))
    let chinese = try run(Self.small, ["--language", "zh"], command: "check")
    #expect(chinese.output.unicodeScalars.count { $0.properties.isIdeographic } > 30)
    #expect(!chinese.output.contains(" servers"))
  }

  @Test("schema prints JSON")
  func schema() throws {
    let outcome = try Kakou.inFolder { try Kakou.run(["schema"], in: $0) }
    #expect(outcome.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let top = try #require(object as? [String: Any])
    let properties = try #require(top["properties"] as? [String: Any])
    #expect(properties["stations"] != nil)
    #expect((top["$defs"] as? [String: Any])?["step"] != nil)
  }

  @Test("schema prints a procedure to copy, and the nearest name for one that is none")
  func procedure() throws {
    try Kakou.inFolder { folder in
      let found = try Kakou.run(["schema", "--procedure", "pass gate"], in: folder)
      #expect(found.status == 0)
      #expect(found.output.contains("procedure: pass gate\nsteps:"))
      let missing = try Kakou.run(["schema", "--procedure", "pass gates"], in: folder)
      #expect(missing.status == 64)
      #expect(missing.errors.contains("\"pass gate\""))
    }
  }
}
