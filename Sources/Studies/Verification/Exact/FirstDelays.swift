/// Waits of the first customers of M/M/1 that begins empty; services have mean 1.
///
/// The number that customer n + 1 finds is that which n found, and n, less those served between
/// two arrivals, of which there may be any number (a geometric law): L. Takács (1962), chapter 1.
/// The wait has as many means of a service as customers are found.
struct FirstDelays {
  /// Mean waits of customers 1, 2, ….
  let means: [Double]
  /// Variance of the average wait of the first n, as n grows.
  let averageVariances: [Double]

  init(load: Double, count: Int) {
    // Probability that the next event is an arrival.
    let arrival = load / (1 + load)
    var found = Array(repeating: 0.0, count: count + 2)
    found[0] = 1
    var means: [Double] = []
    var distributions: [[Double]] = []
    for _ in 0..<count {
      means.append(found.enumerated().map { Double($0) * $1 }.reduce(0, +))
      distributions.append(found)
      found = Self.next(found, arrival)
    }
    self.means = means
    averageVariances = (1...count).map { Self.variance(distributions, means, $0, arrival) }
  }

  /// Mean of the average wait of the first n.
  func average(_ count: Int) -> Double { means[0..<count].reduce(0, +) / Double(count) }

  private static func next(_ found: [Double], _ arrival: Double) -> [Double] {
    var next = Array(repeating: 0.0, count: found.count)
    for (state, share) in found.enumerated() where share > 0 && state + 1 < found.count {
      var rest = share
      for left in stride(from: state + 1, to: 0, by: -1) {
        next[left] += rest * arrival
        rest *= 1 - arrival
      }
      next[0] += rest
    }
    return next
  }

  /// Of the average of the numbers found, plus that of the services themselves.
  ///
  /// Backwards: `ahead` is the expected sum of what later customers find, by what this one finds.
  private static func variance(
    _ distributions: [[Double]],
    _ means: [Double],
    _ count: Int,
    _ arrival: Double
  ) -> Double {
    let size = count + 2
    var ahead = Array(repeating: 0.0, count: size)
    var square = 0.0
    for index in stride(from: count - 1, through: 0, by: -1) {
      for state in 0..<size {
        let value = Double(state)
        square += distributions[index][state] * (value * value + 2 * value * ahead[state] + value)
      }
      // One customer earlier: E[found by the next + what comes after it].
      var earlier = Array(repeating: 0.0, count: size)
      var tail = ahead[0]
      for state in 0..<(size - 1) {
        // After this one there are state + 1; with chance `arrival` nobody is served before the next.
        tail = arrival * (Double(state + 1) + ahead[state + 1]) + (1 - arrival) * tail
        earlier[state] = tail
      }
      ahead = earlier
    }
    let sum = means[0..<count].reduce(0, +)
    return (square - sum * sum) / Double(count * count)
  }
}
