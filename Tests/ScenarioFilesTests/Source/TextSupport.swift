import Foundation

@testable import ScenarioFiles

/// The first problem of a text; nil where it is accepted.
func problem(in text: String) -> ScenarioProblem? {
  do throws(ScenarioProblems) {
    _ = try SourceTree.parse(text, file: "test.yaml")
    return nil
  } catch {
    return error.problems.first
  }
}

/// The fault that `body` throws; nil where it returns.
func fault<Value>(_ body: () throws(ScenarioFault) -> Value) -> ScenarioFault? {
  do throws(ScenarioFault) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

/// Runs `body` with the path of a folder that is deleted afterwards.
func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "scenario-files-\(ProcessInfo.processInfo.globallyUniqueString)"
  )
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Writes bytes to a file of a folder and returns its path.
func write(_ bytes: some Sequence<UInt8>, to name: String, in folder: String) throws -> String {
  let path = "\(folder)/\(name)"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return path
}

/// SplitMix64, so that a failing case can be repeated from its seed.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Scenario texts that are accepted, rich in what YAML can do.
let acceptedTexts = [
  """
  scenario: four-lane gate
  runs for: 2000 h     # or  runs until: empty
  stations:
    gate:       {servers: 4}
    "inspection": {servers: 3, queue: priority, when: [a, 'b, c', "d}"]}
  arrivals:
    trucks:
      rate: 50 per h
      class: {aeo: 30%, ordinary: 70%}
  procedures:
    pass:
      - serve at: gate
        for: "uniform(1 min, 2 min)"
      - choose:
          - share: 15%
            do:
              - - serve at: gate
                - serve at: gate
  """,
  """
  ---
  # 卡口
  卡口:
    车道: [一, 二]
    note: |
      literal: &not *an !alias
        {deeper
    folded: >-2
        text
    plain: goes on
      *here, "with a quote
      & so on
    last: 'it''s # not a comment'
  """,
  """
  a:
  - b: 1
    c:
    - - d
      - e: {f: [1, {g: h}], "i": j}
  -   k
  empty:
  tilde: ~
  "x\\ty": "\\u5361\\
     joined"
  """,
]
