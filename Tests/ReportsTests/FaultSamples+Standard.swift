import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of StandardFault, with the words of its sentence.
  static let standardFaults: [(fault: ScenarioFault, words: [String])] = [
    (.standard(.noPeakHour(place: "gate")), ["gate", "in: peak hour"]),
    (
      .standard(.notMeasured("gate[aeo].wait.share-within-10min")),
      ["gate[aeo].wait.share-within-10min"]
    ),
  ]
}
