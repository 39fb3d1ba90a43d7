import ClearanceModel
import OutputAnalysis
import ScenarioFiles

/// A target of a roster by the hour: on a wait at a place it must be kept in every clock hour, any
/// other over the whole day.
struct RosterTarget: Sendable {
  /// As it was asked.
  let target: Target
  /// The measures of the 24 hours; empty for a target over the whole day.
  let hourly: [Target]
  /// The measures of how many came in each hour; empty likewise.
  let counts: [String]

  init(_ target: Target, in plan: ClearancePlan) {
    self.target = target
    let names = [target.measure]
    let measure = try? MeasureCatalogue(plan: plan, names: names).measures.first
    guard let measure, case .place(let place, nil) = measure.subject, measure.quantity == .wait
    else {
      (hourly, counts) = ([], [])
      return
    }
    let word: String
    switch measure.statistic {
    // What must be kept in every hour is kept in the peak hour.
    case .peakHourMean: word = "mean"
    case .peakHourP95: word = "p95"
    case .peakHourShareWithin(let time): word = "share-within-" + time.text
    default: word = measure.statistic.word
    }
    let name = plan.places[place].name
    let hours = (0..<24).map { "\(name).wait.hour-\($0)-\(word)" }
    guard (try? MeasureCatalogue(plan: plan, names: hours)) != nil else {
      (hourly, counts) = ([], [])
      return
    }
    hourly = hours.map {
      Target(measure: $0, side: target.side, limit: target.limit, unit: target.unit)
    }
    counts = (0..<24).map { "\(name).wait.hour-\($0)-count" }
  }
}
