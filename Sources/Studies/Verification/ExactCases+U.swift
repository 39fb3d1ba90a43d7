/// Queues that are chosen.
extension ExactCase {
  static var familyU: [ExactCase] { [shortestQueue] }

  /// The chain of both queues, truncated at 200 and solved.
  private static var shortestQueue: ExactCase {
    ExactCase(
      id: "U-JSQ2-0.8",
      model: "two M/M/1, the shorter queue is joined, load 0.8",
      source: "balance equations of both queue lengths, truncated",
      values: [
        ExactValue(name: "L", measure: "gate.present.mean", exact: 4.729179, kind: .mean),
        ExactValue(name: "W", measure: "gate.sojourn.mean", exact: 60 * 2.955737, kind: .mean),
      ],
      load: 0.8
    )
  }
}
