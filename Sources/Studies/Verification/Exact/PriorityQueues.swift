/// Classes with priority before one queue of exponential services with mean 1, first class first.
struct PriorityQueues {
  let servers: Int
  /// Arrivals of each class per mean service.
  let arrivals: [Double]

  /// Loads of a server by all classes before each, then by all.
  private var cumulative: [Double] {
    var sums = [0.0]
    for rate in arrivals { sums.append((sums.last ?? 0) + rate / Double(servers)) }
    return sums
  }

  /// Mean waits without preemption.
  ///
  /// A. Cobham, Operations Research 2 (1954).
  var waits: [Double] {
    let sums = cumulative
    let all = ErlangFormulas(servers: servers, offered: arrivals.reduce(0, +))
    let residual = all.waiting / Double(servers)
    return arrivals.indices.map { residual / ((1 - sums[$0]) * (1 - sums[$0 + 1])) }
  }

  /// Mean stays with preemption and resumption, one server.
  ///
  /// H. White and L. S. Christie, Operations Research 6 (1958).
  var preemptiveStays: [Double] {
    precondition(servers == 1, "one server, not \(servers)")
    let sums = cumulative
    return arrivals.indices.map {
      // Residual work of a class and those before it: services are exponential, so ρ each.
      (1 + sums[$0 + 1] / (1 - sums[$0 + 1])) / (1 - sums[$0])
    }
  }
}

/// Mean square of the wait in M/M/1 with services of mean 1, by order of service.
struct OrderOfService {
  let load: Double

  /// First come, first served.
  var fifo: Double { 2 * load / ((1 - load) * (1 - load)) }

  /// In random order.
  ///
  /// J. F. C. Kingman, Proceedings of the Cambridge Philosophical Society 58 (1962).
  var random: Double { fifo * 2 / (2 - load) }

  /// Last come, first served: Takács (1963).
  var lifo: Double { fifo / (1 - load) }
}
