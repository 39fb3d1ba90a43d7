import ClearanceModel
import ClearanceRecords
import OutputAnalysis

/// The estimates of one long run, with intervals from batches of equal length.
///
/// An estimate is the value of the whole run; what it may be wrong by is told by the values of the
/// batches as it would be by those of replications: Student's half-width, for quantiles that a batch
/// has too few observations for that of all batches together. A count or sum is that of the whole
/// run and its half-width that of a batch times their number. The largest value, what concerns the
/// peak hour or an instant, and papers have no interval.
public struct BatchEstimates: Sendable {
  private let catalogue: MeasureCatalogue
  private let whole: MeasureEstimates
  private let batches: [MeasureValues]
  private var overBatches: MeasureEstimates

  /// Batches without a value are passed over; fewer than this give no interval.
  private static let leastValues = 5

  /// The estimates of a run and of its batches, both of the same catalogue.
  public init(_ catalogue: MeasureCatalogue, whole: MeasureEstimates, batches: [MeasureValues]) {
    self.catalogue = catalogue
    self.whole = whole
    self.batches = batches
    overBatches = MeasureEstimates(catalogue)
    for batch in batches { overBatches.add(batch) }
  }

  /// All measures, sorted by name.
  public func records(confidence: Double) -> [MeasureRecord] {
    catalogue.measures.indices.map { record($0, confidence: confidence) }
      .sorted { $0.name < $1.name }
  }

  private func record(_ index: Int, confidence: Double) -> MeasureRecord {
    var record = whole.record(index, confidence: confidence)
    let batch = overBatches.record(index, confidence: confidence)
    record.halfWidth = nil
    guard record.estimate != nil, batch.replications >= Self.leastValues else { return record }
    switch catalogue.measures[index].statistic {
    case .max, .at, .peakHour, .peakHourP95, .peakDay: break
    case .count, .sum: record.halfWidth = batch.halfWidth.map { $0 * Double(batches.count) }
    default: record.halfWidth = batch.halfWidth
    }
    return record
  }

  /// The values of a measure in the batches; nil unless each has one.
  public func means(of index: Int) -> BatchMeans? {
    let values = batches.compactMap { $0.values[index] }
    return values.count == batches.count ? BatchMeans(values) : nil
  }
}
