import ClearancePipeline
import ClearanceRecords
import EventSimulation
import OutputAnalysis

/// What the first replications of a design point have shown.
public struct PointResult: Sendable {
  /// Replications 1 … so many.
  public let replications: Int
  /// The run in the results file; nil where nothing is recorded, or not yet.
  public let run: Int64?
  /// The replications' fingerprints, folded in their order.
  public let fingerprint: Fingerprint
  /// Names and units of the measures, in the order of the values.
  let measures: [(name: String, unit: String)]
  /// By replication, then by measure.
  let table: [[Double?]]
  /// Simulated here: the estimates over exactly these replications.
  let estimates: MeasureEstimates?
  /// Read from the results file: the estimates over exactly these replications.
  let stored: [MeasureRecord]
  /// By replication, then by measure looked at.
  let distributions: [[QuantileSketch]]
  let lookedAt: [String]

  /// The values of a measure in replications 1, 2 …; nil where a replication had none.
  ///
  /// The measure must be one of those looked at, or one that is always computed.
  public func values(_ measure: String) -> [Double?] {
    let index = index(of: measure)
    return table.map { $0[index] }
  }

  /// The estimate of a measure with its interval.
  ///
  /// A quantile of which one replication has too few observations is taken from all together.
  public func estimate(_ measure: String, confidence: Double) -> MeasureRecord {
    if let record = estimates?.record(named: measure, confidence: confidence) { return record }
    if let record = stored.first(where: { $0.name == measure }),
      record.confidence == confidence || record.pooled
    {
      return record
    }
    let index = index(of: measure)
    let tally = Tally(table.compactMap { $0[index] })
    let interval = StudentInterval(tally, confidence: confidence)
    return MeasureRecord(
      name: measure,
      unit: measures[index].unit,
      estimate: interval?.estimate,
      halfWidth: interval?.halfWidth,
      confidence: confidence,
      replications: tally.count,
      pooled: false
    )
  }

  /// Whether an estimate is a quantile of all replications together.
  public func isPooled(_ measure: String) -> Bool {
    estimate(measure, confidence: RunStudy.confidence).pooled
  }

  /// Each replication's observations behind a quantile that is looked at, where they are kept.
  public func sketches(_ measure: String) -> [QuantileSketch] {
    guard let index = lookedAt.firstIndex(of: measure) else {
      preconditionFailure("\(measure) is not looked at")
    }
    return distributions.map { $0[index] }
  }

  /// The unit of a measure.
  public func unit(_ measure: String) -> String { measures[index(of: measure)].unit }

  private func index(of measure: String) -> Int {
    guard let index = measures.firstIndex(where: { $0.name == measure }) else {
      preconditionFailure("\(measure) is not measured")
    }
    return index
  }
}
