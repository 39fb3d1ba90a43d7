extension ExactCase {
  /// All cases, in the order of their names.
  public static let all: [ExactCase] =
    (SizedCase.all.map(\.exact) + familyS + deterministic).sorted { $0.id < $1.id }
}
