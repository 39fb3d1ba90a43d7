/// What is wrong with a service standard.
public enum StandardFault: Error, Sendable, Equatable {
  /// A standard for the peak hour of a place whose demand does not vary by the hour.
  case noPeakHour(place: String)
  /// A time that the scenario has no measure of, such as the wait of a class that never comes.
  case notMeasured(String)
}
