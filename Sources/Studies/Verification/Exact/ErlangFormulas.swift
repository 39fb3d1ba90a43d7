import Foundation

/// Erlang's formulas for c servers of rate 1.
///
/// A. K. Erlang, Post Office Electrical Engineers' Journal 10 (1917).
struct ErlangFormulas {
  /// Number of servers c.
  let servers: Int
  /// Offered load a = λ/μ in erlangs.
  let offered: Double

  /// Probability that all servers are busy when there is no room to wait: Erlang B.
  var blocking: Double {
    var blocking = 1.0
    for count in 1...servers {
      blocking = offered * blocking / (Double(count) + offered * blocking)
    }
    return blocking
  }

  /// Load of each server.
  var load: Double { offered / Double(servers) }

  /// Probability of having to wait: Erlang C.
  var waiting: Double { blocking / (1 - load * (1 - blocking)) }

  /// Rate of the exponential wait of those who wait.
  var drain: Double { Double(servers) - offered }

  /// Mean wait in mean services.
  var wait: Double { waiting / drain }

  /// Mean square of the wait.
  var waitSquare: Double { 2 * waiting / (drain * drain) }

  /// Mean number waiting.
  var queue: Double { offered * wait }

  /// Mean number present.
  var present: Double { queue + offered }

  /// Quantile of the wait of all; 0 for those below the share that does not wait.
  func waitQuantile(_ share: Double) -> Double {
    max(0, log(waiting / (1 - share)) / drain)
  }
}
