/// Courses that can be followed by hand.
extension ExactCase {
  static var deterministic: [ExactCase] { [atOnce, byHand] }

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

  /// The single-server queue that Law works out by hand, from given gaps and services.
  private static var byHand: ExactCase {
    ExactCase(
      id: "X-LAW-TRACE",
      model: "one server with given gaps and services, to the sixth start of service",
      source: "Law, Simulation Modeling and Analysis, section 1.4",
      values: [
        ExactValue(name: "Lq", measure: "desk.queue.mean", exact: 9.9 / 8.6, kind: .exactly),
        ExactValue(
          name: "utilisation",
          measure: "desk.utilisation.mean",
          exact: 7.7 / 8.6,
          kind: .exactly
        ),
      ],
      load: 1
    )
  }
}
