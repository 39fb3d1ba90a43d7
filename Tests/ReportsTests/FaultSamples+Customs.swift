import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of CustomsFault, with the words of its sentence.
  static let customsFaults: [(fault: ScenarioFault, words: [String])] = [
    (.customs(.hitsWithoutBays), [])
  ]
}
