import ClearanceModel
import EventSimulation

/// What can be wrong with a file that says who is where.
public enum StateFault: Error, Sendable, Equatable {
  /// A key that does not belong there.
  case unknownKey(String, allowed: [String], nearest: String?)
  /// A key, or one of several, that is missing.
  case missing([String])
  /// No instant: neither a time of day, nor a date with one, nor a length of time.
  case notAnInstant(String)
  /// A date where the scenario does not say when it starts.
  case noDates(String)
  /// A date before that on which the scenario starts.
  case beforeStart(String, starts: String)
  /// An instant at the end of the run or after it.
  case beyondRun(String, horizon: String)
  /// A place that trucks of the flow never come to; those that they come to.
  case neverComes(flow: String, place: String, existing: [String])
  /// A station with lanes where one of the lanes must be named.
  case needsLane(station: String, lanes: [String])
  /// A flow with a fixed number of trucks that begin anew.
  case closedFlow(String)
  /// A state without a truck.
  case nobody
  /// No truck that is there, or for so long; `place` is empty for those who have just come.
  case noTruck(flow: String, place: String, since: String?, tried: Int)
  /// More in service than servers are open.
  case noServer(place: String, open: Int, at: String)
  /// More than there is room for, at a place or in the whole system.
  case noRoom(place: String?, capacity: Int)
  /// Something on the way that nobody can be led past, or put into.
  case obstacle(PlacementFault.Obstacle, flow: String, place: String)
}
