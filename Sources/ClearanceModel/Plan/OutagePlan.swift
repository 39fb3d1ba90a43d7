/// A system that trucks depend on and that is out at times (故障): a station whose one server is closed or
/// broken meanwhile, and to which nobody comes.
public struct OutagePlan: Sendable, Equatable {
  /// Index of the station.
  public var place: Int
  /// Stations whose queues grow while it is out, by index.
  public var queues: [Int]

  /// A system from its parts.
  public init(place: Int, queues: [Int]) {
    self.place = place
    self.queues = queues
  }
}

extension ClearancePlan {
  /// Whether a place is a system that may be out, and none where anybody is served.
  public func isOutage(_ place: Int) -> Bool {
    outages.contains { $0.place == place }
  }
}
