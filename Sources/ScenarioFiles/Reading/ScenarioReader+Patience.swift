import ClearanceModel

/// Patience, balking, and what those do who leave unserved.
extension ScenarioReader {
  mutating func readPatience(_ section: MappingReader, into step: inout Step) {
    if let node = section.node("patience") { step.patience = readLaw(node, of: .duration) }
    step.balkOver = section.value("leaves if queue over", &problems) {
      (text) throws(ScenarioFault) in
      try parseCount(text, in: 0...StepPlan.mostBalkOver)
    }
    if let node = section.node("on leaving") { step.onLeaving = readSteps(node) }
  }
}
