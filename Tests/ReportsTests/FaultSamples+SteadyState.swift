import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of SteadyStateFault, with the words of its sentence.
  static let steadyStateFaults: [(fault: ScenarioFault, words: [String])] = [
    (.steadyState(.automaticUntilEmpty), ["runs for"]),
    (.steadyState(.batchesUntilEmpty), ["runs for"]),
    (.steadyState(.batchesOfReplications(found: 12)), ["12", "replications: 1"]),
  ]
}
