/// What is known of a procedure while it is laid out.
struct ProcedureLayout {
  let procedure: String
  /// Names of all steps, in the order of the file.
  private(set) var stepNames: [String] = []
  /// Second occurrences of step names.
  private(set) var duplicates: [Name] = []
  /// Where each named step is.
  var targets: [String: UInt16] = [:]
  /// Steps whose successor is a named step.
  var jumps: [(step: Int, name: Name)] = []
  var seizes: [String] = []
  var releases: [(station: String, position: SourcePosition)] = []
  /// How many unnamed steps of a kind and station have been met.
  private var ordinals: [String: Int] = [:]

  init(_ procedure: Procedure) {
    self.procedure = procedure.name.text
    collectNames(procedure.steps)
  }

  private mutating func collectNames(_ steps: [Step]) {
    for step in steps {
      if let name = step.name {
        if stepNames.contains(name.text) { duplicates.append(name) }
        stepNames.append(name.text)
      }
      if case .choose(let branches) = step.action {
        for branch in branches { collectNames(branch.steps) }
      }
    }
  }

  /// The name under which a step draws: its stream or name, else its kind, station and number.
  mutating func identity(of step: Step) -> String {
    if let name = step.stream ?? step.name { return "\(procedure)/\(name.text)" }
    let kind = step.kindAndStation
    let ordinal = ordinals[kind, default: 0] + 1
    ordinals[kind] = ordinal
    return "\(procedure)/\(kind)/\(ordinal)"
  }

  /// How a step is called in the results file.
  func label(of step: Step, _ identity: String) -> String {
    step.name?.text ?? String(identity.dropFirst(procedure.count + 1))
  }
}

extension Step {
  /// Kind and station in words.
  var kindAndStation: String {
    switch action {
    case .serve(let station, _): "serve at \(station.text)"
    case .delay: "delay"
    case .seize(let station, _): "seize \(station.text)"
    case .release(let station): "release \(station.text)"
    case .choose: "choose"
    case .goTo(let name): "go to \(name.text)"
    case .mark(let name): "mark \(name.text)"
    }
  }
}
