/// The words of measures and statistics, in both directions.
extension Quantity {
  /// The quantities with a word of their own; marks have `to-NAME`.
  static let named: [(word: String, quantity: Quantity)] = [
    ("wait", .wait), ("service", .service), ("sojourn", .sojourn), ("clearance", .clearance),
    ("queue", .queue), ("present", .present), ("utilisation", .utilisation),
    ("throughput", .throughput), ("arrivals", .arrivals), ("departures", .departures),
    ("lost", .lost), ("makespan", .makespan), ("queue-length", .queueLength),
    ("over-limit", .overLimit), ("gathered", .gathered), ("started", .started),
    ("blocked", .blocked), ("wait-all", .waitAll), ("reneged", .reneged),
    ("worked", .worked), ("on-shift", .onShift), ("overtime", .overtime),
    ("recovery", .recovery), ("out", .out),
  ]

  /// The word in a measure's name.
  public func word(in plan: ClearancePlan) -> String {
    switch self {
    case .toMark(let index): "to-" + plan.marks[index].kebab
    case .counted(let index): plan.counters[index].kebab
    case .stage(let index): "stage-" + plan.stages[index].kebab
    case .papers(let quantity): quantity.rawValue
    case .summed(let amount): plan.amounts[amount.index].name.kebab
    case .stock(let quantity): quantity.word
    default: Self.named.first { $0.quantity == self }?.word ?? ""
    }
  }

  /// Whether single observations of a length of time are behind it.
  public var isDuration: Bool {
    switch self {
    case .wait, .service, .blocked, .sojourn, .clearance, .toMark, .stage, .waitAll, .recovery: true
    default: false
    }
  }

  /// The statistics it always has.
  func statistics(hasPeakHour: Bool) -> [Statistic] {
    switch self {
    case .wait, .service, .blocked, .sojourn, .clearance, .toMark, .waitAll:
      var statistics: [Statistic] = [
        .mean, .meanSquare, .sd, .quantile(0.5), .quantile(0.9), .quantile(0.95),
        .quantile(0.99), .max, .count,
      ]
      if self == .wait || self == .waitAll {
        statistics.append(.shareWaiting)
        if hasPeakHour, self == .wait { statistics.append(.peakHourP95) }
      }
      if self == .blocked { statistics.append(.share) }
      statistics += ["5min", "10min", "30min"].compactMap { TimeText($0) }.map(
        Statistic.shareWithin
      )
      return statistics
    case .queue, .present: return [.mean, .sd, .max]
    case .utilisation: return [.mean]
    case .throughput: return hasPeakHour ? [.mean, .peakHour] : [.mean]
    case .arrivals, .departures, .gathered, .started: return [.count]
    case .lost, .counted, .reneged: return [.count, .share]
    case .makespan: return [.mean, .max]
    case .stage: return [.mean, .quantile(0.95), .max, .share]
    case .recovery: return [.mean, .quantile(0.95), .max, .count]
    case .out: return [.share]
    case .queueLength: return [.mean, .max]
    case .overLimit: return [.share]
    case .worked, .onShift, .overtime: return [.sum]
    case .papers(let quantity): return quantity.statistics
    case .summed(let amount): return amount.whole == nil ? [.sum] : [.sum, .share]
    case .stock(let quantity): return quantity.statistics
    }
  }

  /// Whether a statistic can be asked of it.
  func allows(_ statistic: Statistic, hasPeakHour: Bool) -> Bool {
    switch statistic {
    case .shareWithin: isDuration
    case .peakHourMean, .peakHourShareWithin: self == .wait && hasPeakHour
    case .at: self == .queue || self == .present
    case .ofHour(_, let ofOneHour): self == .wait && ofOneHour.isOfOneHour
    default: statistics(hasPeakHour: hasPeakHour).contains(statistic)
    }
  }
}

extension Statistic {
  private static let named: [(word: String, statistic: Statistic)] = [
    ("mean", .mean), ("mean-square", .meanSquare), ("sd", .sd), ("p50", .quantile(0.5)),
    ("p90", .quantile(0.9)), ("p95", .quantile(0.95)), ("p99", .quantile(0.99)), ("max", .max),
    ("count", .count), ("share-waiting", .shareWaiting), ("peak-hour-p95", .peakHourP95),
    ("peak-hour-mean", .peakHourMean),
    ("share", .share), ("peak-hour", .peakHour), ("peak-day", .peakDay), ("sum", .sum),
  ]

  /// The word in a measure's name.
  public var word: String {
    switch self {
    case .shareWithin(let time): "share-within-" + time.text
    case .peakHourShareWithin(let time): "peak-hour-share-within-" + time.text
    case .at(let time): "at-" + time.text
    case .ofHour(let hour, let statistic): "hour-\(hour)-\(statistic.word)"
    default: Self.named.first { $0.statistic == self }?.word ?? ""
    }
  }

  /// The statistic of a word, or nil.
  public init?(word: Substring) {
    if let statistic = Self.named.first(where: { $0.word == word })?.statistic {
      self = statistic
    } else if word.hasPrefix("share-within-"), let time = TimeText(word.dropFirst(13)) {
      self = .shareWithin(time)
    } else if word.hasPrefix("peak-hour-share-within-"), let time = TimeText(word.dropFirst(23)) {
      self = .peakHourShareWithin(time)
    } else if word.hasPrefix("hour-") {
      let rest = word.dropFirst(5)
      let digits = rest.prefix { $0 != "-" }
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let hour = Int(digits), hour < 24,
        let statistic = Statistic(word: rest.dropFirst(digits.count + 1)), statistic.isOfOneHour
      else { return nil }
      self = .ofHour(hour, statistic)
    } else if word.hasPrefix("at-"), let time = TimeText(word.dropFirst(3)) {
      self = .at(time)
    } else {
      return nil
    }
  }
}

extension Statistic {
  /// Whether the waits of one clock hour have it.
  fileprivate var isOfOneHour: Bool {
    switch self {
    case .mean, .sd, .quantile, .max, .count, .shareWaiting, .shareWithin: true
    default: false
    }
  }
}

extension String {
  /// A name as the middle part of a measure's name: blanks become hyphens.
  public var kebab: String { String(map { $0 == " " ? "-" : $0 }) }
}
