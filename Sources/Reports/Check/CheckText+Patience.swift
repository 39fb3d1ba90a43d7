import ScenarioFiles

/// Patience and balking in words.
extension CheckText {
  /// What a truck does that does not want to wait at a step, after the sentence of the step.
  func patience(of step: Step) -> String {
    var facts: [String] = []
    if let law = step.patience {
      facts.append(wording(PatiencePhrase.patience, ["law": wording.duration(law)]))
    }
    if let limit = step.balkOver {
      facts.append(wording(PatiencePhrase.balks, ["count": wording.counted(limit, .truck)]))
    }
    if !facts.isEmpty, step.onLeaving == nil { facts.append(wording(PatiencePhrase.leavesSystem)) }
    let separator = wording.pick("; ", "；")
    return facts.map { separator + $0 }.joined()
  }
}
