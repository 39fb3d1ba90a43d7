import ClearanceModel
import ClearancePipeline
import ClearanceRecords

/// What stands out in the results of a run.
enum Findings {
  /// The station with the largest share of all waiting; nil where nobody waits, or where the
  /// measures that tell were not asked for.
  static func bottleneck(
    _ measures: [MeasureRecord],
    _ plan: ClearancePlan
  ) -> RunResult.Bottleneck? {
    var total = 0.0
    var best: (place: String, waiting: Double)?
    for place in plan.places where place.station == nil {
      // Time spent waiting is the area under the queue: mean length times the same time for all.
      guard let queue = estimate("\(place.name).queue.mean", measures) else { continue }
      total += queue
      if queue > best?.waiting ?? 0 { best = (place.name, queue) }
    }
    return best.map { RunResult.Bottleneck(place: $0.place, share: $0.waiting / total) }
  }

  /// What a planner should know before trusting the results.
  static func warnings(
    _ results: RunResults,
    _ measures: [MeasureRecord],
    _ plan: ClearancePlan,
    loads: [OfferedLoad]
  ) -> [RunWarning] {
    let unstable = CheckStudy.unstable(loads)
    var warnings = plan.horizon == nil ? [] : unstable
    if results.finished.count == 1 { warnings.append(.noInterval) }
    for place in plan.places where place.station == nil {
      let name = "\(place.name).wait.mean"
      guard let record = measures.first(where: { $0.name == name }),
        let estimate = record.estimate, let halfWidth = record.halfWidth, estimate > 0
      else { continue }
      let relative = halfWidth / estimate
      if relative > 0.1 { warnings.append(.wideInterval(measure: name, relative: relative)) }
    }
    if results.stuck > 0 { warnings.append(.stuck(replications: results.stuck)) }
    if results.deadlocks > 0 {
      let names = results.deadlocked.map { plan.places[$0].name }
      warnings.append(.deadlock(replications: results.deadlocks, stations: names))
    }
    // A population is inside to the end.
    let population = plan.flows.reduce(0) { $0 + Int($1.population) }
    let inside = max(0, Int(results.inside) - population * results.finished.count)
    if inside > 0, results.trucks > 0 {
      let share = Double(inside) / Double(results.trucks)
      // A steady run always has some inside; one in a hundred is worth a word.
      guard share >= 0.01 else { return warnings }
      let perReplication = Double(inside) / Double(results.finished.count)
      warnings.append(.stillInside(trucks: perReplication, share: share))
    }
    return warnings
  }

  /// The longest wait at each place in any replication [s].
  static func longestWaits(_ results: RunResults, _ plan: ClearancePlan) -> [String: Double] {
    var longest: [String: Double] = [:]
    for place in plan.places {
      longest[place.name] = results.estimates.highest("\(place.name).wait.max")
    }
    return longest
  }

  private static func estimate(_ name: String, _ measures: [MeasureRecord]) -> Double? {
    measures.first { $0.name == name }?.estimate
  }
}
