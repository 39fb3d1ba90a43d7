/// Mean wait of the first customers of M/M/c that begins empty.
///
/// The number that customer n + 1 finds is that which n found, and n, less those served between two
/// arrivals; with j present the next event is an arrival with probability λ / (λ + min(j, c) μ) (the
/// argument of L. Takács, 1962, chapter 1, for c servers). Who finds k customers before c servers
/// waits for k − c + 1 of them to be served.
struct FirstWaits {
  /// Average of the mean waits of the first customers, in the unit of the service.
  let average: Double

  /// - Parameters:
  ///   - servers: How many there are.
  ///   - rate: Arrivals in a unit of time.
  ///   - service: Mean time of a service.
  ///   - count: How many customers are looked at.
  init(servers: Int, rate: Double, service: Double, count: Int) {
    // Probability that the next event is an arrival, by the number present.
    let arrival = (0...count + 1).map { rate / (rate + Double(min($0, servers)) / service) }
    var found = Array(repeating: 0.0, count: count + 1)
    found[0] = 1
    var sum = 0.0
    for customer in 0..<count {
      for state in servers...max(servers, customer) where state <= customer {
        sum += found[state] * Double(state - servers + 1) * service / Double(servers)
      }
      var next = Array(repeating: 0.0, count: count + 1)
      for state in 0...customer where state < count {
        var rest = found[state]
        for left in stride(from: state + 1, to: 0, by: -1) {
          next[left] += rest * arrival[left]
          rest *= 1 - arrival[left]
        }
        next[0] += rest
      }
      found = next
    }
    average = sum / Double(count)
  }
}
