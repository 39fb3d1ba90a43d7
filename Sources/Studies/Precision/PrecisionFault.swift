/// Why a precision cannot be asked for.
public enum PrecisionFault: Error, Sendable, Equatable {
  /// A measure that never has an interval, such as the longest of all replications.
  case noInterval(measure: String)
  /// An option that means several replications, where the scenario asks for batches of one.
  case batches(option: String)
}
