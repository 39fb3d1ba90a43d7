/// What can be wrong with work side by side and with servers of several stations at once.
public enum ParallelFault: Error, Sendable, Equatable {
  /// A `go to` that would enter or leave a branch of `do in parallel`.
  case goToAcross(step: String)
  /// An attribute that is set in two branches of one `do in parallel`.
  case setTwice(attribute: String)
  /// A shared attribute that is set in a branch of `do in parallel`.
  case setsShared(attribute: String)
  /// A release of what was seized outside its branch of `do in parallel`.
  case releaseAcross(station: String)
  /// A station that cannot be seized together with others.
  case cannotSeizeTogether(station: String, reason: SeizeObstacle)
  /// Stations that are to be seized together and have different orders of service.
  case differentQueues(station: String, other: String)
}

/// Why a station cannot be seized together with others.
public enum SeizeObstacle: Sendable, Equatable, CaseIterable {
  /// It serves in random order.
  case order
  /// It blocks upstream.
  case blocksUpstream
  /// Trucks change its lanes, so that they do not stay in the order of coming.
  case jockeys
  /// Some of those who wait there go before all others.
  case goesFirst
}
