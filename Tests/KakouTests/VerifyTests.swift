import Foundation
import Testing

/// `kakou verify` from end to end; all cases together take minutes and are run by `.ci/run`.
@Suite("Verification by the command line")
struct VerifyTests {
  private struct Output: Decodable {
    struct Value: Decodable {
      let id: String
      let value: String
      let exact: Double
      let estimate: Double?
      let halfWidth: Double?
      let verdict: String
    }

    let cases: [Value]
    let passed: Bool
    let seed: UInt64
  }

  private func verify(_ arguments: String...) throws -> Kakou.Outcome {
    try Kakou.inFolder { try Kakou.run(["verify"] + arguments, in: $0) }
  }

  @Test("a case is simulated wherever the program stands, and writes nothing")
  func oneCase() throws {
    try Kakou.inFolder { folder in
      let outcome = try Kakou.run(["verify", "--case", "X-DET", "--format", "json"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      let output = try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
      #expect(output.passed && output.seed == 1)
      #expect(output.cases.map(\.id) == ["X-DET", "X-DET", "X-DET"])
      #expect(output.cases.map(\.exact) == [288, 720, 960])
      #expect(output.cases.map(\.estimate) == [288, 720, 960])
      #expect(output.cases.allSatisfy { $0.verdict == "exact" })
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.allSatisfy { $0.hasPrefix("std") }, "\(files)")
    }
  }

  @Test("the table in both languages, and nothing when asked for")
  func table() throws {
    let english = try verify("--case", "X-DET")
    #expect(english.output.hasSuffix("The engine agrees with theory.\n"))
    let chinese = try verify("--case", "X-DET", "--language", "zh", "--seed", "5")
    #expect(chinese.output.hasSuffix("仿真结果与理论值相符。\n"))
    #expect(chinese.output.contains("随机种子5"))
    #expect(try verify("--case", "X-DET", "--quiet").output.isEmpty)
  }

  @Test("numbers of workers are compared, for scenario files too")
  func workers() throws {
    let file = Kakou.scenario("qinhuangdao-working-week")
    let outcome = try verify(
      "--workers",
      "1,2",
      "--case",
      "K-FB",
      "--case",
      "X-DET",
      file,
      "--format",
      "json"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let top = try #require(object as? [String: Any])
    #expect(top["equal"] as? Bool == true)
    let rows = try #require(top["scenarios"] as? [[String: Any]])
    #expect(rows.compactMap { $0["scenario"] as? String } == ["K-FB", "X-DET", file])
    #expect(rows.allSatisfy { ($0["fingerprints"] as? [String])?.count == 2 })
  }

  @Test(
    "wrong options are refused with exit 64",
    arguments: [
      ["--case", "X-DEX"], ["--workers", "0"], ["--workers", "1,"], ["--workers", "x"],
      ["--seed", "x"], ["some.yaml"], ["--workers", "2", "some.yaml"], ["--format", "xml"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let outcome = try Kakou.inFolder { try Kakou.run(["verify"] + arguments, in: $0) }
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test("an unknown case has a neighbour; a missing file exits 66")
  func unknown() throws {
    #expect(try verify("--case", "X-DEX").errors.contains("did you mean \"X-DET\"?"))
    let missing = try verify("--workers", "1,2", "--case", "X-DET", "nowhere.yaml")
    #expect(missing.status == 66)
  }

  @Test("an interruption prints what was complete and exits 130")
  func interrupted() throws {
    try Kakou.inFolder { folder in
      // The first takes some ten seconds.
      let outcome = try Kakou.run(
        ["verify", "--case", "X-DET", "--case", "A-MM1-0.9", "--workers", "1"],
        in: folder,
        interruptedAfter: 0.5
      )
      #expect(outcome.status == 130)
      #expect(
        outcome.output.hasPrefix("Interrupted: 0 of 2 cases were simulated"),
        "\(outcome.output)"
      )
    }
  }
}
