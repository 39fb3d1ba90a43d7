import ClearanceModel
import EventSimulation

/// The instants at which levels are sampled to find a warm-up, in batches of equal length.
///
/// Where demand or opening hours repeat, a batch holds whole periods: else the rule would take each
/// morning for a start. The rest of the run that fills no batch is not looked at.
struct LevelGrid: Equatable {
  /// Length of a batch.
  let batch: SimulatedTime
  /// Number of batches.
  let batches: Int
  /// Instants in each.
  let perBatch: Int

  /// Batches of a run as a rule; the warm-up is found to within one of them.
  static let mostBatches = 200
  /// Fewer say nothing of where a series settles.
  static let leastBatches = 10
  /// The five of MSER-5.
  private static let usualPerBatch = 5
  /// Instants that a batch of whole periods gets in order to see the peaks in it.
  private static let mostPerBatch = 168

  /// The grid of a run; nil for a run until empty and for one with fewer than ten periods.
  init?(_ plan: ClearancePlan) {
    guard let horizon = plan.horizon?.microseconds else { return nil }
    guard let rhythm = plan.rhythm?.microseconds else {
      let length = horizon / Int64(Self.mostBatches)
      guard length >= Int64(Self.usualPerBatch) else { return nil }
      batch = SimulatedTime(microseconds: length)
      batches = Self.mostBatches
      perBatch = Self.usualPerBatch
      return
    }
    let periods = horizon / rhythm
    guard periods >= Int64(Self.leastBatches) else { return nil }
    let together = (periods + Int64(Self.mostBatches) - 1) / Int64(Self.mostBatches)
    batch = SimulatedTime(microseconds: together * rhythm)
    batches = Int(periods / together)
    perBatch = min(
      Self.mostPerBatch,
      max(Self.usualPerBatch, Self.mostBatches * Self.usualPerBatch / batches)
    )
  }

  /// The instants: the middle of each equal part of a batch, ascending.
  var instants: [SimulatedTime] {
    let parts = Int64(2 * perBatch)
    return (0..<batches).flatMap { batch in
      (0..<perBatch).map { part in
        let start = Int64(batch) * self.batch.microseconds
        return SimulatedTime(
          microseconds: start + self.batch.microseconds * Int64(2 * part + 1) / parts
        )
      }
    }
  }

  /// The length of so many batches.
  func length(of count: Int) -> SimulatedTime {
    SimulatedTime(microseconds: Int64(count) * batch.microseconds)
  }
}

extension ClearancePlan {
  /// After how long demand, opening hours and rosters repeat; nil where they are always the same.
  ///
  /// The least common multiple of all periods; `never` where that is longer than any run.
  var rhythm: SimulatedTime? {
    var common: Int64 = 1
    for period in periods where period > 1 {
      let (product, overflows) = (common / gcd(common, period))
        .multipliedReportingOverflow(by: period)
      guard !overflows else { return .never }
      common = product
    }
    return common > 1 ? SimulatedTime(microseconds: common) : nil
  }

  private var periods: [Int64] {
    let day = SimulatedTime.days(1).microseconds
    var periods: [Int64] = []
    for flow in flows {
      switch flow.arrivals {
      case .poisson(let rate):
        // Arrivals by a calendar are laid out day by day; week follows week but for holidays.
        let round = flow.ordinaryWeek ?? rate
        guard round.repeats || flow.ordinaryWeek != nil,
          round.rates.contains(where: { $0 != round.rates[0] })
        else { break }
        periods.append(flow.ordinaryWeek == nil ? Int64(round.period.rounded()) : 7 * day)
      case .waving(let rate) where rate.swing > 0: periods.append(Int64(rate.period.rounded()))
      default: break
      }
      if let clock = flow.classClock, clock.rowsPerBlock > 1, let step = clock.step {
        periods.append(step.microseconds * Int64(clock.rowsPerBlock))
      }
    }
    for servers in places.map(\.servers) + teams.map(\.members) {
      guard case .shifts(let shifts, let period?, _) = servers, shifts.count > 1 else { continue }
      periods.append(period.microseconds)
    }
    if terms.contains(where: { $0.attribute == .timeOfDay }) { periods.append(day) }
    return periods
  }
}

/// The greatest common divisor (Euclid).
private func gcd(_ a: Int64, _ b: Int64) -> Int64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
