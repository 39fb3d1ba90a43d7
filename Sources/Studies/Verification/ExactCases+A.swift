import Foundation

/// One server, everything exponential.
extension ExactCase {
  static var familyA: [ExactCase] { [mm1(0.8), mm1(0.9)] }

  /// M/M/1, service rate 1 a minute; values in minutes until they are turned into seconds.
  private static func mm1(_ rho: Double) -> ExactCase {
    let sojourn = 1 / (1 - rho)
    let wait = rho * sojourn
    return ExactCase(
      id: "A-MM1-\(rho)",
      model: "M/M/1, load \(rho)",
      source: "Kleinrock, Queueing Systems I (1975), sections 3.2 and 5.7",
      values: [
        ExactValue(name: "Wq", measure: "gate.wait.mean", exact: 60 * wait, kind: .mean),
        ExactValue(name: "W", measure: "gate.sojourn.mean", exact: 60 * sojourn, kind: .mean),
        ExactValue(name: "L", measure: "gate.present.mean", exact: rho * sojourn, kind: .mean),
        ExactValue(name: "Lq", measure: "gate.queue.mean", exact: rho * wait, kind: .mean),
        ExactValue(
          name: "E[W²]",
          measure: "gate.sojourn.mean-square",
          exact: 3600 * 2 * sojourn * sojourn,
          kind: .square
        ),
        // Var Wq = ρ(2 − ρ)/(1 − ρ)².
        ExactValue(
          name: "E[Wq²]",
          measure: "gate.wait.mean-square",
          exact: 3600 * (rho * (2 - rho) * sojourn * sojourn + wait * wait),
          kind: .square
        ),
        ExactValue(
          name: "W p95",
          measure: "gate.sojourn.p95",
          exact: 60 * sojourn * log(20),
          kind: .tail
        ),
        ExactValue(
          name: "Wq p95",
          measure: "gate.wait.p95",
          exact: 60 * sojourn * log(20 * rho),
          kind: .tail
        ),
        ExactValue(
          name: "sd L",
          measure: "gate.present.sd",
          exact: rho.squareRoot() * sojourn,
          kind: .deviation
        ),
      ],
      load: rho
    )
  }
}
