import Foundation

/// The cases, with their values computed here from the formulas.
extension ExactCase {
  static let all: [ExactCase] =
    [
      mm1(0.8), mm1(0.9), mmc("B-MM2-1.6", 2, 1.6), mmc("B-MM3-2.7", 3, 2.7),
      mmc("B-MM10-8", 10, 8), finite,
    ] + generalService + disciplines + networks + others + customs

  /// M/M/1, service rate 1 a minute.
  private static func mm1(_ rho: Double) -> ExactCase {
    let sojourn = 1 / (1 - rho)
    let wait = rho * sojourn
    return ExactCase(
      scenario: "A-MM1-\(rho)",
      values: [
        .minutes("gate.wait.mean", wait),
        .minutes("gate.sojourn.mean", sojourn),
        .mean("gate.present.mean", rho / (1 - rho)),
        .mean("gate.queue.mean", rho * rho / (1 - rho)),
        .square("gate.sojourn.mean-square", 2 * sojourn * sojourn),
        // Var Wq = ρ(2 − ρ)/(1 − ρ)².
        .square("gate.wait.mean-square", rho * (2 - rho) * sojourn * sojourn + wait * wait),
        .tail("gate.sojourn.p95", sojourn * log(20)),
        .tail("gate.wait.p95", sojourn * log(20 * rho)),
        .deviation("gate.present.sd", variance: rho * sojourn * sojourn),
      ]
    )
  }

  /// M/M/c: Erlang's C formula, and the wait of those who wait is exponential.
  private static func mmc(_ name: String, _ servers: Int, _ load: Double) -> ExactCase {
    var blocking = 1.0
    for count in 1...servers { blocking = load * blocking / (Double(count) + load * blocking) }
    let rho = load / Double(servers)
    let waiting = blocking / (1 - rho * (1 - blocking))
    let rate = Double(servers) - load
    let wait = waiting / rate
    return ExactCase(
      scenario: name,
      values: [
        .mean("gate.wait.share-waiting", waiting),
        .minutes("gate.wait.mean", wait),
        .mean("gate.queue.mean", load * wait),
        .mean("gate.present.mean", load * wait + load),
        .tail("gate.wait.p90", log(10 * waiting) / rate),
        .square("gate.wait.mean-square", 2 * waiting / (rate * rate)),
      ]
    )
  }

  /// M/M/3 with ten places: the birth and death chain, truncated.
  private static var finite: ExactCase {
    let load = 2.7
    var weights = [1.0]
    for count in 1...10 { weights.append(weights[count - 1] * load / Double(min(count, 3))) }
    let sum = weights.reduce(0, +)
    let shares = weights.map { $0 / sum }
    let present = shares.enumerated().map { Double($0) * $1 }.reduce(0, +)
    let queue = shares.enumerated().map { Double(max(0, $0 - 3)) * $1 }.reduce(0, +)
    let served = load * (1 - shares[10])
    return ExactCase(
      scenario: "C-MM3K10-2.7",
      values: [
        .mean("gate.lost.share", shares[10]),
        .mean("gate.present.mean", present),
        .mean("gate.queue.mean", queue),
        .mean("gate.throughput.mean", served * 60),
        .minutes("gate.sojourn.mean", present / served),
        .minutes("gate.wait.mean", queue / served),
      ]
    )
  }

  /// M/G/1 with mean service 1: Pollaczek–Khinchine, and Takács for the second moment.
  private static func mg1(
    _ name: String,
    _ rho: Double,
    second: Double,
    third: Double,
    extra: [Value] = []
  ) -> ExactCase {
    let wait = rho * second / (2 * (1 - rho))
    let square = 2 * wait * wait + rho * third / (3 * (1 - rho))
    return ExactCase(
      scenario: name,
      values: [
        .minutes("gate.wait.mean", wait),
        .mean("gate.queue.mean", rho * wait),
        .square("gate.wait.mean-square", square),
      ] + extra
    )
  }

