import ClearanceModel
import RandomVariates

/// Servers that fail or make way.
extension ScenarioCompiler {
  /// The failures of a station's servers, or of each of its lanes' servers.
  mutating func failures(of station: Station) -> FailurePlan? {
    guard let failures = station.failures else { return nil }
    let all = station.lanes.isEmpty ? [station.servers] : station.lanes.map(\.servers)
    if all.contains(.unlimited) {
      problems.add(.server(.unlimitedServersFail), at: failures.position)
      return nil
    }
    return FailurePlan(
      uptime: plan.samplers.add(failures.uptime.distribution),
      repair: plan.samplers.add(failures.repair.distribution),
      countsIdleTime: failures.countsIdleTime
    )
  }

  /// What is seized cannot be taken away.
  mutating func checkInterruptions(of name: Name) {
    guard let station = scenario.stations.first(where: { $0.name.text == name.text }) else {
      return
    }
    let reasons: [(Bool, ServerFault.Reason)] = [
      (station.failures != nil, .fails), (station.isPreemptive, .isPreemptive),
    ]
    for (holds, reason) in reasons where holds {
      problems.add(
        .server(.seizesInterruptible(station: name.text, reason: reason)),
        at: name.position
      )
    }
  }
}
