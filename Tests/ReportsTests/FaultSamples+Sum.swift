import ClearanceModel
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of SumFault, with the words of its sentence.
  static let sumFaults: [(fault: ScenarioFault, words: [String])] = [
    (
      .sum(
        .otherKind(
          "detected",
          found: .weight,
          first: .number,
          at: SourcePosition(line: 12, column: 5)
        )
      ),
      ["detected", "12"]
    ),
    (
      .sum(
        .otherWhole(
          "detected",
          found: "inspected",
          first: "non-compliant",
          at: SourcePosition(line: 12, column: 5, file: "spot-check.yaml")
        )
      ),
      ["detected", "inspected", "non-compliant", "12", "spot-check.yaml"]
    ),
    (
      .sum(.wholeOfOtherKind("treated", .weight, whole: "trucks", .number)),
      ["treated", "trucks"]
    ),
    (
      .sum(.nameOfCounter("lifted", at: SourcePosition(line: 9, column: 5, override: "a.b=c"))),
      ["lifted", "--set a.b=c"]
    ),
  ]
}
