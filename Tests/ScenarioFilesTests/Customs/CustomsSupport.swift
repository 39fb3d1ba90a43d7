import Testing

@testable import ScenarioFiles

/// A zone with one gate that every customs check accepts; tests change one thing in it.
let acceptedZone = """
  scenario: a zone
  starts: 2024-03-04
  runs for: 7 d
  zone: example
  gates:
    main:
      queue space: 120 m
      open: 07:30-20:00
      lanes:
        - {name: in-1, way: in, serves: [declared], technology: automatic}
        - {name: in-2, way: in, serves: [not-declared, sundries], technology: contactless}
        - {name: out-1, way: out, technology: manual}
        - {name: cars-in, way: in, serves: [cars]}
        - {name: cars-out, way: out, serves: [cars]}
  yard:
    bays: 4
    open: {mon-fri: [08:00-12:00, 13:30-18:00], sat: 09:00-12:00}
    scanner: {machines: 1, open: 08:00-12:00}
  firms:
    parts: {credit: aeo, share: 20%, declares: monthly}
    others: {credit: general, share: 80%}
  flows:
    goods:
      visits per day: 100
      weekend factor: 0.25
      profile: qinhuangdao
      convoys: 1
      vehicles: {van: 25%, truck: 35%, semi: 40%}
      papers: {declared: 45%, batch: 25%, by-status: 15%, sundries: 15%}
    cars: {cars per day: 1200, weekend factor: 0.3}
  policy:
    consolidated declaration: {default: per shipment}
  assumptions:
    weight tolerance: 4%

  """

/// What became of a scenario's customs words, before its general words are read.
func expansion(of text: String) throws -> CustomsExpansion {
  let tree = try SourceTree.parse(text, file: "test.yaml")
  return CustomsExpansion(tree, folder: "", problems: ProblemList(file: "test.yaml"))
}

/// Expects that the accepted zone is refused once `old` has become `new`.
///
/// Each `«` in `new` marks the place of one fault and is not part of the text.
func expectCustomsRefusal(
  _ old: String,
  _ new: String,
  _ faults: [ScenarioFault],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let count = acceptedZone.ranges(of: old).count
  #expect(count == 1, "\(old) occurs \(count) times", sourceLocation: sourceLocation)
  var (line, column) = (1, 1)
  var text = ""
  var expected: [ScenarioProblem] = []
  for scalar in acceptedZone.replacing(old, with: new).unicodeScalars {
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
  let found = try expansion(of: text).problems.problems.problems
  #expect(found == expected, sourceLocation: sourceLocation)
}

extension SourceNode {
  /// The node at the end of a path of keys; a number is an index of a list.
  func at(_ path: String...) -> SourceNode? {
    path.reduce(Optional(self)) { node, key in
      if let index = Int(key), let items = node?.items {
        return items.indices.contains(index) ? items[index] : nil
      }
      return node?[key]
    }
  }

  /// The texts of a list.
  var texts: [String] { (items ?? []).compactMap(\.text) }
}
