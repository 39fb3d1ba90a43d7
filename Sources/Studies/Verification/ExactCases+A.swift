import Foundation

/// One server, everything exponential.
extension SizedCase {
  static var familyA: [SizedCase] { [0.5, 0.8, 0.9, 0.95].map(mm1) }

  private static func mm1(_ rho: Double) -> SizedCase {
    let stay = 1 / (1 - rho)
    let wait = rho * stay
    var values: [ExactValue] = [
      .minutes("Wq", "gate.wait.mean", wait),
      .minutes("W", "gate.sojourn.mean", stay),
      .mean("L", "gate.present.mean", rho * stay),
      .mean("Lq", "gate.queue.mean", rho * wait),
      .tail("W p95", "gate.sojourn.p95", stay * log(20)),
      .tail("Wq p95", "gate.wait.p95", stay * log(20 * rho)),
    ]
    // Nearer to saturation they would need seven times as long a run as the means.
    let squares = rho < 0.95
    if squares {
      values += [
        .square("E[W²]", "gate.sojourn.mean-square", 2 * stay * stay),
        // Var Wq = ρ(2 − ρ)/(1 − ρ)².
        .square("E[Wq²]", "gate.wait.mean-square", rho * (2 - rho) * stay * stay + wait * wait),
        .deviation("sd L", "gate.present.sd", rho.squareRoot() * stay),
      ]
    }
    return SizedCase(
      "A-MM1-\(rho)",
      "M/M/1, load \(rho)",
      "Kleinrock, Queueing Systems I (1975), sections 3.2 and 5.7",
      load: rho,
      // A hundred replications, for the deviation; and the quantiles at 0.95.
      .queue(
        1,
        rho,
        variability: rho < 0.9 ? 1.25 : squares ? 1.1 : 1.4,
        squares ? .deviation : .wait
      ),
      values
    )
  }
}
