import EventSimulation

/// The busiest day of things that are counted, by calendar day of the run.
///
/// Counters go on from day to day; at the first count of a new day what the last one had added is
/// compared with the busiest so far.
struct DayCounts {
  /// The largest count of a day, by counter.
  private var peaks: [Int64]
  /// The counters at the beginning of the present day.
  private var bases: [Int64]
  /// The end of the present day.
  private var end = SimulatedTime.zero

  init(counters: Int) {
    peaks = Array(repeating: 0, count: counters)
    bases = peaks
  }

  /// Closes the days that are over; before anything is counted at an instant.
  ///
  /// - Complexity: O(1) within a day, O(counters) at the first count of one.
  mutating func advance(to now: SimulatedTime, counters: [Int64]) {
    guard now >= end else { return }
    close(counters)
    let day = SimulatedTime.days(1).microseconds
    end = SimulatedTime(microseconds: (now.microseconds / day + 1) * day)
  }

  /// Forgets the past, as the counters do.
  mutating func reset() {
    for cell in peaks.indices {
      peaks[cell] = 0
      bases[cell] = 0
    }
  }

  /// The busiest day of each counter, the last day included.
  func peaks(_ counters: [Int64]) -> [Int64] {
    var last = self
    last.close(counters)
    return last.peaks
  }

  private mutating func close(_ counters: [Int64]) {
    for cell in peaks.indices {
      peaks[cell] = max(peaks[cell], counters[cell] - bases[cell])
      bases[cell] = counters[cell]
    }
  }
}
