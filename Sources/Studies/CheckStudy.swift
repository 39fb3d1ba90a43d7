import ClearanceModel
import ScenarioFiles

/// `kakou check`: what a scenario says, and the load it puts on its stations.
public enum CheckStudy {
  /// Reads a scenario without running it.
  public static func check(_ options: RunOptions) throws(StudyError) -> CheckResult {
    let preparation = try Preparation(options)
    let loads = TrafficEquations(preparation.loaded.plan).loads
    return CheckResult(
      scenario: preparation.loaded.scenario,
      plan: preparation.loaded.plan,
      loads: loads,
      warnings: unstable(loads)
    )
  }

  /// Stations that are offered as much as they can do, or more.
  static func unstable(_ loads: [OfferedLoad]) -> [RunWarning] {
    loads.compactMap { load in
      guard let share = load.load, share >= 1 else { return nil }
      return .unstable(place: load.place, load: share)
    }
  }
}
