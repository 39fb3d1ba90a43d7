/// A model that a simulation can run: a value with one mutating handler.
public protocol SimulationModel: ~Copyable {
  /// What is put on the calendar: a small enum of plain data.
  associatedtype Event: BitwiseCopyable

  /// Makes happen what an event says, at `calendar.now`.
  mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>)
}

/// A model with its calendar, and the loop that runs them: peek, advance the clock, handle.
///
/// An M/M/1 queue, complete: Poisson arrivals, one exponential server, first come first served.
///
/// ```swift
/// struct SingleServer: SimulationModel, ~Copyable {
///   enum Event { case arrival, departure }
///
///   let arrivalRate: Double  // per second
///   let serviceRate: Double
///   var random: SequentialStream
///   var present = WaitingLine<SimulatedTime>()  // when each truck arrived
///   var served = 0
///   var timeInSystem = 0.0
///
///   init(arrivalRate: Double, serviceRate: Double, seed: UInt64) {
///     self.arrivalRate = arrivalRate
///     self.serviceRate = serviceRate
///     random = SequentialStream(seed: seed)
///   }
///
///   mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>) {
///     switch event {
///     case .arrival:
///       calendar.post(.arrival, after: draw(arrivalRate), rank: .arrival)
///       present.append(calendar.now)
///       if present.count == 1 { startService(on: &calendar) }
///     case .departure:
///       timeInSystem += (calendar.now - present.removeFirst()).seconds
///       served += 1
///       if !present.isEmpty { startService(on: &calendar) }
///     }
///   }
///
///   mutating func startService(on calendar: inout EventCalendar<Event>) {
///     calendar.post(.departure, after: draw(serviceRate), rank: .completion)
///   }
///
///   mutating func draw(_ rate: Double) -> SimulatedTime {
///     SimulatedTime(rounding: random.nextExponential() / rate * 1_000_000)
///   }
/// }
///
/// var simulation = Simulation(SingleServer(arrivalRate: 0.9, serviceRate: 1, seed: 1))
/// simulation.calendar.post(.arrival, at: .zero, rank: .arrival)
/// simulation.run(until: .days(30))
/// print(simulation.model.timeInSystem / Double(simulation.model.served))
/// ```
public struct Simulation<Model: SimulationModel & ~Copyable>: ~Copyable {
  /// The state that events change.
  public var model: Model
  /// The pending events and the clock.
  public var calendar: EventCalendar<Model.Event>

  /// A simulation at time zero with nothing scheduled.
  @inlinable
  public init(_ model: consuming Model) {
    self.model = model
    calendar = EventCalendar()
  }

  /// Runs the next event if it is due before a key.
  ///
  /// - Returns: whether there was one.
  @inlinable
  public mutating func step(before limit: EventKey) -> Bool {
    guard let event = calendar.next(before: limit) else { return false }
    model.handle(event, on: &calendar)
    return true
  }

  /// Runs the events before a key, at most so many of them.
  ///
  /// - Returns: the number of events that ran; fewer than `maximum` when the key was reached.
  @inlinable
  @discardableResult
  public mutating func run(before limit: EventKey, atMost maximum: Int = .max) -> Int {
    var executed = 0
    while executed < maximum, step(before: limit) { executed &+= 1 }
    return executed
  }

  /// Runs all events of [now, end) and sets the clock to the end: what is due then does not happen.
  ///
  /// - Precondition: `end` is not before `calendar.now`.
  @inlinable
  public mutating func run(until end: SimulatedTime) {
    precondition(end >= calendar.now, "a run cannot end before now")
    run(before: .start(of: end))
    calendar.advance(to: end)
  }
}

extension Simulation: Sendable where Model: Sendable & ~Copyable, Model.Event: Sendable {}
