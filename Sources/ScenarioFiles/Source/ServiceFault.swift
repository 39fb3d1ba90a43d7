/// What can be wrong with how stations serve: several together, or the shortest service first.
public enum ServiceFault: Error, Sendable, Equatable {
  /// Words that would interrupt a service of several trucks.
  case togetherInterrupted(words: String)
  /// Trucks that wait for company where there is less room than they need.
  case neverFills(count: Int, room: Int)
  /// Trucks that are served together and may find the next station full, which blocks upstream.
  case blockedTogether(station: String)
  /// Servers seized where each of them serves several trucks.
  case seizedTogether(station: String)
  /// Servers seized where the order is that of the lengths of services.
  case seizedByLength(station: String)
}
