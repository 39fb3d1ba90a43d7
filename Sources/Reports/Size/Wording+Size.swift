import ScenarioFiles
import Studies

/// What is wrong with a question of `kakou size`, and how far its answer is.
extension Wording {
  /// One sentence that names the option.
  func sizeFault(_ fault: SizeFault) -> String {
    switch fault {
    case .lever(let text, let fault):
      self(SizePhrase.leverFault, ["text": Self.printable(text), "fault": leverFault(fault)])
    case .target(let text, let fault):
      self(SizePhrase.targetFault, ["text": Self.printable(text), "fault": targetFault(fault)])
    case .growth(let text, let fault):
      self(SizePhrase.growthFault, ["text": Self.printable(text), "fault": growthFault(fault)])
    case .roster(let text, let fault): rosterFault(text, fault)
    case .noLever: self(SizePhrase.noLever)
    case .noTarget: self(SizePhrase.noTarget)
    case .tooManyPoints(let limit):
      self(SizePhrase.tooManyPoints, ["limit": quantities.count(limit)])
    }
  }

  private func leverFault(_ fault: LeverFault) -> String {
    switch fault {
    case .malformed: self(SizePhrase.leverMalformed)
    case .number(let fault): self.fault(fault)
    case .emptyRange(let low, let high):
      self(SizePhrase.emptyRange, ["low": Self.printable(low), "high": Self.printable(high)])
    case .costNotPositive(let found):
      self(SizePhrase.costNotPositive, ["found": Self.printable(found)])
    case .list(let fault): choiceFault(fault)
    case .twice(let key): self(SizePhrase.leverTwice, ["key": Self.printable(key)])
    case .refused(let value, let problems): refused(value, problems)
    }
  }

  private func targetFault(_ fault: TargetFault) -> String {
    switch fault {
    case .malformed: self(SizePhrase.targetMalformed)
    case .value(let measure, let unit, let fault):
      self(
        SizePhrase.targetValue,
        ["measure": measure, "kind": kind(ofUnit: unit), "fault": self.fault(fault)]
      )
    case .noInterval(let measure): self(SizePhrase.sizeNoInterval, ["measure": measure])
    case .noValue(_, let settings):
      self(SizePhrase.noValue, ["settings": list(settings)])
    case .noStandards: self(SizePhrase.noStandards)
    }
  }

  private func growthFault(_ fault: GrowthFault) -> String {
    switch fault {
    case .malformed: self(SizePhrase.growthMalformed)
    case .number(let fault): self.fault(fault)
    case .emptyRange(let low, let high):
      self(SizePhrase.emptyGrowth, ["low": Self.printable(low), "high": Self.printable(high)])
    case .noStart(let key): self(SizePhrase.noStart, ["key": Self.printable(key)])
    case .refused(let value, let problems): refused(value, problems)
    }
  }

  /// What the scenario says against a value; what it says of the value itself needs no place.
  private func refused(_ value: String, _ problems: ScenarioProblems) -> String {
    let sentences = problems.problems.map { problem in
      problem.position?.override == nil ? self.problem(problem) : fault(problem.fault)
    }
    return self(
      SizePhrase.sizeRefused,
      ["value": Self.printable(value), "problems": sentences.joined(separator: pick("; ", "；"))]
    )
  }

  /// What a measure of a unit is.
  private func kind(ofUnit unit: String) -> String {
    switch unit {
    case "s": pick("a length of time", "时长")
    case "": pick("a share", "比例")
    case "1/h": pick("a rate", "频率")
    default: pick("a number of unit \(unit)", "单位为\(unit)的数值")
    }
  }

  /// How far the answer to a question is: `point 3: stations.gate.servers=5, 40 replications`.
  public func progress(_ progress: SizeStudy.Progress) -> String {
    self(
      SizePhrase.progress,
      [
        "number": "\(progress.point)", "settings": list(progress.settings.map(\.assignment)),
        "replications": counted(progress.replications, .replication),
      ]
    )
  }

  /// What an interrupted question has kept.
  public func sizeInterrupted(database: String) -> String {
    self(SizePhrase.sizeInterrupted, ["database": database])
  }
}
