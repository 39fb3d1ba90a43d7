import EventSimulation

/// The index that stands for *none* where a row names a place.
public let noPlace: UInt16 = .max

/// What happened at one place in one recording interval.
public struct IntervalRow: Sendable, BitwiseCopyable, Equatable {
  /// Index of the place in ``RunNames/places``.
  public var place: UInt16
  /// Start of the interval.
  public var startsAt: SimulatedTime
  /// Length of the interval; the last one of a run may be shorter, one microsecond at least.
  public var length: SimulatedTime
  /// Trucks that came to the place, and those that left it after service or were turned away.
  public var arrivals: Int64
  /// Trucks that left the place after service.
  public var departures: Int64
  /// Trucks turned away.
  public var lost: Int64
  /// Mean number waiting over the interval.
  public var queueMean: Double
  /// Largest number waiting at any instant of the interval.
  public var queueMax: Int64
  /// Busy over open server time, in [0, 1]; NaN where no server was open.
  public var busyShare: Double
  /// Mean wait of the visits whose service ended in the interval [µs]; −1 where there is none.
  public var waitMean: Int64
  /// Median wait of those visits [µs], exact; −1 where there is none.
  public var waitP50: Int64
  /// 95th percentile of the waits of those visits [µs], exact; −1 where there is none.
  public var waitP95: Int64

  /// A row from its columns.
  public init(
    place: UInt16,
    startsAt: SimulatedTime,
    length: SimulatedTime,
    arrivals: Int64,
    departures: Int64,
    lost: Int64,
    queueMean: Double,
    queueMax: Int64,
    busyShare: Double,
    waitMean: Int64,
    waitP50: Int64,
    waitP95: Int64
  ) {
    self.place = place
    self.startsAt = startsAt
    self.length = length
    self.arrivals = arrivals
    self.departures = departures
    self.lost = lost
    self.queueMean = queueMean
    self.queueMax = queueMax
    self.busyShare = busyShare
    self.waitMean = waitMean
    self.waitP50 = waitP50
    self.waitP95 = waitP95
  }
}

/// One visit of a truck to a station.
public struct PassageRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var truck: UInt32
  /// Index of the flow in ``RunNames/flows``.
  public var flow: UInt16
  /// Index of the class in ``RunNames/classes``.
  public var classIndex: UInt16
  /// Index of the station.
  public var place: UInt16
  /// Index of the lane, or ``noPlace``.
  public var lane: UInt16
  /// How the visit ended.
  public var outcome: Outcome
  /// When the truck came.
  public var arrivedAt: SimulatedTime
  /// When its service began (first began, after a return to the queue); `never` if it did not.
  public var startedAt: SimulatedTime
  /// When its service ended; `never` if it did not.
  public var endedAt: SimulatedTime
  /// When it left the place; `never` if it did not.
  public var leftAt: SimulatedTime

  /// A row from its columns.
  public init(
    truck: UInt32,
    flow: UInt16,
    classIndex: UInt16,
    place: UInt16,
    lane: UInt16,
    outcome: Outcome,
    arrivedAt: SimulatedTime,
    startedAt: SimulatedTime,
    endedAt: SimulatedTime,
    leftAt: SimulatedTime
  ) {
    self.truck = truck
    self.flow = flow
    self.classIndex = classIndex
    self.place = place
    self.lane = lane
    self.outcome = outcome
    self.arrivedAt = arrivedAt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.leftAt = leftAt
  }
}

/// One truck's whole stay.
public struct TruckRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var number: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the class.
  public var classIndex: UInt16
  /// How the stay ended.
  public var outcome: Outcome
  /// When it came, or was announced.
  public var arrivedAt: SimulatedTime
  /// When it was cleared; `never` if it was not.
  public var clearedAt: SimulatedTime
  /// When it left the system; `never` if it is still inside.
  public var leftAt: SimulatedTime
  /// From when its clearance counts: ``arrivedAt``, or for a truck that was announced when it came;
  /// `never` if it has not come.
  public var cameAt: SimulatedTime

  /// A row from its columns; without `cameAt` of a truck that came unannounced.
  public init(
    number: UInt32,
    flow: UInt16,
    classIndex: UInt16,
    outcome: Outcome,
    arrivedAt: SimulatedTime,
    clearedAt: SimulatedTime,
    leftAt: SimulatedTime,
    cameAt: SimulatedTime? = nil
  ) {
    self.number = number
    self.flow = flow
    self.classIndex = classIndex
    self.outcome = outcome
    self.arrivedAt = arrivedAt
    self.clearedAt = clearedAt
    self.leftAt = leftAt
    self.cameAt = cameAt ?? arrivedAt
  }
}

/// One step of one truck.
public struct StepRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var truck: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the step in ``RunNames/steps``.
  public var step: UInt16
  /// Index of the place where it happened, or ``noPlace``.
  public var place: UInt16
  /// When the truck came to the step.
  public var startedAt: SimulatedTime
  /// When it had done it; `never` if the run ended before.
  public var endedAt: SimulatedTime

  /// A row from its columns.
  public init(
    truck: UInt32,
    flow: UInt16,
    step: UInt16,
    place: UInt16,
    startedAt: SimulatedTime,
    endedAt: SimulatedTime
  ) {
    self.truck = truck
    self.flow = flow
    self.step = step
    self.place = place
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}
