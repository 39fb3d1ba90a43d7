/// What is wrong with the value of an option of the command line.
public enum UsageFault: Error, Sendable, Equatable {
  /// A value that must be above zero, such as that of `--days`.
  case notPositive(option: String, found: String)
  /// A value that is no number.
  case notANumber(option: String, found: String)
  /// A value outside [`low`, `high`].
  case outOfRange(option: String, found: String, low: String, high: String)
  /// Two options that exclude each other.
  case conflict(String, String)
  /// `--replication K` beyond the replications that there are.
  case replicationBeyond(found: Int, replications: Int)
}

extension Wording {
  /// One sentence that begins with the option.
  public func usage(_ fault: UsageFault) -> String {
    switch fault {
    case .notPositive(let option, let found):
      return self(.optionNotPositive, ["option": option, "found": Self.printable(found)])
    case .notANumber(let option, let found):
      return self(.optionNotANumber, ["option": option, "found": Self.printable(found)])
    case .outOfRange(let option, let found, let low, let high):
      return self(
        .optionOutOfRange,
        ["option": option, "found": Self.printable(found), "low": low, "high": high])
    case .conflict(let first, let second):
      return self(.optionsConflict, ["first": first, "second": second])
    case .replicationBeyond(let found, let replications):
      return self(
        .replicationBeyond,
        [
          "found": "\(found)", "replications": counted(replications, .replication),
          "count": "\(replications)",
        ])
    }
  }
}
