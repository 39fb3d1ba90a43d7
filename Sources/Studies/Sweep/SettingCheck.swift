import ScenarioFiles

/// Lets the scenario read every value of every factor before anything runs.
struct SettingCheck: Sendable {
  private let options: SweepOptions

  init(_ options: SweepOptions) {
    self.options = options
  }

  /// Reads the scenario once with each value.
  ///
  /// - Returns: all values that are refused, in their order.
  func refusals(_ factors: [SweepFactor]) async -> [SweepFault.RefusedValue] {
    let values = factors.flatMap { factor in factor.levels.map { (factor, $0) } }
    return await withTaskGroup(of: (Int, SweepFault.RefusedValue?).self) { group in
      // Each reads the file anew: as many at a time as there are workers.
      let width = max(1, min(options.workers, values.count))
      for first in 0..<width {
        group.addTask { (first, refusal(of: values[first].1, values[first].0)) }
      }
      var next = width
      var found: [(Int, SweepFault.RefusedValue)] = []
      for await (index, refused) in group {
        if let refused { found.append((index, refused)) }
        if next < values.count {
          let index = next
          group.addTask { (index, refusal(of: values[index].1, values[index].0)) }
          next += 1
        }
      }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func refusal(of value: String, _ factor: SweepFactor) -> SweepFault.RefusedValue? {
    let setting = factor.setting(value)
    do {
      _ = try LoadedScenario.load(
        path: options.scenario,
        overrides: options.overrides + [setting]
      )
      return nil
    } catch {
      return SweepFault.RefusedValue(
        option: factor.option,
        setting: setting,
        problems: error,
        isAssumption: factor.assumption != nil
      )
    }
  }
}
