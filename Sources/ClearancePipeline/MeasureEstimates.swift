import ClearanceModel
import ClearanceRecords
import OutputAnalysis

/// The estimates of measures over replications.
///
/// As a rule the mean of the replications' values with its Student half-width. A quantile for
/// which a replication has too few observations (n(1 − p) < 5) is taken from all replications
/// together instead.
public struct MeasureEstimates: Sendable {
  private let catalogue: MeasureCatalogue
  private var tallies: [Tally]
  private var maxima: [Double]
  /// Quantiles that some replication cannot support.
  private var needsPooling: [Bool]
  private var sketchIndex: [Int] = []
  private var pools: [SketchPool] = []

  init(_ catalogue: MeasureCatalogue) {
    self.catalogue = catalogue
    tallies = Array(repeating: Tally(), count: catalogue.measures.count)
    maxima = Array(repeating: -.infinity, count: catalogue.measures.count)
    needsPooling = Array(repeating: false, count: catalogue.measures.count)
  }

  /// Adds one replication; replications come in the order of their numbers.
  mutating func add(_ values: MeasureValues) {
    if pools.isEmpty {
      sketchIndex = values.sketchIndex
      pools = values.sketches.map { _ in SketchPool() }
    }
    for (index, sketch) in values.sketches.enumerated() {
      pools[index].add(sketch)
    }
    for (index, value) in values.values.enumerated() {
      if let value {
        tallies[index].add(value)
        maxima[index] = max(maxima[index], value)
      }
      if let p = catalogue.measures[index].statistic.order,
        !values.sketches[sketchIndex[index]].supportsQuantile(p)
      {
        needsPooling[index] = true
      }
    }
  }

  /// All measures, sorted by name.
  public func records(confidence: Double) -> [MeasureRecord] {
    catalogue.measures.indices.map { record($0, confidence: confidence) }.sorted {
      $0.name < $1.name
    }
  }

  /// One measure; nil where the catalogue does not have it.
  public func record(named name: String, confidence: Double) -> MeasureRecord? {
    catalogue.measures.firstIndex { $0.name == name }.map { record($0, confidence: confidence) }
  }

  /// The largest value that a measure had in any replication; nil where it never had one.
  public func highest(_ name: String) -> Double? {
    guard let index = catalogue.measures.firstIndex(where: { $0.name == name }) else { return nil }
    return tallies[index].count > 0 ? maxima[index] : nil
  }

  /// The estimate of one measure, by index in the catalogue.
  public func record(_ index: Int, confidence: Double) -> MeasureRecord {
    let measure = catalogue.measures[index]
    var record = MeasureRecord(
      name: measure.name,
      unit: measure.unit,
      estimate: nil,
      halfWidth: nil,
      confidence: confidence,
      replications: tallies[index].count,
      pooled: false
    )
    if let p = measure.statistic.order, needsPooling[index] {
      record.pooled = true
      let pool = pools[sketchIndex[index]]
      if let pooled = PooledQuantile(p, of: pool, confidence: confidence) {
        record.estimate = pooled.estimate / 1e6
        record.halfWidth = pooled.halfWidth.map { $0 / 1e6 }
      }
    } else if measure.quantity == .makespan, measure.statistic == .max {
      record.estimate = tallies[index].count > 0 ? maxima[index] : nil
    } else if let interval = StudentInterval(tallies[index], confidence: confidence) {
      record.estimate = interval.estimate
      record.halfWidth = interval.halfWidth
    }
    return record
  }
}
