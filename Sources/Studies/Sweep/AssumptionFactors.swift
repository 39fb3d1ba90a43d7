import ScenarioFiles

/// The assumptions of a scenario as factors of a sweep.
struct AssumptionFactors {
  /// Those that vary between the ends of their stated ranges.
  private(set) var factors: [SweepFactor] = []
  /// Those that cannot, by key.
  private(set) var left: [String] = []

  /// Takes every assumption that the scenario rests on, as `kakou check` lists them.
  init(_ loaded: LoadedScenario) {
    for used in loaded.customs?.assumptions ?? [] {
      guard let assumption = Assumption.named(used.key), let bounds = assumption.bounds,
        let ends = assumption.ends(of: used.value, folder: loaded.folder), ends.low != ends.high
      else {
        left.append(used.key)
        continue
      }
      factors.append(
        SweepFactor(
          key: "assumptions.\(used.key)",
          option: "--assumptions",
          levels: [ends.low, ends.high],
          assumption: used.key,
          base: used.value,
          shortLevels: [bounds.low, bounds.high]
        )
      )
    }
  }
}
