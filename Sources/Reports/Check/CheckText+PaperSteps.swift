import ClearanceModel
import ScenarioFiles

/// Steps and conditions about papers in words.
extension Wording {
  /// What a step asks of papers.
  func sentence(_ action: PaperAction) -> String {
    let papers = papers(action.way ?? .own)
    var facts: [String] = []
    switch action.verb {
    case .open:
      facts.append(
        self(
          .open,
          [
            "papers": papers, "movement": action.kind?.word ?? "",
            "goods": action.goods?.text ?? "",
          ]
        )
      )
      if let lines = action.lines { facts.append(self(.lines, ["name": lines.text])) }
      if let name = action.documents { facts.append(self(.documents, ["name": name.text])) }
      if action.joins { facts.append(self(.joinsPapers)) }
      if let status = action.status { facts.append(self(.status, ["name": status.text])) }
    case .lateFee:
      facts.append(self(.lateFee, ["papers": papers, "since": action.since?.text ?? ""]))
    default: facts.append(self(phrase(action.verb), ["papers": papers]))
    }
    if let name = action.sets { facts.append(self(.answer, ["name": name.text])) }
    return list(facts)
  }

  private func phrase(_ verb: PaperVerb) -> PaperStepPhrase {
    switch verb {
    case .open: .open
    case .approve: .approve
    case .refuse: .refuse
    case .submit: .submit
    case .release: .releasePapers
    case .noDeclaration: .noDeclaration
    case .assess: .assess
    case .pay: .pay
    case .lateFee: .lateFee
    case .arrive: .arrive
    case .pass: .pass
    case .withdraw: .withdraw
    case .gather: .gatherSlip
    case .apply: .apply
    case .grant: .grant
    case .mix: .mix
    case .check: .checkGoods
    }
  }

  /// The papers of a way.
  func papers(_ way: PaperWay) -> String {
    switch way {
    case .into: self(.papersIn)
    case .out: self(.papersOut)
    case .own: self(.papersAtHand)
    }
  }

  /// A number of papers.
  func count(_ operand: PaperOperand) -> String {
    let phrase: PaperStepPhrase =
      switch operand.count {
      case .trucksAtGate: .trucksAtGate
      case .trucksPassed: .trucksPassed
      case .trucks: .trucks
      case .documents: .documentCount
      case .mergedItems: .mergedItems
      case .slips: .slipCount
      case .declarations: .declarationCount
      case .application: .application
      }
    return self(phrase, ["papers": papers(operand.way)])
  }
}
