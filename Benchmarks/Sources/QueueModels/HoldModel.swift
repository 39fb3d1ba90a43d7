import EventSimulation
import RandomVariates
import Studies

/// The hold model: each event schedules its successor, so that the calendar keeps its size.
///
/// Jones, "An empirical comparison of priority-queue and event-set implementations",
/// Communications of the ACM 29 (1986).
public struct HoldModel: SimulationModel, ~Copyable {
  /// An event that stands for itself.
  public struct Event: BitwiseCopyable, Sendable {}

  private var random: SequentialStream

  private init(seed: UInt64) {
    random = SequentialStream(seed: seed)
  }

  /// Runs so many events on a calendar of a size; gaps are exponential with a mean of 1 s.
  ///
  /// - Returns: the events, and the mean gap [s] that the clock tells: size · end / events.
  public static func run(size: Int, events: Int, seed: UInt64) -> Outcome {
    var simulation = Simulation(HoldModel(seed: seed))
    for _ in 0..<size {
      simulation.calendar.post(Event(), after: simulation.model.gap())
    }
    let count = simulation.run(before: .start(of: .never), atMost: events)
    let end = simulation.calendar.now.seconds
    return Outcome(events: count, mean: end * Double(size) / Double(count))
  }

  /// Schedules the successor.
  public mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>) {
    calendar.post(event, after: gap())
  }

  private mutating func gap() -> SimulatedTime {
    SimulatedTime(rounding: random.nextExponential() * 1_000_000)
  }
}
