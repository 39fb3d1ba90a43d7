import Foundation

/// A birth–death process on the way: Kolmogorov's forward equations, by Runge and Kutta's rule.
///
/// c servers of rate `service`; arrivals may follow the clock. Step and truncation are the caller's
/// choice: a step of a fifth of the fastest time constant keeps ten digits.
struct KolmogorovEquations {
  let servers: Int
  let service: Double
  let arrivals: (Double) -> Double
  /// Most that can be present.
  let places: Int
  let step: Double
  private(set) var time = 0.0
  private(set) var shares: [Double]

  init(
    servers: Int,
    service: Double,
    places: Int,
    step: Double,
    present: Int = 0,
    arrivals: @escaping (Double) -> Double
  ) {
    self.servers = servers
    self.service = service
    self.places = places
    self.step = step
    self.arrivals = arrivals
    shares = Array(repeating: 0, count: places + 1)
    shares[present] = 1
  }

  /// Mean of a function of the number present, now.
  func mean(_ value: (Int) -> Double) -> Double {
    var sum = 0.0
    for (state, share) in shares.enumerated() { sum += share * value(state) }
    return sum
  }

  /// Goes on to a time, in steps of equal length.
  mutating func advance(to end: Double) {
    let count = max(1, Int(((end - time) / step).rounded(.up)))
    let width = (end - time) / Double(count)
    let start = time
    for index in 0..<count {
      time = start + Double(index) * width
      advance(by: width)
    }
    time = end
  }

  private mutating func advance(by width: Double) {
    let middle = arrivals(time + width / 2)
    let one = slopes(shares, arrivals(time))
    let two = slopes(Self.moved(shares, one, width / 2), middle)
    let three = slopes(Self.moved(shares, two, width / 2), middle)
    let four = slopes(Self.moved(shares, three, width), arrivals(time + width))
    for state in shares.indices {
      shares[state] += width / 6 * (one[state] + 2 * two[state] + 2 * three[state] + four[state])
    }
  }

  private func slopes(_ shares: [Double], _ rate: Double) -> [Double] {
    var slopes = Array(repeating: 0.0, count: shares.count)
    for state in 0..<places {
      let flow =
        rate * shares[state] - service * Double(min(state + 1, servers)) * shares[state + 1]
      slopes[state] -= flow
      slopes[state + 1] += flow
    }
    return slopes
  }

  private static func moved(_ shares: [Double], _ slopes: [Double], _ width: Double) -> [Double] {
    zip(shares, slopes).map { $0 + width * $1 }
  }
}

/// Averages over a cycle of M(t)/M/c in its periodic steady state.
struct CycleAverages {
  let present: Double
  let queue: Double
  /// Mean wait of those who come.
  let wait: Double
  /// Share of those who come that find all servers busy.
  let delayed: Double
  /// Variance of the average queue of one cycle over the square of its mean, at most: as if the
  /// queue of a cycle moved as one.
  let relative: Double

  /// Solves for arrivals of mean · (1 + swing · sin 2πt/period), after `settling` cycles.
  init(
    servers: Int,
    service: Double,
    mean: Double,
    swing: Double,
    period: Double,
    places: Int,
    settling: Int = 2
  ) {
    let arrivals = { (time: Double) in mean * (1 + swing * sin(2 * Double.pi * time / period)) }
    var equations = KolmogorovEquations(
      servers: servers,
      service: service,
      places: places,
      step: 1 / (service * Double(servers) + mean * (1 + swing)),
      arrivals: arrivals
    )
    equations.advance(to: period * Double(settling))
    let start = equations.time
    // The trapezium rule is exact to rounding for a smooth periodic function.
    let points = 240
    var present = 0.0
    var queue = 0.0
    var delayed = 0.0
    var deviation = 0.0
    for point in 0..<points {
      if point > 0 { equations.advance(to: start + period * Double(point) / Double(points)) }
      let all = equations.mean { $0 >= servers ? 1 : 0 }
      present += equations.mean(Double.init)
      let waiting = equations.mean { Double(max(0, $0 - servers)) }
      let square = equations.mean { Double(max(0, $0 - servers) * max(0, $0 - servers)) }
      queue += waiting
      deviation += max(0, square - waiting * waiting).squareRoot()
      delayed += all * arrivals(equations.time)
    }
    self.present = present / Double(points)
    self.queue = queue / Double(points)
    relative = deviation * deviation / (queue * queue)
    self.delayed = delayed / Double(points) / mean
    wait = self.queue / mean
  }
}
