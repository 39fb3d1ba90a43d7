import ClearanceModel

/// What is known of a procedure while it is laid out.
struct ProcedureLayout {
  /// The name under which its steps draw: that of the procedure, whatever its parameters.
  let procedure: String
  /// How its steps are called in the results file: the procedure, and what sets this instance
  /// apart from the first.
  let label: String
  /// The procedure itself, then each use of another one within it: names are local to them.
  private(set) var scopes: [Scope] = []
  /// Second occurrences of step names, and of names under which steps draw.
  private(set) var duplicates: [Name] = []
  /// Steps that would draw like another: a name that spells a kind and its number.
  private(set) var clashes: [(identity: String, position: SourcePosition)] = []
  private var identities: Set<String> = []
  /// Steps whose successor is a named step of a scope.
  var jumps: [(step: Int, name: Name, scope: Int, branch: Int)] = []
  var seizes: [(station: String, count: Int, branch: Int)] = []
  var releases: [(station: Name, count: Int?, branch: Int)] = []
  /// The branch of `do in parallel` that is laid out; 0 for none.
  var branch = 0
  /// How many of them there are so far.
  var branchCount = 0
  /// The former names of stations, which their unnamed steps keep.
  private let streams: [String: String]

  /// Where a name of a step means that step.
  struct Scope {
    /// Stands before the names under which its steps draw.
    let identity: String
    /// Stands before what its steps are called.
    let label: String
    /// The scope whose steps those of this one are counted with: itself, but where it is drawn here.
    let counts: Int
    /// Names of its steps, in the order of the file.
    var stepNames: [String] = []
    /// Where each named step is.
    var targets: [String: UInt16] = [:]
    /// In which branch of `do in parallel` it is; 0 for none.
    var branches: [String: Int] = [:]
    /// Names under which steps draw, and how many unnamed steps of a kind and station have been
    /// met; looked up, never iterated.
    fileprivate var drawn: Set<String> = []
    fileprivate var ordinals: [String: Int] = [:]
  }

  init(_ procedure: Procedure, label: String, stations: [Station]) {
    self.procedure = procedure.name.text
    self.label = label
    streams = Dictionary(
      stations.compactMap { station in station.stream.map { (station.name.text, $0.text) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private mutating func collectNames(_ steps: [Step], _ scope: Int) {
    for step in steps {
      if let name = step.name {
        if scopes[scope].stepNames.contains(name.text) { duplicates.append(name) }
        scopes[scope].stepNames.append(name.text)
      }
      if case .choose(let branches) = step.action {
        for branch in branches { collectNames(branch.steps, scope) }
      }
      if let steps = step.onLeaving { collectNames(steps, scope) }
      if case .parallel(let branches) = step.action {
        for steps in branches { collectNames(steps, scope) }
      }
    }
  }

  /// A step with the name under which it draws, and how it is called in the results file.
  struct NamedStep {
    let step: Step
    let identity: String
    let label: String
    /// Where its name, and those that it goes to, are known.
    let scope: Int
    /// The steps of its branches, or those of the procedure that it uses.
    let branches: [[NamedStep]]
    /// The steps of who gives up or is turned away; nil without.
    let onLeaving: [NamedStep]?
  }

  /// Names the steps of a procedure, or of a use of one, in the order of reading.
  mutating func named(
    _ steps: [Step],
    identity: String,
    label: String,
    countedWith outer: Int? = nil
  ) -> [NamedStep] {
    let scope = scopes.count
    scopes.append(Scope(identity: identity, label: label, counts: outer ?? scope))
    collectNames(steps, scope)
    return named(steps, scope)
  }

  /// A step draws under its stream or name, else under its kind, its station and which such step
  /// in the procedure it is.
  ///
  /// Unnamed steps of those who leave are counted by themselves, so that the others keep their
  /// draws; `prefix` stands before their kind.
  private mutating func named(
    _ steps: [Step],
    _ scope: Int,
    prefix: String = ""
  ) -> [NamedStep] {
    steps.map { step in
      let (local, localLabel) = names(of: step, scope, prefix: prefix)
      let identity = "\(scopes[scope].identity)/\(local)"
      let label = scopes[scope].label + localLabel
      if !identities.insert(identity).inserted, duplicates.isEmpty {
        clashes.append((identity, step.position))
      }
      let branches: [[NamedStep]]
      switch step.action {
      case .choose(let list):
        branches = list.map { named($0.steps, scope, prefix: prefix) }
      case .parallel(let list):
        branches = list.map { named($0, scope, prefix: prefix) }
      case .use(_, let steps) where step.drawsHere:
        let outer = scopes[scope]
        branches = [
          named(steps, identity: outer.identity, label: outer.label, countedWith: outer.counts)
        ]
      case .use(_, let steps):
        branches = [named(steps, identity: identity, label: label + "/")]
      default:
        branches = []
      }
      return NamedStep(
        step: step,
        identity: identity,
        label: label,
        scope: scope,
        branches: branches,
        onLeaving: step.onLeaving.map { named($0, scope, prefix: "\(local)/on leaving/") }
      )
    }
  }

  private mutating func names(
    of step: Step,
    _ scope: Int,
    prefix: String
  ) -> (identity: String, label: String) {
    let scope = scopes[scope].counts
    if let name = step.stream ?? step.name {
      let isNew = scopes[scope].drawn.insert(name.text).inserted
      if !isNew, !duplicates.contains(where: { $0.position == name.position }) {
        duplicates.append(name)
      }
      return (name.text, step.name?.text ?? name.text)
    }
    let kind = prefix + step.kind(streams)
    let ordinal = scopes[scope].ordinals[kind, default: 0] + 1
    scopes[scope].ordinals[kind] = ordinal
    return ("\(kind)/\(ordinal)", "\(prefix)\(step.kind([:]))/\(ordinal)")
  }

  /// Notes where a named step is.
  mutating func note(_ name: Name?, _ scope: Int, at index: UInt16) {
    guard let name else { return }
    scopes[scope].targets[name.text] = index
    scopes[scope].branches[name.text] = branch
  }
}

extension Step {
  /// Kind and station in words, stations by their former names.
  fileprivate func kind(_ streams: [String: String]) -> String {
    func name(_ station: Name) -> String { streams[station.text] ?? station.text }
    // The order in the file is no meaning.
    func names(_ parts: [(station: Name, count: Int)]) -> String {
      parts.map { name($0.station) }.sorted().joined(separator: ", ")
    }
    return switch action {
    case .serve(let station, _): "serve at \(name(station))"
    case .delay: "delay"
    case .seize(let station, _): "seize \(name(station))"
    case .release(let station, _): "release \(name(station))"
    case .choose: "choose"
    case .goTo(let name): "go to \(name.text)"
    case .mark(let name): "mark \(name.text)"
    case .set: "set"
    case .use(let procedure, _): "use \(procedure.text)"
    case .start(let procedure, _, _): "start \(procedure.text)"
    case .stage(let stage): "stage \(stage.text)"
    case .count(let counter, _): "count \(counter.text)"
    case .sum(let action): "sum \(action.amount.text)"
    case .gather(let collection): "gather \(collection.text)"
    case .parallel: "do in parallel"
    case .seizeTogether(let parts): "seize \(names(parts))"
    case .releaseTogether(let parts): "release \(names(parts))"
    case .wait: "wait"
    case .startClock: "clock"
    case .papers(let action):
      "papers \(action.verb.word)" + (action.way.map { " \($0.word)" } ?? "")
    case .lookUpFirm: "look up firm"
    }
  }
}
