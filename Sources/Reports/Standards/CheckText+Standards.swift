import ScenarioFiles
import Studies

/// Service standards read back.
extension CheckText {
  mutating func addStandards() {
    guard !scenario.standards.isEmpty else { return }
    addBlank()
    add(wording(StandardPhrase.heading))
    for standard in scenario.standards {
      add(standard.name.text, [wording.sentence(standard)])
    }
  }
}
