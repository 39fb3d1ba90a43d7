import ClearanceRecords
import EventSimulation

/// Attributes and documents with the names of the shipped procedures.
let paperAttributes: [RunNames.Attribute] = [
  .init(name: "vehicle", words: ["van", "truck", "semi"], isDocument: false),
  .init(name: "firm", words: ["parts-a", "others"], isDocument: false),
  .init(name: "direction", words: ["in", "out"], isDocument: false),
  .init(name: "mismatch", words: ["none", "plate", "weight"], isDocument: false),
  .init(name: "measured", words: [], isDocument: false),
  .init(name: "slips", words: [], isDocument: false),
  .init(name: "form in", words: formStates, isDocument: true),
  .init(name: "form out", words: formStates, isDocument: true),
  .init(
    name: "inspection",
    words: ["none", "ordered", "scanned", "seen", "unpacked", "released", "detained"],
    isDocument: true
  ),
  .init(
    name: "declaration",
    words: ["draft", "submitted", "automatic review", "manual review", "released"],
    isDocument: true
  ),
  .init(
    name: "sample",
    words: ["none", "drawn", "testing", "passed", "failed", "treated"],
    isDocument: true
  ),
]

private let formStates = [
  "draft", "applied", "approved", "returned", "at-gate", "refused", "held", "passed",
]

/// What truck imports#7 and exports#8 did with their papers; times in minutes.
///
/// Truck 7 is refused once on its way in, inspected twice, tested, and makes one slip, which
/// companion 1 takes out at 60 min; companion 2, sent by it, declares. Truck 8 makes two slips that
/// nobody has declared yet, and its form is returned.
func addPapers(to batch: inout RecordBatch) {
  func changes(
    _ truck: UInt32,
    _ document: String,
    companion: UInt32 = 0,
    _ states: [(Int64, String)]
  ) {
    guard let index = paperAttributes.firstIndex(where: { $0.name == document }) else { return }
    for (minute, state) in states {
      guard let word = paperAttributes[index].words.firstIndex(of: state) else { continue }
      batch.transitions.append(
        TransitionRow(
          truck: truck,
          flow: truck == 7 ? 0 : 1,
          classIndex: truck == 7 ? 1 : 0,
          companion: companion,
          document: UInt16(index),
          state: UInt16(word),
          at: .minutes(minute)
        )
      )
    }
  }
  changes(
    7,
    "form in",
    [
      (8, "applied"), (9, "approved"), (12, "at-gate"), (13, "refused"), (14, "applied"),
      (15, "approved"), (16, "at-gate"), (18, "passed"),
    ]
  )
  changes(7, "inspection", [(10, "ordered"), (19, "scanned"), (20, "released")])
  changes(7, "form out", [(40, "applied"), (41, "approved")])
  changes(7, "inspection", [(50, "ordered"), (52, "seen"), (55, "unpacked"), (56, "detained")])
  changes(7, "sample", [(20, "drawn"), (22, "testing"), (52, "failed"), (58, "treated")])
  changes(
    7,
    "declaration",
    companion: 2,
    [(61, "submitted"), (61, "manual review"), (70, "released")]
  )
  changes(8, "form in", [(110, "applied"), (111, "returned")])

  func carries(_ truck: UInt32, companion: UInt32 = 0, _ values: [(UInt16, Double)]) {
    for (attribute, value) in values {
      batch.attributes.append(
        AttributeRow(
          truck: truck,
          flow: truck == 7 ? 0 : 1,
          attribute: attribute,
          companion: companion,
          value: value
        )
      )
    }
  }
  carries(7, [(0, 2), (1, 1), (2, 1), (3, 2), (4, 17_950.5)])
  carries(7, companion: 2, [(1, 1), (5, 3)])

  func gathers(_ truck: UInt32, pile: UInt32, closing: UInt32, _ minute: Int64) {
    batch.gathered.append(
      GatheredRow(
        truck: truck,
        flow: truck == 7 ? 0 : 1,
        classIndex: truck == 7 ? 1 : 0,
        collection: 1,
        pile: pile,
        closing: closing,
        at: .minutes(minute)
      )
    )
  }
  gathers(7, pile: 3, closing: 0, 18)
  gathers(8, pile: 3, closing: 1, 112)
  gathers(8, pile: 3, closing: .max, 113)

  batch.companions = [
    CompanionRow(
      number: 1,
      truck: 7,
      flow: 0,
      classIndex: 1,
      firstStep: 2,
      collection: 1,
      pile: 3,
      closing: 0,
      gathered: 3,
      startedAt: .minutes(60),
      endedAt: .minutes(60)
    ),
    CompanionRow(
      number: 2,
      parent: 1,
      truck: 7,
      flow: 0,
      classIndex: 1,
      firstStep: 2,
      collection: noPlace,
      pile: 0,
      closing: 0,
      gathered: 0,
      startedAt: .minutes(60),
      endedAt: .never
    ),
  ]
}

extension RecordBatch {
  /// Forgets what is recorded with `passages` beside visits and trucks.
  mutating func removePapers() {
    transitions = []
    attributes = []
    gathered = []
    companions = []
    consignments = []
  }
}
