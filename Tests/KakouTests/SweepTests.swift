import Foundation
import Testing

/// `kakou sweep` from end to end, and what is left of it when it is killed.
@Suite("Sweep")
struct SweepTests {
  private static let scenario = """
    scenario: a gate and its yard
    runs for: 40 h
    warm up: 4 h
    seed: 11
    replications: 3
    stations: {gate: {servers: 1}, yard: {servers: 2}}
    arrivals: {trucks: {rate: 20 per h, procedure: pass}}
    procedures:
      pass:
        - serve at: gate
          for: exponential(2 min)
        - choose:
            - share: 30%
              do:
                - serve at: yard
                  for: uniform(5 min, 15 min)
    """
  private static let command = [
    "sweep", "s.yaml", "--vary", "stations.gate.servers=1..3", "--vary",
    "demand.factor=0.8..1.2 by 0.2", "--vary", "stations.yard.servers=[1, 2, 3]", "--measures",
    "gate.wait.mean,gate.wait.p99,flow.trucks.clearance.mean", "--format", "json", "--database",
    "r.sqlite",
  ]

  private func inFolder<Value>(_ work: (URL) throws -> Value) throws -> Value {
    try Kakou.inFolder { folder in
      let file = folder.appending(path: "s.yaml")
      try Self.scenario.write(to: file, atomically: true, encoding: .utf8)
      return try work(folder)
    }
  }

  /// The JSON without what two runs of the same command may differ in.
  private func lasting(_ text: String) throws -> String {
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var object = try #require(parsed as? [String: Any])
    for key in ["wallSeconds", "experiment", "database"] { object[key] = nil }
    var points = try #require(object["points"] as? [[String: Any]])
    for index in points.indices {
      #expect(points[index]["run"] is Int)
      points[index]["run"] = nil
    }
    object["points"] = points
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  @Test("killed twenty times at any moment, it ends with the numbers of an undisturbed sweep")
  func killed() throws {
    try inFolder { folder in
      let start = Date.now
      let undisturbed = try Kakou.run(Self.command, in: folder)
      let length = Date.now.timeIntervalSince(start)
      #expect(undisturbed.status == 0, "\(undisturbed.errors)")
      let expected = try lasting(undisturbed.output)
      #expect(expected.contains("flow.trucks.clearance.mean"))

      var kills = 0
      var round = 0
      var state: UInt64 = 20
      while kills < 20 {
        round += 1
        let database = "killed-\(round).sqlite"
        let command = Self.command.dropLast() + [database]
        while kills < 20 {
          // Knuth's generator: moments spread over a whole sweep.
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let share = Double(state >> 11) * 0x1p-53
          if try !isKilled(Array(command), in: folder, after: share * length * 0.7) { break }
          kills += 1
        }
        let outcome = try Kakou.run(Array(command), in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try lasting(outcome.output) == expected, "round \(round)")
        let file = try Database(folder.appending(path: database))
        #expect(try file.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try file.count("SELECT count(*) FROM replication WHERE state = 'complete'") == 81)
        #expect(try file.count("SELECT count(*) FROM experimentPoint WHERE experiment = 1") == 27)
        #expect(try file.rows("SELECT DISTINCT state FROM run") == ["complete"])
      }
      #expect(kills == 20)
    }
  }

  /// Runs a command and kills it; false where it came to its end before.
  private func isKilled(
    _ arguments: [String],
    in folder: URL,
    after seconds: Double
  ) throws -> Bool {
    let process = Process()
    process.executableURL = try Kakou.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test("Ctrl-C: exit 130, it says how far it came, and the same command goes on")
  func interrupted() throws {
    try inFolder { folder in
      // Long enough for any machine.
      let command = Self.command + ["--replications", "4000"]
      let outcome = try Kakou.run(command, in: folder, interruptedAfter: 2)
      #expect(outcome.status == 130)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("of 27 design points"))
      #expect(outcome.errors.contains("r.sqlite"))
      let database = try Database(folder.appending(path: "r.sqlite"))
      #expect(try database.rows("SELECT kind, state FROM experiment") == ["sweep|interrupted"])
    }
  }

  @Test("text in both languages, and a view for spreadsheets")
  func text() throws {
    try inFolder { folder in
      let command = [
        "sweep", "s.yaml", "--vary", "stations.gate.servers=1..2", "--vary",
        "stations.yard.servers=1..2", "--design", "one-at-a-time",
      ]
      let english = try Kakou.run(command, in: folder)
      #expect(english.status == 0, "\(english.errors)")
      #expect(english.output.contains("one at a time: 5 design points"))
      #expect(english.output.contains("░") || english.output.contains("█"))
      let chinese = try Kakou.run(command + ["--language", "zh"], in: folder)
      #expect(chinese.output.contains("单因素轮换试验"))
      let database = try Database(folder.appending(path: "s.sqlite"))
      // The second command was answered from the first: one experiment, five runs.
      #expect(try database.count("SELECT count(*) FROM run") == 5)
      let rows = try database.rows(
        "SELECT point, factor, value FROM sweepResults WHERE measure = 'gate.wait.mean'"
      )
      #expect(
        rows == [
          "1||", "2|stations.gate.servers|1", "3|stations.gate.servers|2",
          "4|stations.yard.servers|1", "5|stations.yard.servers|2",
        ]
      )
    }
  }

  @Test(
    "wrong options are refused with exit 64, the option and what is allowed",
    arguments: [
      (["--vary", "stations.gat.servers=1..2"], "did you mean \"gate\""),
      (["--vary", "stations.gate.servers=5..1"], "the range is empty"),
      (["--vary", "stations.gate.servers=1..5 by 0"], "is no step"),
      (["--vary", "stations.gate.servers=3"], "is one value"),
      (["--vary", "stations.gate.servers=0..2"], "stations.gate.servers=0: "),
      (["--vary", "stations.gate.servers=1..2", "--design", "factoral"], "\"factorial\""),
      (["--vary", "stations.gate.servers=1..2", "--design", "latin", "--points", "1"], "--points"),
      (["--vary", "demand.factor=1..999", "--vary", "stations.gate.servers=1..9"], "8,991"),
      (["--vary", "stations.gate.servers=1..2", "--replications", "1"], "at least 2"),
      (["--vary", "stations.gate.servers=1..2", "--measures", "gate.wait.meen"], "gate.wait.mean"),
      (["--vary", "stations.gate.servers=1..2", "--assumptions"], "rests on no assumption"),
      ([], "--vary KEY=VALUES"),
    ]
  )
  func usage(_ arguments: [String], _ words: String) throws {
    try inFolder { folder in
      let outcome = try Kakou.run(["sweep", "s.yaml"] + arguments, in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "s.sqlite").path))
    }
  }
}
