import EventSimulation
import RandomVariates
import Studies

/// Customers whose patience is put on the calendar with each service, and taken back at its end.
public struct PatienceModel: SimulationModel, ~Copyable {
  /// What happens.
  public enum Event: BitwiseCopyable, Sendable {
    /// A service ends.
    case served(customer: Int32)
    /// A customer's patience ends.
    case gaveUp
  }

  private var random: SequentialStream
  private var patience: [EventHandle] = []
  private var cancelled = 0

  private init(seed: UInt64) {
    random = SequentialStream(seed: seed)
  }

  /// Runs so many services of customers who come back at once.
  ///
  /// Services take 1 s on average, patience lasts 100 s: nobody ever gives up.
  /// - Returns: the events, and the cancellations per event, which must be 1.
  public static func run(customers: Int, events: Int, seed: UInt64) -> Outcome {
    var simulation = Simulation(PatienceModel(seed: seed))
    for customer in 0..<customers {
      let handle = simulation.model.begin(Int32(customer), on: &simulation.calendar)
      simulation.model.patience.append(handle)
    }
    let count = simulation.run(before: .start(of: .never), atMost: events)
    let cancelled = simulation.model.cancelled
    return Outcome(events: count, mean: Double(cancelled) / Double(count))
  }

  /// Takes back the patience and begins the next service.
  public mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>) {
    guard case .served(let customer) = event else { return }
    if calendar.cancel(patience[Int(customer)]) { cancelled += 1 }
    patience[Int(customer)] = begin(customer, on: &calendar)
  }

  private mutating func begin(
    _ customer: Int32,
    on calendar: inout EventCalendar<Event>
  ) -> EventHandle {
    let service = SimulatedTime(rounding: random.nextExponential() * 1_000_000)
    calendar.post(.served(customer: customer), after: service, rank: .completion)
    return calendar.schedule(.gaveUp, at: calendar.now + .seconds(100))
  }
}
