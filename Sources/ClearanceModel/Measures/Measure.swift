import EventSimulation

/// What a measure is about.
public enum MeasureSubject: Sendable, Hashable {
  /// A station or lane, all classes or one.
  case place(Int, classIndex: Int?)
  /// What entered under one name, all classes or one.
  case flow(Int, classIndex: Int?)
  /// The whole scenario.
  case zone
  /// A collection.
  case collection(Int)
  /// A team.
  case team(Int)
}

/// What is measured.
public enum Quantity: Sendable, Hashable {
  /// Time in the queue of a place, of visits that were served.
  case wait
  /// Service received, or time a place was held.
  case service
  /// From coming to a place to leaving it.
  case sojourn
  /// From arrival to cleared.
  case clearance
  /// From arrival to a mark, by index.
  case toMark(Int)
  /// Number waiting.
  case queue
  /// Number waiting or in service.
  case present
  /// Busy over open server time.
  case utilisation
  /// Departures per hour.
  case throughput
  /// Trucks that came.
  case arrivals
  /// Trucks that left after service.
  case departures
  /// Trucks turned away.
  case lost
  /// End of a run until empty.
  case makespan
  /// How often something was counted, by index of the counter.
  case counted(Int)
  /// Time of a cleared truck at a stage, by index.
  case stage(Int)
  /// Length of the queue.
  case queueLength
  /// Time in which the queue is longer than its room.
  case overLimit
  /// Time for which a truck keeps its server after service; of a server: its share of such time.
  case blocked
  /// What trucks have added to a collection.
  case gathered
  /// Piles of a collection that went out.
  case started
  /// Time in the queue of a place, also of visits that ended with the truck's patience.
  case waitAll
  /// Visits that ended with the truck's patience; trucks that left since it had ended.
  case reneged
  /// Something about papers.
  case papers(PaperQuantity)
  /// What trucks have added to an amount.
  case summed(SummedAmount)
  /// Server time spent on trucks; time at work of a team's members.
  case worked
  /// Time on shift of a team's members; work beyond the closing counts.
  case onShift
  /// Time at work of a team's members beyond the closing.
  case overtime
  /// Something about goods by status.
  case stock(StockQuantity)
  /// Time from the end of an outage until it is got over.
  case recovery
  /// Time in which a system is out.
  case out
}

/// How observations are summed up.
public enum Statistic: Sendable, Hashable {
  /// Mean over observations or time.
  case mean
  /// Mean of the squares.
  case meanSquare
  /// Standard deviation over observations or time.
  case sd
  /// The value that a share of observations does not exceed.
  case quantile(Double)
  /// Largest value.
  case max
  /// Number of observations.
  case count
  /// Share of visits that had to wait.
  case shareWaiting
  /// Share of observations up to a time.
  case shareWithin(TimeText)
  /// 95th percentile of the waits of those who came in the peak hour.
  case peakHourP95
  /// Mean of the same waits.
  case peakHourMean
  /// Share of the same waits up to a time.
  case peakHourShareWithin(TimeText)
  /// A statistic of the waits of those who came in one clock hour, 0 to 23.
  indirect case ofHour(Int, Statistic)
  /// The level at an instant.
  case at(TimeText)
  /// Share: of arrivals for what is lost, of departures for what is counted, of all time to
  /// clearance for a stage, of the observed time for levels, of another amount for an amount.
  case share
  /// Rate within the peak hour.
  case peakHour
  /// Number on the busiest calendar day of the observed time.
  case peakDay
  /// Sum over the observed time.
  case sum

  /// For a quantile the share of observations that it is not below; nil for all else.
  public var order: Double? {
    switch self {
    case .quantile(let p): p
    case .peakHourP95: 0.95
    case .ofHour(_, let statistic): statistic.order
    default: nil
    }
  }
}

/// A time as the name of a measure spells it: a whole number and a unit.
public struct TimeText: Sendable, Hashable {
  /// As spelt, such as `10min`.
  public let text: String
  /// Its length.
  public let time: SimulatedTime

  /// Reads `10min`, `90s`, `2h`; nil for anything else.
  public init?(_ text: Substring) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let scales: [Substring: Int64] = [
      "us": 1, "ms": 1_000, "s": 1_000_000, "min": 60_000_000, "h": 3_600_000_000,
      "d": 86_400_000_000,
    ]
    guard let scale = scales[text.dropFirst(digits.count)], let number = Int64(digits) else {
      return nil
    }
    let (length, overflows) = number.multipliedReportingOverflow(by: scale)
    guard !overflows else { return nil }
    self.text = String(text)
    time = SimulatedTime(microseconds: length)
  }
}

/// One measure: its name and how to find its value in a replication.
public struct Measure: Sendable, Hashable {
  /// PLACE.MEASURE.STATISTIC.
  public let name: String
  /// What it is about.
  public let subject: MeasureSubject
  /// What is measured.
  public let quantity: Quantity
  /// How it is summed up.
  public let statistic: Statistic

  /// The unit of its values; empty for shares.
  public var unit: String {
    if case .ofHour(_, let ofOneHour) = statistic {
      return Measure(name: name, subject: subject, quantity: quantity, statistic: ofOneHour).unit
    }
    switch (quantity, statistic) {
    case (.papers, .share): return ""
    case (.papers(let quantity), _): return quantity.unit
    case (.summed(let amount), .sum): return amount.unit
    case (.stock(let quantity), _): return quantity.unit
    case (_, .peakDay), (.recovery, .count): return "times"
    case (.counted, .count), (.gathered, .count), (.started, .count): return "times"
    case (_, .count): return "trucks"
    case (.queueLength, _): return "m"
    case (_, .share), (_, .shareWaiting), (_, .shareWithin), (_, .peakHourShareWithin),
      (.utilisation, _):
      return ""
    case (.throughput, _): return "1/h"
    case (.worked, _), (.onShift, _), (.overtime, _): return "h"
    case (.queue, _), (.present, _): return "trucks"
    case (_, .meanSquare): return "s²"
    default: return "s"
    }
  }
}
