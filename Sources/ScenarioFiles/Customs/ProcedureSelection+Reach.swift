/// Where the procedures of a flow may lead.
extension ProcedureSelection {
  /// Whether the trucks of a flow, or what goes on beside them, may come to a station.
  func reaches(station: String, from flow: CustomsWords.Flow) -> Bool {
    let parameters = words.parameters(of: flow)
    var names: [String] = []
    var waiting = [words.procedure(of: flow)]
    while let name = waiting.popLast() {
      guard !names.contains(name), let steps = visited.first(where: { $0.name == name })?.steps
      else { continue }
      names.append(name)
      var isFound = false
      steps.forEachEntry { key, value in
        let text = value.text.map { text in
          parameters.first { text == "<\($0.key)>" }?.node.text ?? text
        }
        switch (key, text) {
        case ("use", let text?), ("start", let text?): waiting.append(text)
        case ("with", _): waiting += (value.entries ?? []).compactMap(\.value.text)
        case ("serve at", station?), ("seize", station?): isFound = true
        default: break
        }
      }
      if isFound { return true }
    }
    return false
  }
}
