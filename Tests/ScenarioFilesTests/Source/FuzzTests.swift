import Foundation
import Testing
import Yams

@testable import ScenarioFiles

/// Accepted texts with some bytes changed: the outcome may be anything but a trap or a hang.
@Suite struct FuzzTests {
  /// Signs that matter to YAML, put in at random.
  static let signs = [
    "&a ", "*a", "*a : ", "<<: ", "!t ", "- ", "{", "}", "[", "]", "\"", "'", "|", ">", "\t", "\n",
    "\n  ", ": ", ":", "? ", "\n---\n", "\n...\n", "%", "#", ",", "(", ")", "\\", "\r\n", "卡", "\0",
    "&a [*a, *a]\n", "{*a : *a}",
  ].map { Array($0.utf8) }

  static func mutant(
    _ seed: UInt64,
    changes: ClosedRange<Int> = 1...6,
    signs: [[UInt8]] = signs
  ) -> [UInt8] {
    var random = TestRandom(state: seed)
    var bytes = Array((acceptedTexts.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: changes, using: &random) {
      var place = Int.random(in: 0...bytes.count, using: &random)
      // Half of the changes come where a word may begin: there signs have their meaning.
      if Bool.random(using: &random), let blank = bytes[place...].firstIndex(of: UInt8(ascii: " "))
      {
        place = blank + 1
      }
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place < bytes.count:
        bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1 where place < bytes.count:
        bytes.removeSubrange(place..<min(place + 3, bytes.count))
      default:
        bytes.insert(contentsOf: signs.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  /// What `body` returns in a thread of its own; nil where that takes more than five seconds, ten
  /// thousand times what a parse of these texts takes.
  static func guarded<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value? {
    let box = ResultBox<Value>()
    Thread.detachNewThread { box.put(body()) }
    return box.take(within: 5)
  }

  @Test(arguments: [1, 2, 3])
  func loadReturnsOrThrows(_ part: UInt64) throws {
    let rounds = 2_000
    var accepted = 0
    try withFolder { folder in
      for round in 0..<rounds {
        let seed = part << 32 | UInt64(round)
        let path = try write(FuzzTests.mutant(seed), to: "fuzz.yaml", in: folder)
        let isAccepted = FuzzTests.guarded { (try? SourceTree.load(path: path)) != nil }
        guard let isAccepted else {
          Issue.record("seed \(seed) hangs")
          return
        }
        accepted += isAccepted ? 1 : 0
      }
    }
    // Both outcomes are met, or the mutations are too mild or too wild.
    #expect(rounds / 50...rounds * 4 / 5 ~= accepted)
  }

  /// The scan lets no anchor and no tag through and refuses none where the parser sees neither.
  @Test(arguments: [4, 5])
  func scanAgreesWithParser(_ part: UInt64) throws {
    let marks = ["&a ", "&b ", "!t ", "!t ", "- ", "\"", "'", "|\n", "# "].map { Array($0.utf8) }
    var marked = 0
    for round in 0..<2_000 {
      let seed = part << 32 | UInt64(round)
      // An alias as a key may hang the parser by itself: without them it can be asked.
      let bytes = FuzzTests.mutant(seed, changes: 1...2, signs: marks).filter {
        $0 != UInt8(ascii: "*") && $0 != 0
      }
      guard let text = String(validating: bytes, as: UTF8.self) else { continue }
      let fault = problem(in: text)?.fault
      guard let parser = try? Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8),
        let root = try? parser.singleRoot()
      else { continue }
      let isMarked = FuzzTests.isMarked(root)
      switch fault {
      case nil: #expect(!isMarked, "seed \(seed)")
      // The parser keeps no trace of a `!` by itself.
      case .tag("!"): break
      case .anchorOrAlias, .tag: #expect(isMarked, "seed \(seed)")
      default: break
      }
      marked += isMarked ? 1 : 0
    }
    // The test would say nothing if there were nothing to find.
    #expect(marked > 100)
  }

  private static func isMarked(_ node: Node) -> Bool {
    switch node {
    case .scalar(let scalar):
      node.anchor != nil || !["", "tag:yaml.org,2002:str"].contains(scalar.tag.description)
    case .sequence(let items):
      node.anchor != nil || !items.tag.description.isEmpty || items.contains(where: isMarked)
    case .mapping(let entries):
      node.anchor != nil || !entries.tag.description.isEmpty
        || entries.contains { isMarked($0.key) || isMarked($0.value) }
    case .alias: true
    }
  }

  /// Each level doubles; without the scan the parser would take longer than the sun will shine.
  @Test func nestedAliasesAsKeys() throws {
    var text = "a0: &a0 {x: y}\n"
    for level in 1...63 { text += "a\(level): &a\(level) {*a\(level - 1) : *a\(level - 1)}\n" }
    let bomb = text
    let found = try #require(FuzzTests.guarded { problem(in: bomb) })
    #expect(found?.fault == .anchorOrAlias("&a0"))
  }

  @Test func largeTextsAreQuick() throws {
    let nested = String(repeating: "[", count: 60)
    let wide = "{a: \(nested)" + String(repeating: "x, ", count: 300_000)
    let keys = (0..<100_000).map { "key \($0): {a: 1, b: 'c'}" }.joined(separator: "\n")
    for text in [wide, keys, String(repeating: "\"", count: 1_000_001)] {
      // Unoptimised, linear work took 1 to 5 s; copying the keys at each insertion took 40 s.
      let start = ContinuousClock.now
      _ = problem(in: text)
      #expect(ContinuousClock.now - start < .seconds(30))
    }
  }
}

/// One value handed from a thread to another.
private final class ResultBox<Value: Sendable>: Sendable {
  private let lock = NSCondition()
  private nonisolated(unsafe) var value: Value?

  func put(_ value: Value) {
    lock.withLock { self.value = value }
    lock.signal()
  }

  func take(within seconds: Double) -> Value? {
    let end = Date(timeIntervalSinceNow: seconds)
    return lock.withLock {
      while value == nil, lock.wait(until: end) {}
      return value
    }
  }
}
