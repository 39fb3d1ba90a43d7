import Foundation
import Testing

@testable import ScenarioFiles

/// The scenarios that answer a planner's questions load, with every change that is proposed.
@Suite("Questions")
struct QuestionTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let scenarios = [
    "qinhuangdao-working-week", "tianzhu-airport-day", "separate-or-shared-lanes",
    "enter-first-test-later", "consolidated-declaration", "first-line-enter-first",
    "qinhuangdao-year", "lunch-break", "single-window-outage", "yizhuang-manufacturing",
    "goods-by-status-warehouse", "food-sample-then-release",
  ]

  @Test(
    "each scenario asks its question first, loads, and says what it assumes",
    arguments: scenarios
  )
  func loads(_ name: String) throws {
    let loaded = try LoadedScenario.load(
      path: Self.root.appending(path: "scenarios/\(name).yaml").path
    )
    let head = loaded.text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined()
    #expect(head.contains("?"))
    #expect(head.contains("(a)"))
    let customs = try #require(loaded.customs)
    #expect(!customs.assumptions.isEmpty)
    #expect(customs.assumptions.allSatisfy { Assumption.named($0.key) != nil })
  }

  @Test("every command of docs/questions.md names a scenario and fits it")
  func commands() throws {
    let page = Self.root.appending(path: "docs/questions.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var asked: Set<String> = []
    for block in text.components(separatedBy: "```sh\n").dropFirst() {
      let code = block.components(separatedBy: "```")[0].replacingOccurrences(of: "\\\n", with: "")
      for line in code.split(separator: "\n") {
        let words = Self.words(String(line))
        #expect(words.prefix(2) == ["kakou", "run"], "\(line)")
        let file = try #require(words.dropFirst(2).first)
        let overrides = zip(words, words.dropFirst()).filter { $0.0 == "--set" }.map(\.1)
        #expect(throws: Never.self, "\(line)") {
          try LoadedScenario.load(path: Self.root.appending(path: file).path, overrides: overrides)
        }
        asked.insert(file)
      }
    }
    #expect(asked == Set(Self.scenarios.map { "scenarios/\($0).yaml" }))
  }

  /// The words of a command, those in double quotes whole.
  private static func words(_ command: String) -> [String] {
    var words: [String] = []
    for (index, part) in command.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      words += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    return words
  }
}
