import Foundation
import Testing

@testable import ScenarioFiles

/// docs/scenario-reference.md has every word of the scenario file, and its examples load.
@Suite("Scenario reference")
struct ScenarioReferenceTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/scenario-reference.md")

  @Test("names every key of every section", arguments: SectionKind.allCases)
  func keys(_ section: SectionKind) throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
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
}
