import Foundation
import Testing

/// The scenarios of the repository print what they printed when their golden files were made.
///
/// A golden file holds the summary with its fingerprint. Equal bits are promised for one processor
/// family and maths library, which the folder names. `KAKOU_RENEW=1 swift test --filter Golden`
/// makes the files anew; read the difference before you keep it.
@Suite("Golden scenarios")
struct GoldenTests {
  static let scenarios = general + customs
  private static let general = ["four-lane-gate", "manual-or-automatic", "qinhuangdao-gates"]
  private static let customs = [
    "qinhuangdao-working-week", "tianzhu-airport-day", "separate-or-shared-lanes",
    "enter-first-test-later", "consolidated-declaration", "first-line-enter-first",
    "qinhuangdao-year", "lunch-break", "single-window-outage", "yizhuang-manufacturing",
    "goods-by-status-warehouse", "food-sample-then-release",
  ]

  #if arch(x86_64) && os(Linux)
    @Test("prints its golden summary", arguments: scenarios, ["en", "zh"])
    func summary(_ scenario: String, _ language: String) throws {
      let outcome = try Kakou.inFolder { folder in
        try Kakou.run(["run", Kakou.scenario(scenario), "--language", language], in: folder)
      }
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      let file = Kakou.root.appending(
        path: "Tests/KakouTests/Golden/x86_64-linux-glibc/\(scenario).\(language).txt"
      )
      if ProcessInfo.processInfo.environment["KAKOU_RENEW"] != nil {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try outcome.output.write(to: file, atomically: true, encoding: .utf8)
      }
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(outcome.output == golden)
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      let most = Self.general.contains(scenario) ? 40 : 72
      #expect(lines.count <= most + 1, "the page, and the end of its last line")
    }
  #endif

  @Test("goes the same way with 1, 2 and 8 workers", arguments: scenarios)
  func workers(_ scenario: String) throws {
    let outputs = try ["1", "2", "8"].map { workers in
      let outcome = try Kakou.inFolder { folder in
        try Kakou.run(
          ["run", Kakou.scenario(scenario), "--workers", workers, "--format", "json"],
          in: folder
        )
      }
      // The database, the wall time and nothing else may differ.
      return outcome.output.split(separator: "\n").filter {
        !$0.contains("\"wallSeconds\"") && !$0.contains("\"database\"")
      }
    }
    #expect(outputs[0].count > 50)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  @Test("one replication alone goes as it did among the others")
  func oneAlone() throws {
    try Kakou.inFolder { folder in
      let scenario = Kakou.scenario("manual-or-automatic")
      let all = try Kakou.run(
        ["run", scenario, "--replications", "5", "--database", "r.sqlite", "--quiet"],
        in: folder
      )
      #expect(all.status == 0)
      let alone = try Kakou.run(
        ["run", scenario, "--replication", "4", "--database", "r.sqlite", "--quiet"],
        in: folder
      )
      #expect(alone.status == 0)
      let prints = try Database(folder.appending(path: "r.sqlite")).rows(
        "SELECT run, fingerprint FROM replication WHERE number = 4 ORDER BY run"
      )
      #expect(prints.count == 2)
      #expect(prints[0].hasSuffix(prints[1].drop { $0 != "|" }))
    }
  }
}
