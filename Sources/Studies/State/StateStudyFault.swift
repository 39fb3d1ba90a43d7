/// Why a state cannot be taken from a recorded run.
public enum StateStudyFault: Error, Sendable, Equatable {
  /// An option that asks something of a results file, beside a file that is none.
  case onlyOfResults(option: String, file: String)
  /// A results file without an instant: `--at` is missing.
  case instantMissing(file: String)

  /// Whether the options are wrong, and not the file.
  public var isOfOptions: Bool {
    switch self {
    case .onlyOfResults, .instantMissing: true
    }
  }
}
