import Foundation
import Testing

@testable import ScenarioFiles

/// The shipped procedures: each can be read, names its sources, and is used with all that it needs.
@Suite("Shipped procedures")
struct ShippedProcedureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/ScenarioFiles/Customs/Procedures")

  @Test("every file of the folder is shipped under its name")
  func files() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let names = ShippedProcedures.all.map { ShippedProcedures.fileName(of: $0.name) }
    #expect(files.sorted() == (names + ["attributes.yaml"]).sorted())
    for (name, text) in ShippedProcedures.all {
      let file = Self.folder.appending(path: ShippedProcedures.fileName(of: name))
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
    }
  }

  @Test("each is a procedure with steps", arguments: ShippedProcedures.all.map(\.name))
  func shape(_ name: String) throws {
    let text = try #require(ShippedProcedures.all.first { $0.name == name }?.text)
    let root = try SourceTree.parse(text, file: name).root
    let entries = try #require(root.entries)
    #expect(entries.map(\.key) == ["procedure", "steps"])
    #expect(entries.first?.value.text == name)
    #expect(entries.last?.value.items?.isEmpty == false)
    // It begins with what it is for and has the reason of a rule beside the rule.
    #expect(text.hasPrefix("# "))
    for line in text.split(separator: "\n") {
      #expect(line.count <= 250 && !line.hasSuffix(" "), "\(name): \(line)")
    }
  }

  @Test("every line with a number or a rule of the customs has its source beside it")
  func sources() {
    let marks = [
      "公告", "京政发", "Order 256", "署贸发", "深关公告", "GACC", "customs 20", "stimate", "repl", "barrier",
      "核放单",
      "查验", "报关",
    ]
    for (name, text) in ShippedProcedures.all {
      let comments = text.split(separator: "\n").filter { $0.contains("#") }
      #expect(!comments.isEmpty, "\(name)")
      if Self.ofPlainMovement.contains(name) { continue }
      #expect(comments.contains { line in marks.contains { line.contains($0) } }, "\(name)")
    }
  }

  /// Procedures that hold no rule and no number.
  private static let ofPlainMovement = [
    "measure truck", "spot check at gate", "inspect at gate", "wait for papers", "follow goods",
    "make batch slip", "gather slip", "first line out", "release goods",
  ]

  @Test("what they use is shipped, and gets its parameters")
  func parameters() throws {
    let known =
      Assumption.all.map(\.key) + ShippedProcedures.flowParameters
      + ShippedProcedures.outageParameters
    var needs: [String: [String]] = [:]
    for (name, text) in ShippedProcedures.all {
      needs[name] = text.matches(of: /<([a-z -]+)>/).map { String($0.1) }.filter {
        !known.contains($0)
      }
    }
    for visit in ShippedProcedures.visits { #expect(needs[visit] == []) }
    for (name, text) in ShippedProcedures.all {
      for call in calls(in: try SourceTree.parse(text, file: name).root) {
        let targets = alternatives[call.target] ?? [call.target]
        for target in targets {
          let needed = try #require(needs[target], "\(name) uses \(target)")
          for parameter in needed {
            #expect(call.given.contains(parameter), "\(name): \(target) needs <\(parameter)>")
          }
        }
      }
    }
  }

  /// The procedures behind the parameters that name one.
  private let alternatives = [
    "<reply>": ["reply in lane", "reply in turn-out"],
    "<inspection>": ["inspect", "inspect at gate"],
    "<look>": ["spot check", "spot check at gate"],
    "<without single window>": ["hold papers", "check papers by hand"],
    "<papers without single window>": ["hold papers", "let papers through"],
    "<without power>": ["wait while out", "pass by hand"],
    "<without network>": ["wait while out", "pass by hand"],
    "<without recognition>": ["type plates"],
    "<without scale>": ["pass unweighed"],
    "<before the lane>": ["weigh aside"],
    "<cars without power>": ["wait while out"],
    "<declaring>": ["declare shipment", "declare goods"],
    "<sampling>": ["sample and test", "sample goods"],
    // Made from the movements that occur.
    "announce in": [],
    "announce out": [],
  ]

  @Test("attributes are declared that conditions and `set` name")
  func attributes() throws {
    let root = try SourceTree.parse(ShippedProcedures.attributes, file: "attributes").root
    let attributes = try #require(root.entries).flatMap { $0.value.entries ?? [] }.map(\.key)
    for (name, text) in ShippedProcedures.all {
      for key in settings(in: try SourceTree.parse(text, file: name).root) {
        for way in ["in", "out"] {
          let attribute = key.replacingOccurrences(of: "<way>", with: way)
          #expect(attributes.contains(attribute), "\(name) sets \(attribute)")
        }
      }
    }
  }

  @Test("documents lead only to states that they have, and both forms are alike")
  func documents() throws {
    let root = try SourceTree.parse(ShippedProcedures.attributes, file: "attributes").root
    let entries = try #require(root.entries?.first?.value.entries)
    var documents: [String: [String: [String]]] = [:]
    for entry in entries {
      guard let states = entry.value.entries else { continue }
      let next = states.map { ($0.key, ($0.value.items ?? []).compactMap(\.text)) }
      let names = next.map(\.0)
      for (state, following) in next {
        #expect(following.allSatisfy(names.contains), "\(entry.key): \(state)")
      }
      documents[entry.key] = Dictionary(uniqueKeysWithValues: next)
    }
    #expect(documents["form in"] == documents["form out"])
    #expect(documents["slip in"] == documents["slip out"])
    #expect(documents["form in"]?["passed"] == [])
    let names = [
      "form in", "form out", "slip in", "slip out", "declaration", "inspection", "sample", "list",
      "pick-up request", "stock slip", "business application", "goods state", "quarantine",
    ]
    #expect(documents.keys.sorted() == names.sorted())
  }

  // MARK: Walking

  private struct Call {
    var target: String
    var given: [String]
  }

  /// Every `use` and `start` below a node.
  private func calls(in node: SourceNode) -> [Call] {
    let inner = (node.entries?.map(\.value) ?? node.items ?? []).flatMap(calls)
    let entries = node.entries ?? []
    guard let word = entries.first(where: { ["use", "start"].contains($0.key) }) else {
      return inner
    }
    let given = entries.first { $0.key == "with" }?.value.entries?.map(\.key) ?? []
    return inner + [Call(target: word.value.text ?? "", given: given)]
  }

  /// Every attribute that a `set` below a node sets.
  private func settings(in node: SourceNode) -> [String] {
    let inner = (node.entries?.map(\.value) ?? node.items ?? []).flatMap(settings)
    let set = node.entries?.first { $0.key == "set" }?.value.entries ?? []
    return inner + set.map(\.key)
  }
}
