import ScenarioFiles
import Studies

/// What is wrong with the question which design is the best, and how far its answer is.
extension Wording {
  /// One sentence that names the option.
  func selectionFault(_ fault: SelectionFault) -> String {
    switch fault {
    case .choice(let text, let fault):
      self(
        SelectionPhrase.choiceFault,
        ["text": Self.printable(text), "fault": choiceFault(fault)]
      )
    case .noChoice: self(SelectionPhrase.noChoice)
    case .oneDesign: self(SelectionPhrase.oneDesign)
    case .tooManyDesigns(let limit):
      self(SelectionPhrase.tooManyDesigns, ["limit": quantities.count(limit)])
    case .noIndifference: self(SelectionPhrase.noIndifference)
    case .needsMeasure(let option): self(SelectionPhrase.needsMeasure, ["option": option])
    case .indifference(_, let measure, _, let fault):
      self(SelectionPhrase.indifference, ["measure": measure, "fault": self.fault(fault)])
    case .indifferenceNotPositive(let found):
      self(SelectionPhrase.indifferenceNotPositive, ["found": Self.printable(found)])
    case .confidenceTooLow(let confidence, let designs):
      self(
        SelectionPhrase.confidenceTooLow,
        ["confidence": quantities.exactShare(confidence), "designs": quantities.count(designs)]
      )
    case .budgetTooSmall(let found, let designs, let least):
      self(
        SelectionPhrase.budgetTooSmall,
        [
          "found": quantities.count(found), "designs": quantities.count(designs),
          "least": quantities.count(least),
        ]
      )
    case .noValue(let measure, let settings, let replication):
      self(
        SelectionPhrase.noValue,
        [
          "measure": measure, "settings": list(settings),
          "replication": quantities.count(replication),
        ]
      )
    }
  }

  func choiceFault(_ fault: ChoiceFault) -> String {
    switch fault {
    case .malformed: self(SelectionPhrase.malformed)
    case .number(let fault): self.fault(fault)
    case .emptyRange(let low, let high):
      self(SelectionPhrase.emptyRange, ["low": Self.printable(low), "high": Self.printable(high)])
    case .emptyValue: self(SelectionPhrase.emptyValue)
    case .valueTwice(let value):
      self(SelectionPhrase.valueTwice, ["value": Self.printable(value)])
    case .tooMany(let limit): self(SelectionPhrase.tooMany, ["limit": quantities.count(limit)])
    case .hasCost: self(SelectionPhrase.hasCost)
    case .keyTwice(let key): self(SelectionPhrase.keyTwice, ["key": Self.printable(key)])
    case .refused(let value, let problems):
      self(
        SelectionPhrase.refused,
        ["value": Self.printable(value), "problems": sentences(problems)]
      )
    }
  }

  /// What the scenario says against a value; what it says of the value itself needs no place.
  private func sentences(_ problems: ScenarioProblems) -> String {
    problems.problems.map { problem in
      problem.position?.override == nil ? self.problem(problem) : fault(problem.fault)
    }.joined(separator: pick("; ", "；"))
  }

  /// How far a comparison is: `3 of 12 designs left, replication 14`.
  public func progress(_ progress: SelectionStudy.Progress) -> String {
    guard let wanted = progress.wanted else {
      return self(
        SelectionPhrase.progress,
        [
          "survivors": "\(progress.survivors)", "designs": "\(progress.designs)",
          "number": "\(progress.replications)",
        ]
      )
    }
    return self(
      SelectionPhrase.progressBudget,
      [
        "designs": "\(progress.designs)", "number": "\(progress.replications)",
        "wanted": "\(wanted)",
      ]
    )
  }

  /// What an interrupted comparison has kept.
  public func selectionInterrupted(database: String) -> String {
    self(SelectionPhrase.selectionInterrupted, ["database": database])
  }
}
