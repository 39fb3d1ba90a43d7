import Foundation
import GRDB
import Testing

/// `kakou explain` from end to end.
@Suite("Explain command")
struct ExplainCommandTests {
  private static let scenario = Kakou.scenario("qinhuangdao-gates")

  private func record(_ level: String, in folder: URL) throws {
    let outcome = try Kakou.run(
      [
        "run", Self.scenario, "--replications", "2", "--record", level, "--database", "r.sqlite",
        "--quiet",
      ],
      in: folder
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("a truck that waited in the yard overnight, from recorded steps and simulated again")
  func story() throws {
    try Kakou.inFolder { folder in
      try record("steps", in: folder)
      let waited = try Database(folder.appending(path: "r.sqlite")).rows(
        "SELECT truck, replication FROM whoWaitedLongest WHERE place = 'yard' LIMIT 1"
      )
      let parts = try #require(waited.first).split(separator: "|").map(String.init)
      let story = ["explain", "r.sqlite", parts[0], "--replication", parts[1]]
      let recorded = try Kakou.run(story, in: folder)
      #expect(recorded.status == 0, "\(recorded.errors)")
      #expect(recorded.errors.isEmpty)
      #expect(recorded.output.hasPrefix("Truck \(parts[0]), class "))
      #expect(recorded.output.contains("  yard: waits "))
      #expect(recorded.output.contains("- closed until "))
      #expect(!recorded.output.contains("Simulated again"))

      try record("summary", in: folder)
      let simulated = try Kakou.run(story, in: folder)
      #expect(simulated.status == 0, "\(simulated.errors)")
      #expect(simulated.output.contains("Simulated again"))
      let tail = { (text: String) in text.components(separatedBy: "\n\n").dropFirst() }
      #expect(tail(simulated.output) == tail(recorded.output))
      #expect(try Kakou.run(story + ["--run", "1"], in: folder).output == recorded.output)

      let chinese = try Kakou.run(story + ["--language", "zh"], in: folder)
      #expect(chinese.output.hasPrefix("车辆\(parts[0])，类别"))
      let json = try Kakou.run(story + ["--format", "json"], in: folder)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let fields = try #require(object as? [String: Any])
      #expect(fields["truck"] as? String == parts[0])
      #expect((fields["events"] as? [Any])?.isEmpty == false)
    }
  }

  @Test("what does not exist: exit 64; what is no results file: 65; what cannot be read: 66")
  func faults() throws {
    try Kakou.inFolder { folder in
      try record("summary", in: folder)
      let cases: [([String], Int32)] = [
        (["r.sqlite", "goods#99999"], 64), (["r.sqlite", "good#1"], 64),
        (["r.sqlite", "goods"], 64),
        (["r.sqlite", "goods#1", "--run", "9"], 64), (["r.sqlite", "goods#1", "--run", "0"], 64),
        (["r.sqlite", "goods#1", "--replication", "3"], 64), (["r.sqlite"], 64),
        ([Self.scenario, "goods#1"], 65), (["no.sqlite", "goods#1"], 66),
        (["nowhere/no.sqlite", "goods#1"], 66),
      ]
      for (arguments, status) in cases {
        let outcome = try Kakou.run(["explain"] + arguments, in: folder)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
      }
    }
  }
}
