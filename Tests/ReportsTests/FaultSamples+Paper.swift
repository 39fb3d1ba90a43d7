import ClearanceModel
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of PaperFault, with the words of its sentence.
  static let paperFaults: [(fault: ScenarioFault, words: [String])] = [
    (.papers(.noBooks), ["firms", "movements"]),
    (.papers(.otherWay(movement: "batch-out", way: "in")), ["batch-out", "in"]),
    (
      .papers(.statusNotMoved(status: "bonded", movement: "by-status-out")),
      ["bonded", "by-status-out"]
    ),
    (.papers(.notOfKind(attribute: "load", .weight)), ["load"]),
    (.papers(.otherWords(attribute: "refusal", expected: ["none", "book"])), ["refusal", "book"]),
    (.papers(.noFirmAttribute), ["firm"]),
    (.papers(.firmWithoutBook("acme")), ["acme"]),
  ]
}
