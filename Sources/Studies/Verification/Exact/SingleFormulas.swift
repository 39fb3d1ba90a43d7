import Foundation

/// One server that goes away whenever nobody waits, again and again until somebody does.
///
/// The wait is that of M/G/1 and, independent of it, the rest of an absence: S. W. Fuhrmann and
/// R. B. Cooper, Operations Research 33 (1985).
struct Vacations {
  let queue: PollaczekKhinchine
  /// Moments of an absence.
  let first: Double
  let second: Double

  /// Mean wait.
  var wait: Double { queue.wait + second / (2 * first) }
}

/// An arrival splits into two tasks, one for each of two M/M/1 with services of mean 1.
///
/// L. Flatto and S. Hahn, SIAM Journal on Applied Mathematics 44 (1984); R. Nelson and
/// A. N. Tantawi, IEEE Transactions on Computers 37 (1988).
struct ForkAndJoin {
  let load: Double

  /// Mean time until both tasks are done.
  var stay: Double { (12 - load) / 8 / (1 - load) }
}

/// As many servers as come.
///
/// S. G. Eick, W. A. Massey and W. Whitt, Operations Research 41 (1993).
struct InfiniteServers {
  let arrivals: Double
  let service: Double

  /// Mean number present at a time when services are exponential and nobody is there at first.
  func presentExponential(at time: Double) -> Double {
    arrivals * service * (1 - exp(-time / service))
  }

  /// The same when all services take equally long.
  func presentConstant(at time: Double) -> Double { arrivals * min(time, service) }
}

/// Rush hours before one server with a constant service, followed truck by truck.
///
/// In each hour trucks come at equal distances, the first half a distance after the full hour.
struct RushHours {
  /// When each truck comes, in microseconds.
  let arrivals: [Int64]
  /// When each begins to be served.
  let starts: [Int64]

  init(perHour: [Int], service: Int64) {
    let hour: Int64 = 3_600_000_000
    var arrivals: [Int64] = []
    for (index, count) in perHour.enumerated() {
      for truck in 0..<count {
        // To the nearest microsecond, as a time in a file is.
        let offset = (hour * Int64(2 * truck + 1) + Int64(count)) / Int64(2 * count)
        arrivals.append(hour * Int64(index) + offset)
      }
    }
    var starts: [Int64] = []
    var free: Int64 = 0
    for arrival in arrivals {
      starts.append(max(arrival, free))
      free = max(arrival, free) + service
    }
    self.arrivals = arrivals
    self.starts = starts
  }

  /// Sum of all waits in hours.
  var totalWait: Double {
    Double(zip(arrivals, starts).map { $1 - $0 }.reduce(0, +)) / 3_600_000_000
  }

  /// Trucks waiting at a time in microseconds, what happens at that time included.
  func queue(at time: Int64) -> Int {
    zip(arrivals, starts).count { $0 <= time && $1 > time }
  }

  /// The longest queue.
  var longest: Int { arrivals.map { queue(at: $0) }.max() ?? 0 }
}

/// Goods are inspected when risk analysis targets them or a random choice hits them.
struct Selectivity {
  /// Share of bad goods.
  let prevalence: Double
  /// Share of the bad, and of the good, that risk analysis targets.
  let truePositive: Double
  let falsePositive: Double
  /// Share of all that is inspected at random, whatever risk analysis says.
  let random: Double
  /// Share of the bad goods inspected that are found.
  let detection: Double

  /// Share that risk analysis targets.
  var targeted: Double { prevalence * truePositive + (1 - prevalence) * falsePositive }

  /// Share that is inspected.
  var inspected: Double { 1 - (1 - targeted) * (1 - random) }

  /// Share of the bad goods that are found.
  var found: Double { detection * (1 - (1 - truePositive) * (1 - random)) }

  /// Variance over the squared mean of what an inspection is expected to find, per truck: the widest
  /// of the values, since most trucks are not inspected.
  var relativeVariance: Double {
    let hit = detection * prevalence * truePositive / targeted
    let spared = detection * prevalence * (1 - truePositive) / (1 - targeted)
    let square = targeted * hit * hit + (1 - targeted) * random * spared * spared
    let mean = prevalence * found
    return square / (mean * mean) - 1
  }
}
