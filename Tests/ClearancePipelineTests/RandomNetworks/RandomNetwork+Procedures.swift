extension RandomNetwork {
  /// A procedure with all that it meets.
  final class Procedure {
    let name: String
    var text = ""
    var features: Set<NetworkFeature> = []
    var stations: Set<Int> = []
    /// Procedures that it uses or starts.
    var calls: Set<String> = []
    var gathers = false
    var isUsed = false
    /// Named steps so far, of which there are no two alike.
    var names = 0

    init(name: String) {
      self.name = name
    }
  }

  /// Where in a procedure steps are written.
  struct Scope {
    var depth = 0
    /// Nested `do in parallel`.
    var branches = 0
    /// Steps that `go to` may lead to.
    var targets: [String] = []
    /// Stations that may be held here.
    var held: [Int] = []
    /// Attributes that may be set here.
    var settable = ["kind", "load", "slips"]
    var isCompanion = false
  }

  /// `p` and `q` for trucks, `c` for companions, `u` to be used.
  mutating func allProcedures() -> [Procedure] {
    ["p", "q", "c", "u"].map { name in
      let procedure = Procedure(name: name)
      let (lines, features) = noting { network in
        var scope = Scope()
        scope.isCompanion = name == "c" || name == "u"
        // Whoever uses it may have branches that set the same attribute.
        if name == "u" { scope.settable = [] }
        // Who comes back at once must have let time pass; documents begin in their first state.
        var lines = ["- delay for: \(network.duration())"]
        if !scope.isCompanion, network.wants(.clock, 0.4) {
          network.note(.clock)
          lines.append("- clock: starts")
        }
        lines += network.steps(procedure, &scope)
        if !scope.isCompanion, network.wants(.document, 0.3) {
          network.note(.document)
          lines += ["- set: {paper: sent}", "- choose:", "    - when: paper = sent", "      do:"]
          lines += ["        - set: {paper: draft}"]
        }
        return lines
      }
      procedure.text = "  \(name):\n" + lines.map { "    \($0)\n" }.joined()
      procedure.features = features
      return procedure
    }
  }

  /// One to four steps.
  mutating func steps(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    var lines: [String] = []
    for _ in 0..<random.number(scope.depth == 0 ? 2...6 : 1...3) {
      switch isAboutSeizing && random.happens(0.4) ? 1 : random.number(0...12) {
      case 0 where wants(.delay, 1):
        note(.delay)
        lines.append("- delay for: \(duration())")
      case 1...2: lines += seize(procedure, &scope)
      case 3: lines += release(&scope)
      case 4...6 where scope.depth < 2: lines += choose(procedure, &scope)
      case 8...9: lines += small(procedure, &scope)
      case 7 where scope.branches < 2: lines += parallel(procedure, &scope)
      default: lines += serve(procedure, &scope)
      }
    }
    // What is held is given back on most ways.
    if scope.depth == 0, random.happens(0.7) { lines += release(&scope) }
    if scope.depth == 0, let target = scope.targets.randomElement(using: &random),
      wants(.goTo, 0.5)
    {
      note(.goTo)
      note(.byShare)
      lines += ["- choose:", "    - share: \(random.number(5...40))%", "      go to: \(target)"]
    }
    return lines
  }

  /// Steps on which no time passes.
  private mutating func small(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    let words: [NetworkFeature] = [
      .mark, .stage, .counter, .set, .companions, .collection, .use, .waiting,
    ]
    let word = words.contains(focus) && random.happens(0.6) ? focus : random.one(of: words)
    guard wants(word, 0.9) else { return [] }
    switch word {
    case .waiting:
      note(.waiting)
      let station = random.number(0...stations.count - 1)
      return ["- wait until: \(wish(station))"]
    case .set:
      guard let attribute = scope.settable.randomElement(using: &random) else { return [] }
      note(.set)
      let value =
        switch attribute {
        case "kind": "discrete(x = 30%, y = 70%)"
        case "load": "load + uniform(0 t, 3 t)"
        default: "slips + 1"
        }
      return ["- set: {\(attribute): \"\(value)\"}"]
    case .counter:
      note(.counter)
      guard let station = procedure.stations.min(), random.happens(0.5) else {
        return ["- count: seen"]
      }
      return ["- count: seen", "  at: s\(station)"]
    case .mark, .stage:
      guard !scope.isCompanion else { return [] }
      note(word)
      return word == .stage
        ? ["- stage: \(random.one(of: ["early", "late"]))"]
        : ["- mark: \(random.one(of: ["cleared", "m1", "m2"]))"]
    default:
      guard !scope.isCompanion else { return [] }
      note(word)
      if word == .use {
        procedure.calls.insert("u")
        return ["- use: u"]
      }
      procedure.calls.insert("c")
      if word == .companions {
        return ["- start: c"] + (random.happens(0.3) ? ["  times: slips"] : [])
      }
      procedure.gathers = true
      return ["- gather: pile"]
    }
  }

  private mutating func choose(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    let byShare = focus == .byCondition ? false : focus == .byShare || random.happens(0.6)
    guard wants(byShare ? .byShare : .byCondition, 0.95) else { return [] }
    note(byShare ? .byShare : .byCondition)
    var lines = ["- choose:"]
    for number in 0..<random.number(1...2) {
      let choice = byShare ? "share: \(random.number(5...45))%" : "when: \(condition())"
      lines += ["    - \(choice)", "      do:"]
      var inner = scope
      inner.depth += 1
      lines += indented(steps(procedure, &inner), by: 8, orElse: "        []")
      // What one way holds, another may release.
      scope.held = inner.held
      if byShare, scope.depth == 0, number == 0, wants(.goTo, 0.5),
        let target = scope.targets.randomElement(using: &random)
      {
        note(.goTo)
        lines.append("      go to: \(target)")
      }
    }
    return lines
  }

  /// Mostly something that comes true.
  private mutating func wish(_ station: Int) -> String {
    random.one(of: [
      "queue at s\(station) < \(random.number(1...3))", "present at s\(station) <= 2",
      "kind = x or queue at s\(station) >= 2", "open at s\(station) > 0",
      "time of day > 00:20 or present at s\(station) = 0",
      "time of day >= 00:05 and queue at s\(station) != 1",
    ])
  }

  private mutating func condition() -> String {
    let station = random.number(0...stations.count - 1)
    return random.one(of: [
      "queue at s\(station) \(random.one(of: ["<", ">=", "="])) \(random.number(0...4))",
      "time of day < 01:00 or present at s\(station) > 2", "open at s\(station) > 0",
      "kind = x and load > 1 t", classes.isEmpty ? "slips >= 1" : "class = a",
    ])
  }

  private mutating func parallel(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    let word: NetworkFeature = scope.branches == 0 ? .parallel : .nestedParallel
    guard wants(word, 0.9) else { return [] }
    note(word)
    var lines = ["- do in parallel:"]
    let count = random.number(1...3)
    for branch in 0..<count {
      var inner = Scope(depth: scope.depth, branches: scope.branches + 1)
      inner.isCompanion = scope.isCompanion
      inner.settable = scope.settable.enumerated().filter { $0.offset % count == branch }
        .map(\.element)
      // A list within the list: its first line has two dashes.
      let written = indented(steps(procedure, &inner), by: 6, orElse: "      []")
      lines += written.enumerated().map { line in
        line.offset == 0 ? "    - " + line.element.dropFirst(6) : line.element
      }
    }
    return lines
  }

  func indented(_ lines: [String], by count: Int, orElse empty: String) -> [String] {
    let blank = String(repeating: " ", count: count)
    return lines.isEmpty ? [empty] : lines.map { blank + $0 }
  }
}
