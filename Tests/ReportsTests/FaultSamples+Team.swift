import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of TeamFault, with the words of its sentence.
  static let teamFaults: [(fault: ScenarioFault, words: [String])] =
    TeamFault.Reason.allCases.map {
      (.team(.cannotServe(station: "yard", reason: $0)), ["yard"])
    } + [
      (.team(.seizesSeveral(station: "yard", count: 2)), ["yard", "2"]),
      (.team(.seizesTogether(station: "yard")), ["yard"]),
    ]
}
