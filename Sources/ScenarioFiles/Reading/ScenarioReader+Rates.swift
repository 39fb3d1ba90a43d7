import ClearanceModel
import EventSimulation
import RandomVariates

/// Rates that are no single number: waves, and states that follow each other.
extension ScenarioReader {
  private static let forms = ["mean", "states"]

  /// `{mean, swing, period}` or `{states: […]}`.
  mutating func readVaryingRate(_ node: SourceNode) -> Flow.Arrivals? {
    guard let section = MappingReader(node, .rate, &problems) else { return nil }
    let forms = section.present(Self.forms)
    if forms.isEmpty { problems.add(.missingKeys(Self.forms, section: .rate), at: node.position) }
    if forms.count == 2 {
      problems.add(.conflictingKeys(forms), at: section.keyPosition("states"))
      return nil
    }
    guard forms == ["states"] else { return readWave(section) }
    for key in section.present(["swing", "period"]) {
      problems.add(.conflictingKeys(["states", key]), at: section.keyPosition(key))
    }
    guard let items = section.node("states")?.list("states", &problems) else { return nil }
    let states = items.compactMap { readRateState($0) }
    guard states.count == items.count else { return nil }
    if states.count < 2 {
      problems.add(.arrival(.tooFewStates(found: states.count)), at: items[0].position)
      return nil
    }
    guard states.contains(where: { $0.rate > 0 }) else {
      problems.add(.notPositive("0"), at: items[0].position)
      return nil
    }
    return .states(states)
  }

  private mutating func readWave(_ section: MappingReader) -> Flow.Arrivals? {
    guard let mean = section.node("mean").flatMap({ positiveRate($0) }) else { return nil }
    let swing = section.required("swing", &problems)?.value(&problems, parseShare)
    let period = positiveTime(section, "period")
    if section.node("period") == nil { _ = section.required("period", &problems) }
    guard let swing, let period else { return nil }
    return .waving(mean: mean, swing: swing, period: period)
  }

  private mutating func readRateState(_ node: SourceNode) -> ModulatedRate.State? {
    guard let section = MappingReader(node, .rateState, &problems) else { return nil }
    let rate = section.required("rate", &problems)?.value(&problems, parseRate)
    let leave = section.required("leave", &problems).flatMap { positiveRate($0) }
    guard let rate, let leave else { return nil }
    return ModulatedRate.State(rate: rate, leave: leave)
  }

  /// A rate that is more than nothing.
  private mutating func positiveRate(_ node: SourceNode) -> Double? {
    node.value(&problems) { (text) throws(ScenarioFault) in
      let rate = try parseRate(text)
      guard rate > 0 else { throw .notPositive(text) }
      return rate
    }
  }
}
