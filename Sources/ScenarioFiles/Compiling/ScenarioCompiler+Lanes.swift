import ClearanceModel

/// Stations whose lanes tell trucks apart by the words of attributes.
extension ScenarioCompiler {
  /// Every lane gets trucks, and every truck finds a lane, as far as words are known.
  mutating func checkWords(_ station: Station, at index: Int) {
    let lanes = plan.places[index].lanes
    var isUsed = lanes.map { _ in false }
    var isVisited = false
    var refused: [String] = []
    for (kind, places) in visits where places[index] {
      isVisited = true
      var isTaken = false
      for (number, lane) in lanes.enumerated() where takes(lane, kind) {
        isUsed[number] = true
        isTaken = true
      }
      let flow = plan.flows[kind.flow].name
      guard !isTaken, !refused.contains(flow) else { continue }
      refused.append(flow)
      problems.add(
        .attribute(
          .wordsWithoutLane(station: station.name.text, flow: flow, words: words(of: kind, lanes))
        ),
        at: station.name.position
      )
    }
    for (lane, isUsed) in zip(station.lanes, isUsed) where isVisited && !isUsed {
      problems.add(.laneWithoutTrucks(lane: lane.name.text), at: lane.name.position)
    }
  }

  /// Whether a lane may take trucks of a kind; a word that is not known may fit.
  private func takes(_ lane: Int, _ kind: TruckKind) -> Bool {
    let place = plan.places[lane]
    guard place.takes.isEmpty || place.takes[kind.classIndex] else { return false }
    return place.takesWords.allSatisfy { mask in
      guard let word = kind.words[Int(mask.attribute)] else { return true }
      return mask.words & 1 << UInt64(word) != 0
    }
  }

  /// What the lanes look at, as `ATTRIBUTE = WORD`.
  private func words(of kind: TruckKind, _ lanes: Range<Int>) -> [String] {
    let asked = lanes.flatMap { plan.places[$0].takesWords.map { Int($0.attribute) } }
    return plan.attributes.indices.compactMap { index in
      guard asked.contains(index), let word = kind.words[index] else { return nil }
      return "\(plan.attributes[index].name) = \(plan.attributes[index].words[word])"
    }
  }
}
