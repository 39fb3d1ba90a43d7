extension ExactCase {
  /// All cases, in the order of their names.
  public static let all: [ExactCase] =
    (familyA + familyJ + familyK + familyS + familyU + deterministic).sorted { $0.id < $1.id }
}
