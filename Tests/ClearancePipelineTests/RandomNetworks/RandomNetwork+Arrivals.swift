extension RandomNetwork {
  /// The flows; marks the procedures that they use.
  mutating func allFlows(of procedures: [Procedure]) -> String {
    var text = "arrivals:\n"
    var open: [String] = []
    for index in 0..<random.number(2...3) {
      let procedure = procedures[random.number(0...1)]
      let (keys, isOpen) = flow()
      text += "  f\(index): {\(list(keys)), procedure: \(procedure.name)}\n"
      procedure.isUsed = true
      if isOpen { open.append("f\(index)") }
    }
    if !open.isEmpty, wants(.startsWith, 0.4) {
      note(.startsWith)
      text += "starts with: {\(random.one(of: open)): \(random.number(1...8))}\n"
    }
    for procedure in procedures where procedure.isUsed {
      for other in procedures where procedure.calls.contains(other.name) { other.isUsed = true }
    }
    return text
  }

  private mutating func flow() -> (keys: [String], isOpen: Bool) {
    var keys: [String] = []
    let isClosed = !runsUntilEmpty && wants(.population, 0.3)
    if isClosed {
      note(.population)
      keys.append("population: \(random.number(1...8))")
    } else {
      keys.append(timing())
      if wants(.batch, 0.3) {
        note(.batch)
        keys.append("batch: \(random.one(of: ["2", "\"discrete(1 = 40%, 5 = 60%)\""]))")
      }
      if runsUntilEmpty || wants(.atMost, 0.3) {
        note(.atMost)
        keys.append("at most: \(random.number(5...120))")
      }
    }
    if !classes.isEmpty {
      let first = random.number(1...99)
      keys.append("class: {a: \(first)%, b: \(100 - first)%}")
    }
    if !isClosed, wants(.lots, 0.25) {
      note(.lots)
      keys.append("lot: \(random.number(2...4))")
      keys.append("of each truck: [kind]")
    }
    keys.append("attributes: {kind: {x: 40%, y: 60%}}")
    return (keys, !isClosed)
  }

  /// When the trucks of a flow come.
  private mutating func timing() -> String {
    let kinds: [NetworkFeature] = [.rate, .every, .at, .profile, .waving, .bursty]
    for _ in 0..<20 {
      let kind = random.one(of: kinds)
      if !wants(kind, 0.8) { continue }
      note(kind)
      switch kind {
      case .every:
        return "every: \"\(random.one(of: ["erlang(2, 3 min)", "uniform(0 s, 5 min)", "2 min"]))\""
      case .at:
        let times = (0..<random.number(1...25)).map { _ in "\(random.number(0...50)) min" }
        return "at: [\(list(times))]"
      case .profile:
        let rates = (0..<random.number(1...4)).map { _ in "\(random.number(0...60))" } + ["9"]
        return "profile: {per h: [\(list(rates))], step: \(random.number(5...25)) min, "
          + "repeats: \(!runsUntilEmpty && random.happens(0.5) ? "yes" : "no")}"
      case .waving:
        return "rate: {mean: \(random.number(10...90)) per h, swing: \(random.number(0...100))%, "
          + "period: \(random.number(20...200)) min}"
      case .bursty:
        return "rate: {states: [{rate: \(random.number(0...9)) per h, leave: 6 per h}, "
          + "{rate: \(random.number(20...90)) per h, leave: \(random.number(1...20)) per h}]}"
      default: return "rate: \(random.number(10...90)) per h"
      }
    }
    note(.rate)
    return "rate: \(random.number(10...90)) per h"
  }
}
