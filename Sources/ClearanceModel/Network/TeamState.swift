import OutputAnalysis

/// A team while it runs: its members and what they have worked.
struct TeamState: BitwiseCopyable {
  // Parameters.
  var hash: UInt64
  /// Where its stations begin among those of all teams, and their number.
  var firstStation: UInt16
  var stationCount: UInt16
  var picksInOrder: Bool
  /// Whether a closing sends trucks back to the queue.
  var returnsToQueue = false

  // State.
  /// Members on shift by the clock.
  var onShift: Int32
  /// Members at work.
  var busy: Int32 = 0

  // Levels from the warm-up on.
  var busyMembers = LevelTally()
  /// Members on shift; who works on beyond the closing counts.
  var present = LevelTally()
  /// Members who work beyond the closing.
  var overtime = LevelTally()

  /// Members who may begin a service; none while some work beyond the closing.
  var free: Int32 { max(0, onShift &- busy) }

  /// Members begin or end to work.
  mutating func changeBusy(by amount: Int32, at time: Int64) {
    busy &+= amount
    busyMembers.change(by: Int64(amount), at: time)
    updatePresent(at: time)
  }

  /// The number on shift by the clock changes.
  mutating func changeShift(to count: Int32, at time: Int64) {
    onShift = count
    updatePresent(at: time)
  }

  private mutating func updatePresent(at time: Int64) {
    present.set(Int64(max(onShift, busy)), at: time)
    overtime.set(Int64(max(0, busy &- onShift)), at: time)
  }
}

/// What the members of one team did over the observed time.
public struct TeamStatistics: Sendable {
  /// Members at work.
  public let busy: LevelTally
  /// Members on shift; who works on beyond the closing counts.
  public let onShift: LevelTally
  /// Members who work beyond the closing.
  public let overtime: LevelTally
}
