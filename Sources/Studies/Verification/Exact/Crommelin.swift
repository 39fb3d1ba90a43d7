import Foundation

/// Poisson arrivals, c servers, services of 1: M/D/c.
///
/// C. D. Crommelin, Post Office Electrical Engineers' Journal 25 (1932).
/// Looked at every unit of time, the number present is a discrete queue: all who were in service
/// have left, and those who arrived meanwhile have come. Its generating function has c − 1 roots
/// of zᶜ = exp(a(z − 1)) within the unit circle, and these give mean and waiting probability:
/// A. J. E. M. Janssen and J. S. H. van Leeuwaarden, Queueing Systems 50 (2005), section 2.
/// E_k/D/c waits like M/D/kc: k arrivals of the latter are one of the former, server by server.
struct Crommelin {
  let servers: Int
  /// Arrivals during one service.
  let offered: Double

  /// Probability of having to wait.
  var waiting: Double {
    var product = Complex(1, 0)
    for root in roots { product = product * (Complex(1, 0) - root) }
    return 1 - (Double(servers) - offered) / product.real
  }

  /// Mean number waiting.
  var queue: Double {
    let free = Double(servers) - offered
    var sum = offered / (2 * free) - offered / 2 - Double(servers - 1) / 2
    for root in roots { sum += (Complex(1, 0) / (Complex(1, 0) - root)).real }
    return sum
  }

  /// Mean wait.
  var wait: Double { queue / offered }

  /// The roots within the unit circle, by the fixed-point equation z = ω exp(a(z − 1)/c).
  private var roots: [Complex] {
    (1..<max(servers, 1)).map { index in
      let unit = Complex(angle: 2 * Double.pi * Double(index) / Double(servers))
      var root = unit * Complex(0.5, 0)
      for _ in 0..<2000 {
        let next = unit * (root - Complex(1, 0)).exponential(times: offered / Double(servers))
        let change = (next - root).size
        root = next
        if change < 1e-16 { break }
      }
      return root
    }
  }

  /// P(wait ≤ t) for one server; exact, but cancels for t much longer than some twenty services.
  func share(within time: Double) -> Double {
    precondition(servers == 1, "one server, not \(servers)")
    var sum = 0.0
    var factorial = 1.0
    for count in 0...Int(time) {
      if count > 0 { factorial *= Double(count) }
      let rest = offered * (Double(count) - time)
      sum += pow(rest, Double(count)) / factorial * exp(-rest)
    }
    return (1 - offered) * sum
  }
}

/// Just enough of a complex number for roots of characteristic equations.
private struct Complex {
  let real: Double
  let imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  init(angle: Double) { self.init(cos(angle), sin(angle)) }

  var size: Double { (real * real + imaginary * imaginary).squareRoot() }

  func exponential(times factor: Double) -> Complex {
    let size = exp(factor * real)
    return Complex(size * cos(factor * imaginary), size * sin(factor * imaginary))
  }

  static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.real - right.real, left.imaginary - right.imaginary)
  }

  static func * (left: Complex, right: Complex) -> Complex {
    Complex(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real
    )
  }

  static func / (left: Complex, right: Complex) -> Complex {
    let norm = right.real * right.real + right.imaginary * right.imaginary
    let top = left * Complex(right.real, -right.imaginary)
    return Complex(top.real / norm, top.imaginary / norm)
  }
}
