import ScenarioFiles

/// What is wrong with the options of `kakou verify`.
public enum VerifyFault: Error, Sendable, Equatable {
  /// A case that does not exist, with those that do.
  case unknownCase(String, existing: [String])
  /// Numbers of workers that cannot be read.
  case notWorkers(String)
  /// Scenario files, which are only compared, without several numbers of workers.
  case filesAlone
}

extension Wording {
  /// One sentence that names the option.
  func verifyFault(_ fault: VerifyFault) -> String {
    switch fault {
    case .unknownCase(let id, let existing):
      let near = existing.filter { $0.hasPrefix(id.prefix(1)) }
      return self(.unknownCase, ["id": quoted(id), "names": list(near.isEmpty ? existing : near)])
        + didYouMean(nearestName(to: id, in: existing))
    case .notWorkers(let found): return self(.notWorkers, ["found": quoted(found)])
    case .filesAlone: return self(.filesAlone)
    }
  }
}
