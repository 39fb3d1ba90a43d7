import ClearanceModel

/// Stations whose servers take several trucks at a time.
extension ScenarioCompiler {
  /// One server cannot be kept by some of those whom it has served.
  mutating func checkTogether() {
    guard problems.isEmpty, let mayBeBlocked = plan.placesThatMayBeBlocked else { return }
    for station in scenario.stations where station.together != nil {
      guard let index = stationIndex[station.name.text], mayBeBlocked[index] else { continue }
      problems.add(
        .service(.blockedTogether(station: station.name.text)),
        at: station.name.position
      )
    }
  }
}