  private static var generalService: [ExactCase] {
    // Lognormal with mean 1 and cv c: E Sⁿ = (1 + c²)^(n(n−1)/2).
    let spread = 1 + 1.5 * 1.5
    // Two phases with balanced means, squared cv 4.
    let share = (1 + (3.0 / 5).squareRoot()) / 2
    let rates = (2 * share, 2 * (1 - share))
    let third = 6 * (share / pow(rates.0, 3) + (1 - share) / pow(rates.1, 3))
    return [
      mg1("D-MG1-E4-0.7", 0.7, second: 5.0 / 4, third: 30.0 / 16),
      mg1("D-MG1-LN-cv1.5-0.7", 0.7, second: spread, third: pow(spread, 3)),
      mg1("D-MG1-H2-scv4-0.7", 0.7, second: 5, third: third),
      mg1(
        "E-MD1-0.8",
        0.8,
        second: 1,
        third: 1,
        extra: [
          .mean("gate.wait.share-within-1min", crommelin(1, 0.8)),
          .mean("gate.wait.share-within-3min", crommelin(3, 0.8)),
          .mean("gate.wait.share-within-330s", crommelin(5.5, 0.8)),
        ]
      ),
      // Solved numerically from Crommelin's equations and Takács's root; six digits each.
      ExactCase(
        scenario: "F-MD5-0.8",
        values: [
          .minutes("gate.wait.mean", 0.289060), .mean("gate.queue.mean", 1.156240),
          .mean("gate.wait.share-waiting", 0.533615),
        ]
      ),
      ExactCase(
        scenario: "H-DM2-0.8",
        values: [
          .mean("gate.wait.share-waiting", 0.528174), .minutes("gate.wait.mean", 0.711115),
        ]
      ),
    ]
  }

  /// P(Wq ≤ t) of M/D/1 with service 1.
  private static func crommelin(_ time: Double, _ rho: Double) -> Double {
    var sum = 0.0
    var factorial = 1.0
    for count in 0...Int(time) {
      if count > 0 { factorial *= Double(count) }
      let rest = rho * (Double(count) - time)
      sum += pow(rest, Double(count)) / factorial * exp(-rest)
    }
    return (1 - rho) * sum
  }

  private static var disciplines: [ExactCase] {
    // Cobham: mean residual work over the free shares before and after the class.
    let cumulative: [Double] = [0, 0.2, 0.5, 0.8]
    let free = cumulative.map { 1 - $0 }
    let cobham: [Double] = (1...3).map { 0.8 / (free[$0 - 1] * free[$0]) }
    return [
      ExactCase(
        scenario: "J-COB3-MM1",
        values: [
          .minutes("gate[first].wait.mean", cobham[0]),
          .minutes("gate[second].wait.mean", cobham[1]),
          .minutes("gate[third].wait.mean", cobham[2]),
        ]
      ),
      // 2ρ/(1 − ρ)², times 2/(2 − ρ) in random order, times 1/(1 − ρ) in reverse order.
      discipline("fifo", 40), discipline("random", 40 / 0.6), discipline("lifo", 200),
    ]
  }

  private static func discipline(_ name: String, _ square: Double) -> ExactCase {
    ExactCase(
      scenario: "J-DISC-0.8-\(name)",
      values: [.square("gate.wait.mean-square", square)]
    )
  }

  private static var networks: [ExactCase] {
    let loads = [0.7, 0.7 / 0.9, 0.7 / 0.8]
    let present = loads.map { $0 / (1 - $0) }.reduce(0, +)
    return [
      ExactCase(
        scenario: "K-FB",
        values: [.mean("gate.present.mean", 4), .minutes("flow.trucks.clearance.mean", 10)]
      ),
      ExactCase(
        scenario: "K-TAND3",
        values: [
          .mean("zone.present.mean", present),
          .minutes("flow.trucks.clearance.mean", present / 0.7),
        ]
      ),
    ]
  }

  private static var others: [ExactCase] {
    [
      // Convoys of three: L = ρ(1 + E[X²]/E[X])/(2(1 − ρ)), ρ = 0.75.
      ExactCase(
        scenario: "O-MXM1-const-3",
        values: [
          .mean("gate.present.mean", 6), .minutes("gate.sojourn.mean", 8),
          .minutes("gate.wait.mean", 7),
        ]
      ),
      // The chain of both queues, truncated at 200 and solved.
      ExactCase(
        scenario: "U-JSQ2-0.8",
        values: [
          .mean("gate.present.mean", 4.729179), .minutes("gate.sojourn.mean", 2.955737),
        ]
      ),
      // Kolmogorov's equations, integrated.
      ExactCase(
        scenario: "X-MM1-n20",
        values: [
          .mean("gate.present.at-10min", 15.00017), .mean("gate.present.at-20min", 10.09518),
          .mean("gate.present.at-40min", 3.45735), .mean("gate.present.at-60min", 1.4796),
          .mean("gate.present.at-100min", 1.01383),
        ]
      ),
    ]
  }
}
