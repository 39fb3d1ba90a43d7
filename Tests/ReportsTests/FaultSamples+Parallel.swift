import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ParallelFault, with the words of its sentence.
  static let parallelFaults: [(fault: ScenarioFault, words: [String])] =
    [
      (.parallel(.goToAcross(step: "review")), ["go to", "review", "do in parallel"]),
      (.parallel(.goToAcross(step: "end")), ["go to", "do in parallel"]),
      (.parallel(.setTwice(attribute: "mass")), ["mass", "do in parallel"]),
      (.parallel(.setsShared(attribute: "result")), ["result", "do in parallel"]),
      (.parallel(.releaseAcross(station: "gate")), ["gate", "do in parallel"]),
      (.parallel(.differentQueues(station: "dock", other: "crane")), ["dock", "crane", "queue"]),
    ]
    + SeizeObstacle.allCases.map { reason in
      (.parallel(.cannotSeizeTogether(station: "dock", reason: reason)), ["dock"])
    }
}
