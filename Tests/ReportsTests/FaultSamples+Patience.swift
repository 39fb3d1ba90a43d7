import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of PatienceFault, with the words of its sentence.
  static let patienceFaults: [(fault: ScenarioFault, words: [String])] = [
    (
      .patience(.nobodyLeaves(station: "gate")),
      ["gate", "on leaving", "patience", "leaves if queue over", "capacity"]
    )
  ]
}
