import ClearanceModel
import EventSimulation
import OutputAnalysis
import ScenarioFiles

/// Whether a place is offered so much that a limit on its wait cannot be kept in a steady-state run.
///
/// With a load of ρ above 1 who is served after a time t has waited t (1 − 1/ρ) on average, so that
/// the mean and the quantiles from the median on are about half the run times (1 − 1/ρ). Half of that
/// must still exceed the limit: whatever is nearer is left to the simulation. So is all that would
/// make the argument doubtful: places that turn trucks away, where they give up or overtake, and
/// places behind another one that is overloaded.
struct OverloadCheck {
  private let plan: ClearancePlan
  private let scenario: Scenario

  init(_ loaded: LoadedScenario) {
    plan = loaded.plan
    scenario = loaded.scenario
  }

  /// The places that limits on waits are about, each with its strictest limit [s].
  ///
  /// Empty where no load can decide, such as for runs without a warm-up.
  func waits(_ targets: [Target]) -> [(place: String, seconds: Double)] {
    guard scenario.horizon != nil, scenario.warmUp > .zero, plan.systemCapacity == nil else {
      return []
    }
    return targets.compactMap { target in
      guard target.side == .atMost,
        let measure = try? MeasureCatalogue(plan: plan, names: [target.measure]).measures.first,
        case .place(let index, classIndex: nil) = measure.subject,
        [.wait, .sojourn].contains(measure.quantity), measure.statistic.isCentralOrHigher
      else { return nil }
      let place = plan.places[index]
      guard place.discipline == .fifo, place.capacity == nil, place.station == nil else {
        return nil
      }
      return (place.name, target.limit)
    }
  }

  /// The place whose load decides; nil as a rule.
  func overload(_ targets: [Target], _ loads: [OfferedLoad]) -> Overload? {
    let overloaded = loads.filter { ($0.load ?? 0) >= 1 }
    guard overloaded.count == 1, let load = overloaded[0].load, load.isFinite,
      overloaded[0].leavers == .nobody, let horizon = scenario.horizon,
      let wait = waits(targets).first(where: { $0.place == overloaded[0].place })
    else { return nil }
    let seconds = Double(horizon.microseconds) / 1e6
    guard (1 - 1 / load) * seconds / 4 > wait.seconds else { return nil }
    return Overload(place: overloaded[0].place, load: load)
  }
}

extension Statistic {
  /// A mean, or a quantile from the median on.
  fileprivate var isCentralOrHigher: Bool {
    switch self {
    case .mean, .max: true
    case .quantile(let p): p >= 0.5
    default: false
    }
  }
}
