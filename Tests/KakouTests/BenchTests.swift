import Foundation
import Testing

/// `kakou bench` from end to end; all works together take a minute.
@Suite("Standing benchmark by the command line")
struct BenchTests {
  private struct Output: Decodable {
    struct Run: Decodable {
      let work: String
      let recording: String
      let workers: Int
      let vehicles: Int
      let events: Int
      let vehiclesPerSecond: Double
    }

    let version: String
    let build: String
    let state: String
    let runs: [Run]
  }

  private func bench(_ arguments: String...) throws -> Kakou.Outcome {
    try Kakou.inFolder { try Kakou.run(["bench"] + arguments, in: $0) }
  }

  @Test("one work is measured, and nothing is left behind")
  func oneWork() throws {
    try Kakou.inFolder { folder in
      let arguments = ["bench", "--work", "w1", "--workers", "1", "--record", "none"]
      let outcome = try Kakou.run(arguments + ["--format", "json"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      let output = try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
      #expect(output.state == "complete" && output.build == "release")
      #expect(output.runs.map(\.work) == ["w1"] && output.runs.map(\.workers) == [1])
      #expect(output.runs[0].events == 2 * output.runs[0].vehicles)
      // A tenth of what a slow machine does.
      #expect(output.runs[0].vehiclesPerSecond > 1_000_000)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.allSatisfy { $0.hasPrefix("std") }, "\(files)")
    }
  }

  @Test("the table in both languages, with rows in a results file that is gone")
  func table() throws {
    let arguments = ["bench", "--work", "gate-week", "--record", "steps", "--workers", "1"]
    try Kakou.inFolder { folder in
      let english = try Kakou.run(arguments, in: folder)
      #expect(english.status == 0, "\(english.errors)")
      #expect(english.output.contains("\n            gate passes  "), "\(english.output)")
      #expect(english.output.contains("\n            rows  "))
      let chinese = try Kakou.run(arguments + ["--language", "zh"], in: folder)
      #expect(chinese.output.contains("各次运行的事件完全一致，均值与已知结果相符。"))
    }
  }

  @Test(
    "wrong options are refused with exit 64",
    arguments: [
      ["--work", "w3"], ["--workers", "0"], ["--workers", "1,"], ["--record", "all"],
      ["--record", ""], ["--work", "w1", "--record", "steps"], ["--seed", "x"],
      ["--format", "xml"], ["some.yaml"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let outcome = try Kakou.inFolder { try Kakou.run(["bench"] + arguments, in: $0) }
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test("an unknown work has a neighbour")
  func unknown() throws {
    let outcome = try bench("--work", "gate-weak")
    #expect(outcome.errors.contains("did you mean \"gate-week\"?"))
  }

  @Test("an interruption exits 130, says so and leaves no results file")
  func interrupted() throws {
    try Kakou.inFolder { folder in
      let temporary = folder.appending(path: "temporary")
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
      // Three rounds take seconds.
      let outcome = try Kakou.run(
        ["bench", "--work", "w2", "--record", "steps", "--workers", "1"],
        in: folder,
        environment: ["TMPDIR": temporary.path],
        interruptedAfter: 0.5
      )
      #expect(outcome.status == 130)
      #expect(outcome.output.contains("Interrupted"), "\(outcome.output)")
      let files = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
      #expect(files.isEmpty, "\(files)")
    }
  }
}
