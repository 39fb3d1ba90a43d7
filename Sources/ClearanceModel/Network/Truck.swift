import EventSimulation

/// The number that stands for no truck and no holding.
let nobody: UInt32 = .max

/// The step of a truck that found a full place and must leave.
let noStep: UInt16 = .max

/// The step of a truck that found a full place and stays where it is until there is room.
let heldStep: UInt16 = .max - 1

/// A truck in the system; 64 bytes, in a slot that is free again when it leaves.
struct Truck: BitwiseCopyable {
  /// When it came from outside.
  var arrivedAt = SimulatedTime.zero
  /// When it joined the place where it is.
  var joinedAt = SimulatedTime.zero
  /// Start of the present stretch of service; while it waits to resume: the service still due;
  /// while it is blocked: since when.
  var startedAt = SimulatedTime.zero
  /// Start of the first stretch of service at this place.
  var firstStartedAt = SimulatedTime.never
  /// Service received at this place before a return to its queue.
  var served = SimulatedTime.zero
  /// Number in its flow.
  var number: UInt32 = 0
  /// The `go to`s taken.
  var jumps: UInt32 = 0
  /// The next in the same queue, or in the list of free slots.
  var next = nobody
  /// First of the places it holds.
  var holdings = nobody
  /// The step it is at.
  var step: UInt16 = 0
  /// Index of its flow.
  var flow: UInt16 = 0
  /// The place where it waits or is served.
  var place: UInt16 = 0
  /// Index of its class.
  var classIndex: UInt8 = 0
  /// See ``TruckFlag``.
  var flags: UInt8 = 0
}

// Changes of several fields go through the truck itself, so that its slot is looked up once.
extension Truck {
  /// It comes to a place.
  @inline(__always)
  mutating func come(to place: Int, at now: SimulatedTime) {
    self.place = UInt16(place)
    joinedAt = now
    next = nobody
    firstStartedAt = .never
    served = .zero
  }

  /// A server begins to serve it.
  @inline(__always)
  mutating func beginService(at now: SimulatedTime) {
    firstStartedAt = now
    startedAt = now
    flags |= TruckFlag.isServed
  }

  /// Its service goes on.
  ///
  /// - Returns: the service that is still due.
  @inline(__always)
  mutating func resumeService(at now: SimulatedTime) -> SimulatedTime {
    defer { startedAt = now }
    flags = flags & ~TruckFlag.resumes | TruckFlag.isServed
    return startedAt
  }
}

/// The bits of a truck's flags.
enum TruckFlag {
  /// The slot is in use.
  static let isInside: UInt8 = 1
  /// Clearance has been noted.
  static let isCleared: UInt8 = 2
  /// It was sent back to the queue and will resume.
  static let resumes: UInt8 = 4
  /// It waits for or receives service, or waits to seize.
  static let isWaiting: UInt8 = 8
  /// It is in service at its place.
  static let isServed: UInt8 = 16
  /// It is no truck but goes beside one.
  static let isCompanion: UInt8 = 32
  /// It waits for room at the station of its step; with `isServed` it keeps its server meanwhile.
  static let isBlocked: UInt8 = 64
}

/// Servers of one place that a truck has seized.
struct Holding: BitwiseCopyable {
  var joinedAt: SimulatedTime
  var startedAt: SimulatedTime
  var next: UInt32
  var place: UInt16
  var count: UInt16
  /// The team whose member is held with the server.
  var team = noTeam
}
