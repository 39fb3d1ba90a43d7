import ClearanceModel
import EventSimulation
import ScenarioFiles

/// `kakou check`: what a scenario says, and the load it puts on its stations.
public enum CheckStudy {
  /// Reads a scenario, and finds the load of every station.
  ///
  /// - Throws: ``StudyError`` for a wrong scenario.
  public static func check(_ options: RunOptions) async throws -> CheckResult {
    let preparation = try Preparation(options)
    let loaded = preparation.loaded
    let found = try await loads(
      of: loaded.plan,
      seed: loaded.scenario.seed,
      workers: options.workers
    )
    return CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: found.loads,
      warnings: unstable(found.loads),
      customs: loaded.customs,
      freeFlow: found.sample
    )
  }

  /// The loads of a plan: computed where chances are known, else measured where nobody waits.
  static func loads(
    of plan: ClearancePlan,
    seed: UInt64,
    workers: Int,
    replications: Int? = nil
  ) async throws -> (loads: [OfferedLoad], sample: FreeFlowSample?) {
    guard plan.needsFreeFlow else {
      let loads = TrafficEquations(plan).loads.withoutClosedFlows(of: plan)
      guard !plan.teams.isEmpty else { return (loads, nil) }
      let length = min(TrafficEquations.demand(of: plan).length, 9e18)
      let end = SimulatedTime(microseconds: Int64(length))
      return (loads.withTeams(of: plan, until: end), nil)
    }
    let run = replications.map { FreeFlow(plan, replications: $0) } ?? FreeFlow(plan)
    let loads = try await run.loads(seed: seed, workers: workers)
    let listed = loads.withoutClosedFlows(of: plan)
    return (listed.withTeams(of: plan, until: run.sample.length), run.sample)
  }

  /// Stations that are offered as much as they can do, or more.
  static func unstable(_ loads: [OfferedLoad]) -> [RunWarning] {
    loads.compactMap { load in
      // Where trucks give up a queue does not grow for ever.
      guard let share = load.load, share >= 1, load.leavers != .all else { return nil }
      return .unstable(place: load.place, load: share)
    }
  }
}

extension ClearancePlan {
  /// Whether ways and times depend on what only a run can tell.
  ///
  /// What is held meanwhile is held until the longest of several branches is over.
  fileprivate var needsFreeFlow: Bool {
    !attributes.isEmpty || !collections.isEmpty || steps.contains { $0.kind == .fork }
  }
}
