import ClearanceModel
import ClearancePipeline
import OutputAnalysis

extension PrecisionWatch {
  /// A watch over the measures that were chosen, else over the mean waits at all stations and the
  /// mean times to clearance of all flows.
  ///
  /// - Throws: ``StudyError/precision(_:)`` for a measure that never has an interval.
  init(
    _ catalogue: MeasureCatalogue,
    _ plan: ClearancePlan,
    relative: Double,
    areChosen: Bool,
    confidence: Double,
    atMost: Int?
  ) throws(StudyError) {
    let all = catalogue.measures
    let indices =
      areChosen ? Array(all.indices) : all.indices.filter { all[$0].isUsuallyWatched(in: plan) }
    for index in indices where all[index].quantity == .makespan && all[index].statistic == .max {
      throw .precision(.noInterval(measure: all[index].name))
    }
    self.init(
      measures: indices,
      relative: relative,
      // Who asks for a measure by name has his reasons; a second more or less at a place where
      // hardly anybody waits is no reason to go on for hours.
      floors: indices.map { _ in areChosen ? 0 : PrecisionOutcome.floor },
      confidence: confidence,
      atMost: atMost ?? ReplicationControl.usualMost
    )
  }
}

extension Measure {
  /// Whether it is the mean wait at a station or the mean time to clearance of a flow.
  func isUsuallyWatched(in plan: ClearancePlan) -> Bool {
    guard statistic == .mean else { return false }
    switch (subject, quantity) {
    case (.place(let index, classIndex: nil), .wait):
      // Nobody waits where there are as many servers as trucks.
      return plan.places[index].station == nil && plan.places[index].servers != .unlimited
    case (.flow(_, classIndex: nil), .clearance): return true
    default: return false
    }
  }
}
