import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ServiceFault, with the words of its sentence.
  static let serviceFaults: [(fault: ScenarioFault, words: [String])] = [
    (
      .service(.togetherInterrupted(words: "on closing: return to queue")),
      ["on closing: return to queue", "serves together"]
    ),
    (.service(.neverFills(count: 5, room: 4)), ["5", "4"]),
    (.service(.blockedTogether(station: "ferry")), ["ferry"]),
    (.service(.seizedTogether(station: "ferry")), ["ferry"]),
    (.service(.seizedByLength(station: "desk")), ["desk"]),
  ]
}
