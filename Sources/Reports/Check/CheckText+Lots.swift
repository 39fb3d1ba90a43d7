import ScenarioFiles

/// What decides the class of a flow's trucks, in words.
extension CheckText {
  func classes(of flow: Flow) -> [String] {
    guard let classBy = flow.classBy else { return [] }
    let classes = classBy.classes.map { "\($0.word.text) → \($0.name.text)" }
    let values: KeyValuePairs = [
      "attribute": classBy.attribute.text, "classes": wording.list(classes),
    ]
    return [wording(.classBy, values)]
  }
}
