import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ServerFault, with the words of its sentence.
  static let serverFaults: [(fault: ScenarioFault, words: [String])] = [
    (.server(.preemptiveWithoutPriority), ["queue: priority"]),
    (.server(.blocksWithoutCapacity), ["capacity"]),
    (.server(.goesFirstBySeveral(found: 2)), ["2"]),
    (.server(.goesFirstElsewhere), ["goes first", "queue: fifo", "queue: priority", "preemptive"]),
    (.server(.unlimitedServersFail), []),
    (.server(.failsAtOnce("constant(0 s)")), ["constant(0 s)", "0"]),
    (.server(.seizesInterruptible(station: "gate", reason: .fails)), ["gate", "serve at"]),
    (.server(.seizesInterruptible(station: "gate", reason: .isPreemptive)), ["gate", "serve at"]),
  ]
}
