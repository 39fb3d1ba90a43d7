import EventSimulation
import OutputAnalysis

/// Observations of a length of time: exact moments, and a sketch for quantiles.
public struct DurationStatistics: Sendable {
  /// Count, sum, sum of squares, maximum; exact.
  public var tally = DurationTally()
  /// The distribution, to half a percent.
  public var sketch = QuantileSketch()

  /// No observations.
  public init() {}

  /// Adds a length in microseconds, not negative.
  @inlinable
  public mutating func add(_ microseconds: Int64) {
    tally.add(microseconds)
    sketch.add(microseconds)
  }

  /// Adds so many lengths of zero.
  mutating func addZeros(_ count: Int64) {
    tally.addZeros(count)
    sketch.addZeros(count)
  }

  /// Adds the observations of another.
  public mutating func merge(_ other: DurationStatistics) {
    tally.merge(other.tally)
    sketch.merge(other.sketch)
  }
}

/// The visits of one class to one place.
public struct VisitStatistics: Sendable {
  /// Time in the queue.
  public var wait = DurationStatistics()
  /// Service received, or time the place was held.
  public var service = DurationStatistics()
  /// From coming to leaving.
  public var sojourn = DurationStatistics()
  /// Waits of those who came in the peak hour.
  public var peakWait = DurationStatistics()
  /// Time in the queue of those whose patience ended.
  public var renegedWait = DurationStatistics()

  /// No visits.
  public init() {}

  mutating func add(wait: SimulatedTime, service: SimulatedTime, sojourn: SimulatedTime) {
    self.wait.add(wait.microseconds)
    self.service.add(service.microseconds)
    self.sojourn.add(sojourn.microseconds)
  }

  mutating func addInPeakHour(wait: SimulatedTime) {
    peakWait.add(wait.microseconds)
  }

  /// Adds the visits of another.
  public mutating func merge(_ other: VisitStatistics) {
    wait.merge(other.wait)
    service.merge(other.service)
    sojourn.merge(other.sojourn)
    peakWait.merge(other.peakWait)
    renegedWait.merge(other.renegedWait)
  }
}
