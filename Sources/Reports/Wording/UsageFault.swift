import ScenarioFiles

/// What is wrong with the options of the command line.
public enum UsageFault: Error, Sendable, Equatable {
  /// A value that must be above zero, such as that of `--days`.
  case notPositive(option: String, found: String)
  /// A value that cannot be read, such as that of `--seed`.
  case value(option: String, ScenarioFault)
  /// A truck that is not written as FLOW#N.
  case notATruck(option: String, found: String)
  /// Two options that exclude each other.
  case conflict(String, String)
  /// An option that means nothing without another.
  case requires(String, String)
  /// `--replication K` beyond the replications that there are.
  case replicationBeyond(found: Int, replications: Int)
  /// An option of `kakou verify`.
  case verify(VerifyFault)
  /// An option of `kakou bench`.
  case bench(BenchOptionFault)
}

extension Wording {
  /// One sentence that names the option.
  public func usage(_ fault: UsageFault) -> String {
    switch fault {
    case .verify(let fault): return verifyFault(fault)
    case .bench(let fault): return benchOptionFault(fault)
    case .notPositive(let option, let found):
      return self(.optionNotPositive, ["option": option, "found": Self.printable(found)])
    case .notATruck(let option, let found):
      return self(.optionTruck, ["option": option, "found": Self.printable(found)])
    case .value(let option, let fault):
      return self(.optionValue, ["option": option, "text": self.fault(fault)])
    case .conflict(let first, let second):
      return self(.optionsConflict, ["first": first, "second": second])
    case .requires(let option, let other):
      return self(PrecisionPhrase.optionRequires, ["option": option, "other": other])
    case .replicationBeyond(let found, let replications):
      return self(
        .replicationBeyond,
        [
          "found": "\(found)", "replications": counted(replications, .replication),
          "count": "\(replications)",
        ]
      )
    }
  }
}
