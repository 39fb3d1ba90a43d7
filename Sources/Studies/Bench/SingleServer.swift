import EventSimulation
import RandomVariates

/// The M/M/1 queue at a load of 90 %: Poisson arrivals, one exponential server, first in first out.
public struct SingleServer: SimulationModel, ~Copyable {
  /// What happens.
  public enum Event: BitwiseCopyable, Sendable {
    /// A customer comes.
    case arrival
    /// A customer leaves.
    case departure
  }

  /// What a run has simulated.
  public struct Outcome: Sendable {
    /// Events that happened.
    public let events: Int
    /// The mean that the run estimates; here the mean time in the system [s].
    public let mean: Double

    /// An outcome from its parts.
    public init(events: Int, mean: Double) {
      self.events = events
      self.mean = mean
    }
  }

  /// The exact mean time in the system, 1 / (μ − λ) [s].
  public static let exactMeanSojourn = 10.0

  private static let meanGap = 1_000_000 / 0.9
  private static let meanService = 1_000_000.0

  private var random: SequentialStream
  private var present = WaitingLine<SimulatedTime>()
  private var expected: Int
  private var sojourns = SimulatedTime.zero

  private init(customers: Int, seed: UInt64) {
    random = SequentialStream(seed: seed)
    expected = customers
  }

  /// Runs until so many customers have come and gone.
  public static func run(customers: Int, seed: UInt64) -> Outcome {
    var simulation = Simulation(SingleServer(customers: customers, seed: seed))
    simulation.calendar.post(.arrival, at: .zero, rank: .arrival)
    let events = simulation.run(before: .start(of: .never))
    return Outcome(events: events, mean: simulation.model.sojourns.seconds / Double(customers))
  }

  /// How far the mean of a run may lie from the exact one [s]: five standard errors.
  ///
  /// The asymptotic variance of the number present, 2ρ(1 + ρ) / (1 − ρ)⁴ for μ = 1 (Whitt, "Planning
  /// queueing simulations", Management Science 35, 1989), gives a standard error of 195 / √n.
  public static func tolerance(customers: Int) -> Double {
    5 * 195 / Double(customers).squareRoot()
  }

  /// Lets a customer come or leave.
  public mutating func handle(_ event: Event, on calendar: inout EventCalendar<Event>) {
    switch event {
    case .arrival:
      expected -= 1
      if expected > 0 { calendar.post(.arrival, after: draw(Self.meanGap), rank: .arrival) }
      present.append(calendar.now)
      if present.count == 1 { startService(on: &calendar) }
    case .departure:
      sojourns = sojourns + (calendar.now - present.removeFirst())
      if !present.isEmpty { startService(on: &calendar) }
    }
  }

  private mutating func startService(on calendar: inout EventCalendar<Event>) {
    calendar.post(.departure, after: draw(Self.meanService), rank: .completion)
  }

  private mutating func draw(_ mean: Double) -> SimulatedTime {
    SimulatedTime(rounding: random.nextExponential() * mean)
  }
}
