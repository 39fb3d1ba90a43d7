/// How many replications it takes until every quantity is known precisely enough.
///
/// The replications of Hoad, Robinson and Davies ("Automated selection of the number of
/// replications for a discrete-event simulation", Journal of the Operational Research Society 61,
/// 2010): after each replication, in the order of their numbers, the half-width of every quantity
/// is compared with what is allowed. An interval can be narrow by luck; so it has to stay narrow
/// enough for the next ``lookAhead(after:)`` replications too.
///
/// The caller hands over, for each quantity, its half-width divided by what is allowed: at most 1 is
/// precise enough. Which replications are to be made next (``Verdict/goOn(to:)``) depends on these
/// ratios alone, so that any number of workers comes to the same end.
public struct ReplicationControl: Sendable, Equatable {
  /// Replications before which nothing is decided.
  public let least: Int
  /// The most replications.
  public let atMost: Int
  /// Replications seen.
  public private(set) var count = 0
  /// The ratio of each quantity after the last replication; empty before ``least`` of them.
  public private(set) var ratios: [Double] = []
  /// By quantity: the replications after which it became precise enough, and has been since.
  private var since: [Int?]

  /// Replications before which nothing is decided, unless said otherwise.
  ///
  /// A standard deviation from three to nine values is too uncertain to plan with.
  public static let usualLeast = 10
  /// The most replications, unless said otherwise.
  public static let usualMost = 1_000

  /// What is to be done.
  public enum Verdict: Sendable, Equatable {
    /// To simulate more, until there are so many.
    case goOn(to: Int)
    /// Every quantity is precise enough.
    case precise
    /// The most replications have been made, and it is not.
    case ceiling
  }

  /// A control of so many quantities.
  ///
  /// - Parameters:
  ///   - quantities: how many; without any nothing keeps the control from its end.
  ///   - least: replications before which nothing is decided, at least 2.
  ///   - atMost: the most replications, at least `least`.
  public init(quantities: Int, least: Int = usualLeast, atMost: Int = usualMost) {
    precondition(2 <= least && least <= atMost, "between \(least) and \(atMost) replications")
    self.least = least
    self.atMost = atMost
    since = Array(repeating: nil, count: quantities)
  }

  /// How many replications more an interval must stay narrow: 5, beyond 100 replications 5 % of them.
  public static func lookAhead(after count: Int) -> Int {
    count <= 100 ? 5 : 5 * count / 100
  }

  /// Takes the next replication.
  ///
  /// - Parameter ratios: the half-width of each quantity over what is allowed; infinite where there
  ///   is no interval. Not asked for before ``least`` replications.
  public mutating func observe(_ ratios: () -> [Double]) {
    count += 1
    guard count >= least else { return }
    self.ratios = ratios()
    precondition(self.ratios.count == since.count, "\(self.ratios.count) of \(since.count) ratios")
    for (index, ratio) in self.ratios.enumerated() {
      since[index] = ratio <= 1 ? since[index] ?? count : nil
    }
  }

  /// What is to be done after the replications seen.
  public var verdict: Verdict {
    if let first = preciseSince, count >= first + Self.lookAhead(after: first) { return .precise }
    guard count < atMost else { return .ceiling }
    return .goOn(to: min(next, atMost))
  }

  /// The replications after which all quantities had become precise enough, and have been since.
  public var preciseSince: Int? {
    guard count >= least else { return nil }
    var latest = least
    for first in since {
      guard let first else { return nil }
      latest = max(latest, first)
    }
    return latest
  }

  /// The quantity that the decision waited for; nil where there is none.
  ///
  /// The last to become precise enough; of several the one with the widest interval.
  public var deciding: Int? {
    guard !ratios.isEmpty else { return nil }
    var best = 0
    for index in since.indices.dropFirst() {
      let (mine, other) = (since[index] ?? .max, since[best] ?? .max)
      if mine > other || mine == other && ratios[index] > ratios[best] { best = index }
    }
    return best
  }

  /// Where the next wave of replications ends.
  private var next: Int {
    guard count >= least else { return least + Self.lookAhead(after: least) }
    if let first = preciseSince { return first + Self.lookAhead(after: first) }
    // The half-width falls as one over the root of the number; at most twice as many at once, since
    // a few values tell the spread badly.
    let widest = ratios.max() ?? 0
    let wanted = min((Double(count) * widest * widest).rounded(.up), Double(2 * count))
    let first = max(Int(wanted), count + 1)
    return first + Self.lookAhead(after: first)
  }
}
