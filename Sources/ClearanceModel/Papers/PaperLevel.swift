/// A level of money or of a number over time, for the run and for a recording interval.
///
/// Unlike ``LevelTally`` it keeps no squares, so that amounts of any size fit. The value at an
/// instant that counts for the maximum is the one after the last change there.
struct PaperLevel: BitwiseCopyable {
  /// What has a level, for each firm and for the zone.
  enum Subject: Int, CaseIterable {
    case openBatches, exposedDuty, guaranteeInUse
  }

  private(set) var level: Int64 = 0
  private var since: Int64 = 0
  /// The integral from the beginning of observation on.
  private var area: Int128 = 0
  private var pastMaximum: Int64 = 0
  /// The integral when the interval began, and the largest value in it.
  private var areaBefore: Int128 = 0
  private var intervalMaximum: Int64 = 0

  /// Changes the level at an instant [µs] not before the last one.
  ///
  /// - Precondition: the level stays 0 or more.
  mutating func change(by amount: Int64, at now: Int64) {
    advance(to: now)
    level += amount
    precondition(level >= 0, "a level of \(level) after a change by \(amount)")
  }

  /// Extends the integral to an instant.
  mutating func advance(to now: Int64) {
    let elapsed = now - since
    precondition(elapsed >= 0, "time \(now) lies before \(since)")
    guard elapsed > 0 else { return }
    if level != 0 {
      area &+= Int128(truncatingIfNeeded: level) &* Int128(truncatingIfNeeded: elapsed)
      pastMaximum = max(pastMaximum, level)
      intervalMaximum = max(intervalMaximum, level)
    }
    since = now
  }

  /// Forgets the past and keeps the level.
  mutating func beginObservation(at now: Int64) {
    advance(to: now)
    // The interval under way keeps its integral.
    areaBefore -= area
    area = 0
    pastMaximum = 0
  }

  /// Ends an interval: its integral and its largest value.
  mutating func endInterval(at now: Int64) -> (area: Int128, maximum: Int64) {
    advance(to: now)
    defer {
      areaBefore = area
      intervalMaximum = 0
    }
    return (area - areaBefore, intervalMaximum)
  }

  /// The level over the observed time, which has been advanced to its end.
  var observed: PaperStatistics.Level {
    PaperStatistics.Level(area: area, maximum: max(pastMaximum, level), final: level)
  }
}
