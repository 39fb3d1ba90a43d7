import EventSimulation

/// The batches of equal length of one long run, and what is measured in each.
///
/// Statistics begin anew at the end of each batch, as they do after the warm-up, so that nothing of
/// the run as a whole is left: who wants both simulates the replication twice. Papers are not
/// measured batch by batch.
public struct BatchPlan: Sendable {
  /// The ends of all batches but the last, which ends with the run; ascending.
  public let ends: [SimulatedTime]
  /// What is measured.
  public let catalogue: MeasureCatalogue

  /// Batches of the time between two instants.
  ///
  /// - Parameters:
  ///   - count: how many, at least 1.
  ///   - start: the end of the warm-up.
  ///   - end: the end of the run.
  ///   - catalogue: what is measured.
  public init(
    count: Int,
    from start: SimulatedTime,
    to end: SimulatedTime,
    catalogue: MeasureCatalogue
  ) {
    precondition(count > 0 && start < end, "\(count) batches from \(start) to \(end)")
    let length = (end - start).microseconds / Int64(count)
    ends = (1..<count).map { start + SimulatedTime(microseconds: length * Int64($0)) }
    self.catalogue = catalogue
  }
}
