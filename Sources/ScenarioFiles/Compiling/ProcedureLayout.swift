/// What is known of a procedure while it is laid out.
struct ProcedureLayout {
  let procedure: String
  /// Names of all steps, in the order of the file.
  private(set) var stepNames: [String] = []
  /// Second occurrences of step names, and of names under which steps draw.
  private(set) var duplicates: [Name] = []
  /// Where each named step is.
  var targets: [String: UInt16] = [:]
  /// Steps whose successor is a named step.
  var jumps: [(step: Int, name: Name)] = []
  var seizes: [(station: String, count: Int)] = []
  var releases: [(station: Name, count: Int?)] = []
  /// Names under which steps draw, and how many unnamed steps of a kind and station have been met;
  /// looked up, never iterated.
  private var drawn: Set<String> = []
  private var ordinals: [String: Int] = [:]
  /// The former names of stations, which their unnamed steps keep.
  private let streams: [String: String]

  init(_ procedure: Procedure, stations: [Station]) {
    self.procedure = procedure.name.text
    streams = Dictionary(
      stations.compactMap { station in station.stream.map { (station.name.text, $0.text) } },
      uniquingKeysWith: { first, _ in first }
    )
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

  /// A step with the name under which it draws, and how it is called in the results file.
  struct NamedStep {
    let step: Step
    let identity: String
    let label: String
    /// The steps of its branches.
    let branches: [[NamedStep]]
  }

  /// Names steps in the order of reading.
  ///
  /// A step draws under its stream or name, else under its kind, its station and which such step
  /// in the procedure it is.
  mutating func named(_ steps: [Step]) -> [NamedStep] {
    var result: [NamedStep] = []
    for step in steps {
      let identity: String
      let label: String
      if let name = step.stream ?? step.name {
        let isNew = drawn.insert(name.text).inserted
        if !isNew, !duplicates.contains(where: { $0.position == name.position }) {
          duplicates.append(name)
        }
        identity = name.text
        label = step.name?.text ?? name.text
      } else {
        let kind = step.kind(streams)
        let ordinal = ordinals[kind, default: 0] + 1
        ordinals[kind] = ordinal
        identity = "\(kind)/\(ordinal)"
        label = "\(step.kind([:]))/\(ordinal)"
      }
      var branches: [[NamedStep]] = []
      if case .choose(let list) = step.action { branches = list.map { named($0.steps) } }
      result.append(
        NamedStep(
          step: step,
          identity: "\(procedure)/\(identity)",
          label: label,
          branches: branches
        )
      )
    }
    return result
  }
}

extension Step {
  /// Kind and station in words, stations by their former names.
  fileprivate func kind(_ streams: [String: String]) -> String {
    func name(_ station: Name) -> String { streams[station.text] ?? station.text }
    return switch action {
    case .serve(let station, _): "serve at \(name(station))"
    case .delay: "delay"
    case .seize(let station, _): "seize \(name(station))"
    case .release(let station, _): "release \(name(station))"
    case .choose: "choose"
    case .goTo(let name): "go to \(name.text)"
    case .mark(let name): "mark \(name.text)"
    case .set: "set"
    }
  }
}
