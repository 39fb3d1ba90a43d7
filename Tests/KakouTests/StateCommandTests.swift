import Foundation
import Testing

/// `kakou run --from-state`, from end to end.
@Suite("Futures from a state")
struct StateCommandTests {
  private static let scenario = """
    scenario: two steps
    runs for: 8 h
    replications: 20
    stations: {gate: {servers: 1}, yard: {servers: 2}}
    arrivals: {trucks: {rate: 20 per h, procedure: pass}}
    procedures:
      pass: [{serve at: gate, for: exponential(2 min)}, {serve at: yard, for: exponential(5 min)}]
    """
  private static let state = """
    state: half past one
    at: 01:30
    trucks:
      - {flow: trucks, at: gate, waiting: 11, since: 9 min}
      - {flow: trucks, at: gate, in service: 1}
      - {flow: trucks, at: yard, in service: 2}
    """

  /// Runs the command in a folder with scenario and state.
  private func run(_ arguments: [String], in folder: URL) throws -> Kakou.Outcome {
    for (name, text) in [("s.yaml", Self.scenario), ("now.yaml", Self.state)] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try Kakou.run(["run", "s.yaml"] + arguments, in: folder)
  }

  @Test("the trucks are there at the instant, and the page says so")
  func fromFile() throws {
    try Kakou.inFolder { folder in
      let page = try run(["--from-state", "now.yaml"], in: folder)
      #expect(page.status == 0 && page.errors.isEmpty)
      #expect(page.output.contains("half past one") && page.output.contains("14 trucks"))
      let measures = "gate.present.at-90min,gate.queue.at-90min,yard.present.at-90min"
      let json = try run(
        ["--from-state", "now.yaml", "--format", "json", "--measures", measures],
        in: folder
      )
      let output = try RunOutput(json.output)
      #expect(try output.measure("gate.present.at-90min").estimate == 12)
      #expect(try output.measure("gate.queue.at-90min").estimate == 11)
      #expect(try output.measure("yard.present.at-90min").estimate == 2)
      #expect(json.output.contains("\"startsFrom\""))
    }
  }

  @Test("a recorded run says who was where, and its state can be written down and used")
  func fromResults() throws {
    try Kakou.inFolder { folder in
      _ = try run(["--record", "passages", "--replications", "2"], in: folder)
      let from = ["--from-state", "s.sqlite", "--at", "5 h", "--of-replication", "2"]
      let taken = try run(
        from + ["--save-state", "five.yaml", "--database", "a.sqlite", "--format", "json"],
        in: folder
      )
      #expect(taken.status == 0, "\(taken.errors)")
      let written = try run(
        ["--from-state", "five.yaml", "--database", "b.sqlite", "--format", "json"],
        in: folder
      )
      #expect(try RunOutput(taken.output).fingerprint == RunOutput(written.output).fingerprint)
      // A truck of a state can be explained from the results file alone.
      let explained = try run(["--from-state", "now.yaml", "--database", "c.sqlite"], in: folder)
      #expect(explained.status == 0)
      let story = try Kakou.run(["explain", "c.sqlite", "trucks#2147483649"], in: folder)
      #expect(story.status == 0, "\(story.errors)")
    }
  }

  @Test("wrong options are 64, a wrong state is 65, one that is missing is 66")
  func faults() throws {
    try Kakou.inFolder { folder in
      #expect(try run(["--at", "1 h"], in: folder).status == 64)
      #expect(try run(["--from-state", "now.yaml", "--at", "1 h"], in: folder).status == 64)
      #expect(try run(["--from-state", "none.yaml"], in: folder).status == 66)
      try Data("at: 1 h\ntrucks: [{flow: trucks, at: gat, waiting: 1}]".utf8)
        .write(to: folder.appending(path: "bad.yaml"))
      let bad = try run(["--from-state", "bad.yaml"], in: folder)
      #expect(bad.status == 65)
      #expect(bad.errors.contains("bad.yaml:2:29") && bad.errors.contains("\"gate\""))
    }
  }
}
