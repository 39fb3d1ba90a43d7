/// Courses that can be followed by hand.
extension ExactCase {
  static var deterministic: [ExactCase] { [atOnce] }

  /// Waits 0, 0, 0, 4, 4, 4, 8, 8, 8, 12 minutes.
  private static var atOnce: ExactCase {
    ExactCase(
      id: "X-DET",
      model: "D/D/3, ten at once",
      source: "by hand",
      values: [
        ExactValue(name: "Wq", measure: "gate.wait.mean", exact: 288, kind: .exactly),
        ExactValue(name: "Wq max", measure: "gate.wait.max", exact: 720, kind: .exactly),
        ExactValue(name: "makespan", measure: "zone.makespan.mean", exact: 960, kind: .exactly),
      ],
      load: 1
    )
  }
}
