import EventSimulation

/// Reads what makes a run one of the steady state: its warm-up, and its batches.
extension ScenarioReader {
  /// `warm up`: a length of time, or `automatic`.
  mutating func readWarmUp(_ top: MappingReader, isUntilEmpty: Bool) {
    let word = "automatic"
    let found = top.value("warm up", &problems) { (text) throws(ScenarioFault) -> Int64? in
      if text == word { return nil }
      if let nearest = nearestName(to: text, in: [word]) {
        throw .unknownWord(text, key: "warm up", allowed: [word], nearest: nearest)
      }
      return try parseDuration(text)
    }
    guard let found else { return }
    guard let time = found else {
      scenario.findsWarmUp = !isUntilEmpty
      if isUntilEmpty {
        problems.add(.steadyState(.automaticUntilEmpty), at: top.keyPosition("warm up"))
      }
      return
    }
    scenario.warmUp = SimulatedTime(microseconds: time)
    if time > 0, isUntilEmpty {
      problems.add(.warmUpUntilEmpty, at: top.keyPosition("warm up"))
    } else if let horizon = scenario.horizon, scenario.warmUp >= horizon {
      problems.add(.warmUpTooLong(horizon: durationText(horizon)), at: top.keyPosition("warm up"))
    }
  }

  /// `batches`: parts of one long run.
  mutating func readBatches(_ top: MappingReader, isUntilEmpty: Bool) {
    scenario.batches = top.value("batches", &problems) { (text) throws(ScenarioFault) in
      // Fewer have hardly a spread, more are hardly independent.
      try parseCount(text, in: 5...1000)
    }
    guard scenario.batches != nil else { return }
    if isUntilEmpty {
      problems.add(.steadyState(.batchesUntilEmpty), at: top.keyPosition("batches"))
    }
    if scenario.replications > 1 {
      let found = scenario.replications
      problems.add(
        .steadyState(.batchesOfReplications(found: found)),
        at: top.keyPosition("replications")
      )
    }
  }
}
