import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of WaitFault, with the words of its sentence.
  static let waitFaults: [(fault: ScenarioFault, words: [String])] = [
    (.wait(.nothingChanges("class = aeo")), ["class = aeo", "queue at", "time of day"]),
    (.wait(.neverHolds("1 > 2")), ["1 > 2"]),
  ]
}
