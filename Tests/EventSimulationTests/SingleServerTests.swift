import EventSimulation
import RandomVariates
import Testing

@Suite struct SingleServerTests {
  /// Expected arrivals of one run.
  private static let customers = 200_000.0

  /// The mean time in the system against 1 / (μ − λ), with μ = 1 per second, over ten seeds.
  ///
  /// The mean of n successive waits has the standard error σ / √n with
  /// σ² = ρ (2 + 5 ρ − 4 ρ² + ρ³) / (1 − ρ)⁴ (Whitt, "Planning queueing simulations", Management
  /// Science 35, 1989). The service, whose deviation is 1, adds at most 1 to σ. 3.9 standard errors
  /// are exceeded once in 10,000. The empty start takes ρ / (1 − ρ)³ seconds off the sum of a seed
  /// (Abate and Whitt, Advances in Applied Probability 19, 1987), the trucks left at the end less.
  @Test(arguments: [0.5, 0.6, 0.7, 0.8, 0.9])
  func timeInSystemIsAsTheorySays(load: Double) {
    var served = 0
    var timeInSystem = 0.0
    for seed in 1...10 as ClosedRange<UInt64> {
      let model = run(load: load, seed: seed)
      served += model.served
      timeInSystem += model.timeInSystem
      // A stationary M/M/1 queue lets Poisson's trucks go (Burke, 1956).
      #expect(abs(Double(model.served) - Self.customers) < 3.9 * Self.customers.squareRoot())
    }
    let count = Double(served)
    let idle = 1 - load
    let polynomial = 2 + load * (5 + load * (-4 + load))
    let deviation = (load * polynomial).squareRoot() / (idle * idle) + 1
    let bias = 2 * 10 / (idle * idle * idle) / count
    let mean = timeInSystem / count
    #expect(
      abs(mean - 1 / idle) < 3.9 * deviation / count.squareRoot() + bias,
      "\(mean) for \(1 / idle)"
    )
  }

  @Test func equalSeedsGiveEqualBits() {
    let first = run(load: 0.8, seed: 5)
    let second = run(load: 0.8, seed: 5)
    let other = run(load: 0.8, seed: 6)
    #expect(first.timeInSystem.bitPattern == second.timeInSystem.bitPattern)
    #expect(first.served == second.served)
    #expect(first.timeInSystem != other.timeInSystem)
  }

  private func run(load: Double, seed: UInt64) -> (served: Int, timeInSystem: Double) {
    var simulation = Simulation(SingleServer(arrivalRate: load, serviceRate: 1, seed: seed))
    simulation.calendar.post(.arrival, at: .zero, rank: .arrival)
    simulation.run(until: SimulatedTime(rounding: Self.customers / load * 1_000_000))
    return (simulation.model.served, simulation.model.timeInSystem)
  }
}
