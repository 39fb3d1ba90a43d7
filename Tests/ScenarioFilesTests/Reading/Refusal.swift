import Testing

@testable import ScenarioFiles

/// A scenario that is accepted; each test of a refusal changes one thing in it.
let acceptedGate = """
  scenario: gates
  runs for: 10 h
  classes: [aeo, ordinary]
  stations:
    gate: {servers: 2}
    row: {lanes: [{name: l1}, {name: l2}]}
    yard: {servers: 3}
  arrivals:
    trucks:
      rate: 50 per h
      class: {aeo: 30%, ordinary: 70%}
      procedure: pass
  procedures:
    pass:
      - name: first
        serve at: gate
        for: exponential(4 min)
      - serve at: row
        for: 1 min
      - seize: yard
      - delay for: 2 min
      - release: yard

  """

/// What becomes what in the accepted scenario, and the faults for which it is refused then.
typealias RefusalCase = (old: String, new: String, faults: [ScenarioFault])

/// All that is wrong with a text; empty where it is accepted.
func problems(in text: String, set overrides: [String] = []) -> [ScenarioProblem] {
  do throws(ScenarioProblems) {
    _ = try LoadedScenario.parse(text, file: "test.yaml", overrides: overrides)
    return []
  } catch {
    return error.problems
  }
}

/// A text without its mark `«`, and where that stood.
func unmarked(_ text: String) -> (text: String, position: SourcePosition?) {
  guard let mark = text.firstIndex(of: "«") else { return (text, nil) }
  let lines = text[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
  let column = (lines.last?.unicodeScalars.count ?? 0) + 1
  return (text.replacing("«", with: ""), SourcePosition(line: lines.count, column: column))
}

/// Expects that the accepted scenario is refused once `old` has become `new`.
///
/// Each `«` in `new` marks the place of one fault and is not part of the text.
func expectRefusal(
  _ old: String,
  _ new: String,
  _ faults: [ScenarioFault],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let count = acceptedGate.ranges(of: old).count
  #expect(count == 1, "\(old) occurs \(count) times", sourceLocation: sourceLocation)
  var line = 1
  var column = 1
  var text = ""
  var expected: [ScenarioProblem] = []
  for scalar in acceptedGate.replacing(old, with: new).unicodeScalars {
    if scalar == "«" {
      let position = SourcePosition(line: line, column: column)
      let fault = expected.count < faults.count ? faults[expected.count] : .isEmpty
      expected.append(ScenarioProblem(file: "test.yaml", position: position, fault: fault))
      continue
    }
    text.unicodeScalars.append(scalar)
    column += 1
    if scalar == "\n" { (line, column) = (line + 1, 1) }
  }
  #expect(expected.count == faults.count, "as many marks as faults", sourceLocation: sourceLocation)
  let found = problems(in: text)
  #expect(found == expected, sourceLocation: sourceLocation)
}
