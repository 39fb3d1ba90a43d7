import Foundation
import Testing

@testable import ScenarioFiles

/// docs/scenario-reference.md and, for the customs words, docs/customs-reference.md have every word
/// of the scenario file, and their examples load.
@Suite("Scenario reference")
struct ScenarioReferenceTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")
  private static let page = docs.appending(path: "scenario-reference.md")
  private static let customsPage = docs.appending(path: "customs-reference.md")

  @Test("names every key of every section", arguments: SectionKind.allCases)
  func keys(_ section: SectionKind) throws {
    let text =
      try String(contentsOf: Self.page, encoding: .utf8)
      + String(contentsOf: Self.customsPage, encoding: .utf8)
    for key in Vocabulary.keys(of: section) {
      let isNamed = ["`\(key)`", "`\(key): ", "{\(key): ", " \(key): "].contains {
        text.contains($0)
      }
      #expect(isNamed, "\(section.rawValue): \(key)")
    }
  }

  @Test("names every distribution")
  func distributions() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    for form in DistributionForm.allCases {
      #expect(text.contains("`\(form.rawValue)("), "\(form.rawValue)")
    }
  }

  @Test("its complete examples load")
  func examples() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    var blocks: [String] = []
    for part in text.components(separatedBy: "```yaml\n").dropFirst() {
      let block = part.components(separatedBy: "```")[0]
      if block.hasPrefix("scenario:") { blocks.append(block) }
    }
    #expect(blocks.count >= 3)
    for block in blocks {
      #expect(throws: Never.self, "\(block)") {
        try LoadedScenario.parse(block, file: "example.yaml")
      }
    }
  }

  @Test("the table of assumptions is that of the program")
  func assumptions() throws {
    let text = try String(contentsOf: Self.customsPage, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for assumption in Assumption.all {
      let row =
        "| `\(assumption.key)` | `\(assumption.defaultText)` | \(assumption.range) | "
        + "\(assumption.meaning.en) | \(assumption.source.en) |"
      #expect(rows.contains(row[...]), "\(row)")
    }
  }

  @Test("the example of customs words is accepted")
  func customsExample() throws {
    let text = try String(contentsOf: Self.customsPage, encoding: .utf8)
    let block = text.components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
    let expansion = try expansion(of: block)
    #expect(expansion.problems.problems.problems == [])
    #expect(expansion.customs.gates.count == 1)
  }
}
