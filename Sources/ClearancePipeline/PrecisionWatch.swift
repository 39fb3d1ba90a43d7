import ClearanceModel
import ClearanceRecords
import OutputAnalysis

/// Follows how precisely some measures are known while replications are merged in their order.
public struct PrecisionWatch: Sendable {
  /// The measures, by index in the catalogue.
  public let measures: [Int]
  /// The half-width that is allowed, as a share of the estimate.
  public let relative: Double
  /// A half-width that is always allowed, in the unit of each measure.
  public let floors: [Double]
  /// Confidence level of the intervals.
  public let confidence: Double
  /// What has been seen so far, and whether it is enough.
  public private(set) var control: ReplicationControl

  /// A watch over some measures.
  ///
  /// - Parameters:
  ///   - measures: indices in the catalogue.
  ///   - relative: half-width over estimate, above 0.
  ///   - floors: for each measure a half-width that is always allowed; 0 for none.
  ///   - confidence: above 0 and below 1.
  ///   - atMost: the most replications.
  public init(
    measures: [Int],
    relative: Double,
    floors: [Double],
    confidence: Double,
    atMost: Int = ReplicationControl.usualMost
  ) {
    precondition(measures.count == floors.count, "\(floors.count) of \(measures.count) floors")
    self.measures = measures
    self.relative = relative
    self.floors = floors
    self.confidence = confidence
    control = ReplicationControl(
      quantities: measures.count,
      least: min(ReplicationControl.usualLeast, atMost),
      atMost: atMost
    )
  }

  /// The half-width of a measure over what is allowed: at most 1 is precise enough.
  ///
  /// A measure without a value in any replication, or with an estimate of 0 that is certain, is
  /// nothing to wait for: 0. Where there are values and no interval: infinite.
  public func ratio(of record: MeasureRecord, floor: Double) -> Double {
    guard record.replications > 0 else { return 0 }
    guard let estimate = record.estimate, let halfWidth = record.halfWidth else { return .infinity }
    guard halfWidth > 0 else { return 0 }
    return halfWidth / max(relative * abs(estimate), floor)
  }

  mutating func observe(_ estimates: MeasureEstimates) {
    let watch = self
    control.observe {
      watch.measures.indices.map { index in
        let record = estimates.record(watch.measures[index], confidence: watch.confidence)
        return watch.ratio(of: record, floor: watch.floors[index])
      }
    }
  }
}
