/// Queues that are chosen.
extension SizedCase {
  static var familyU: [SizedCase] {
    [0.5, 0.8].map { load in
      let queues = ShorterQueue(load: load)
      return SizedCase(
        "U-JSQ2-\(load)",
        "two M/M/1, the shorter queue is joined, load \(load)",
        "Haight, Biometrika 45 (1958); balance equations of both queues",
        load: load,
        .queue(2, 2 * load, .stay),
        [
          .mean("L", "gate.present.mean", queues.present),
          .minutes("T", "gate.sojourn.mean", queues.stay),
        ]
      )
    }
  }
}
