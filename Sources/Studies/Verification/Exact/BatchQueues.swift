import Foundation

/// Convoys before one server: M[X]/G/1 with services of mean 1.
///
/// P. J. Burke, Delays in single-server queues with batch input, Operations Research 23 (1975).
struct BatchArrivals {
  /// Convoys per mean service.
  let rate: Double
  /// Mean and mean square of the size of a convoy.
  let size: Double
  let sizeSquare: Double
  /// Squared coefficient of variation of a service.
  let scv: Double

  var load: Double { rate * size }

  /// Mean wait: of the convoy, as in M/G/1, and of a truck behind others of its convoy.
  var wait: Double {
    let work = size * scv + sizeSquare
    return rate * work / (2 * (1 - load)) + (sizeSquare / size - 1) / 2
  }

  /// Mean stay.
  var stay: Double { wait + 1 }

  /// Mean number present.
  var present: Double { load * stay }
}

/// One server that takes up to `most` of those who wait for one exponential service of mean 1.
///
/// N. T. J. Bailey, Journal of the Royal Statistical Society B 16 (1954); D. Gross and
/// C. M. Harris, Fundamentals of Queueing Theory, section 3.2.
struct BulkService {
  let arrivals: Double
  let most: Int

  /// The root r below 1 of r^(most + 1) − (λ + 1) r + λ = 0.
  var root: Double {
    var low = 0.0
    var high = 1 - 1e-9
    for _ in 0..<200 {
      let middle = (low + high) / 2
      let value = pow(middle, Double(most + 1)) - (arrivals + 1) * middle + arrivals
      if value > 0 { low = middle } else { high = middle }
    }
    return low
  }

  /// Share of time in which the server is idle: busy with n waiting has the share idle · λ · rⁿ.
  var idle: Double { (1 - root) / (arrivals + 1 - root) }

  /// Mean number waiting.
  var queue: Double { (1 - idle) * root / (1 - root) }

  /// Mean wait.
  var wait: Double { queue / arrivals }
}
