/// What can be wrong with a step at which trucks wait for a condition.
public enum WaitFault: Error, Sendable, Equatable {
  /// A condition that asks only about what stays as it is while the truck stands; its text.
  case nothingChanges(String)
  /// A condition that can never hold; its text.
  case neverHolds(String)
}
