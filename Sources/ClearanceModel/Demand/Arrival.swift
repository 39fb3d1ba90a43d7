import EventSimulation

/// One truck that comes from outside: all that the demand side decides.
public struct Arrival: Sendable, BitwiseCopyable, Equatable {
  /// When it comes.
  public var time: SimulatedTime
  /// Its number in the flow, from 1.
  public var number: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the class.
  public var classIndex: UInt8
}

/// Arrivals in the order in which they happen, at most 64 KiB of them.
public struct ArrivalBatch: Sendable {
  /// The arrivals.
  public var arrivals: [Arrival] = []
  /// Whether none follow.
  public var isLast = false

  /// The most arrivals in a batch.
  public static let capacity = 64 * 1024 / MemoryLayout<Arrival>.stride

  /// An empty batch with room.
  public init() {
    arrivals.reserveCapacity(Self.capacity)
  }
}
