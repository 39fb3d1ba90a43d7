/// A small network of random features, as the text of a scenario.
struct RandomNetwork {
  private var random: TestRandom
  private let stations: Int
  private let classes: [String]
  private let runsUntilEmpty: Bool
  /// The most servers that one place of each station ever has; nil when unlimited.
  private var servers: [Int?] = []
  private(set) var text = ""

  /// The network of a seed; the loader may refuse a few, such as lanes that no truck can use.
  init(seed: UInt64) {
    random = TestRandom(state: seed)
    stations = random.number(1...4)
    classes = random.one(of: [[], ["a", "b"], ["a", "b", "c"]])
    runsUntilEmpty = random.happens(0.3)
    text = "scenario: network \(seed)\nseed: \(seed)\nreplications: 2\n"
    text += "record every: \(random.number(7...45)) min\n"
    if runsUntilEmpty {
      text += "runs until: empty\n"
    } else {
      text += "runs for: \(random.number(51...120)) min\n"
      if random.happens(0.5) { text += "warm up: \(random.number(1...50)) min\n" }
    }
    if !classes.isEmpty, random.happens(0.8) { text += "classes: [\(list(classes))]\n" }
    if random.happens(0.2) { text += "capacity: \(random.number(1...20))\n" }
    text += "stations:\n"
    for index in 0..<stations { text += "  s\(index): \(station())\n" }
    let flows = random.number(1...3)
    text += "arrivals:\n"
    for index in 0..<flows { text += "  f\(index): \(flow())\n" }
    if random.happens(0.2) { text += "starts with: {f0: \(random.number(1...5))}\n" }
    text += "procedures:\n"
    for name in ["p", "q"] {
      text += "  \(name):\n"
      var procedure = ProcedureWriter(seizable: servers)
      text += procedure.steps(&random, indent: 4, depth: 0)
    }
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// Servers of a station or lane, as keys.
  private mutating func serverKeys() -> (keys: String, most: Int?) {
    switch random.number(0...5) {
    case 0: return ("servers: unlimited", nil)
    case 1, 2:
      let counts = (0..<random.number(2...4)).map { _ in random.number(0...3) } + [1]
      let shifts = counts.enumerated().map { "{from: \($0.offset * 23) min, count: \($0.element)}" }
      var keys = "servers: [\(list(shifts))]"
      if random.happens(0.5) { keys += ", repeats every: \(random.number(120...150)) min" }
      if random.happens(0.5) { keys += ", on closing: return to queue" }
      return (keys, counts.max())
    default:
      let count = random.number(1...3)
      return ("servers: \(count)", count)
    }
  }

  private mutating func station() -> String {
    var keys: [String] = []
    if random.happens(0.35) {
      let isDedicated = !classes.isEmpty && random.happens(0.3)
      var least: Int? = 99
      let lanes = (1...random.number(1...3)).map { number in
        let (servers, most) = serverKeys()
        least = most.map { min($0, least ?? 99) } ?? least
        let takes = isDedicated || (!classes.isEmpty && random.happens(0.2))
        let taken =
          takes ? ", takes: [\(number == 1 ? list(classes) : random.one(of: classes))]" : ""
        return "{name: l\(number), \(servers)\(taken)}"
      }
      servers.append(least)
      keys.append("lanes: [\(list(lanes))]")
      keys.append(
        "joins: \(isDedicated ? "dedicated" : random.one(of: ["shortest queue", "random"]))"
      )
    } else {
      let (words, most) = serverKeys()
      servers.append(most)
      keys.append(words)
    }
    keys.append("queue: \(random.one(of: ["fifo", "fifo", "lifo", "random", "priority"]))")
    if random.happens(0.3) { keys.append("capacity: \(random.number(1...6))") }
    return "{\(list(keys))}"
  }

  private mutating func flow() -> String {
    var keys: [String] = []
    switch random.number(0...3) {
    case 0: keys.append("rate: \(random.number(5...60)) per h")
    case 1: keys.append("every: \"erlang(2, \(random.number(1...9)) min)\"")
    case 2:
      let times = (0..<random.number(1...12)).map { _ in "\(random.number(0...90)) min" }
      keys.append("at: [\(list(times))]")
    default:
      let rates = (0..<random.number(1...4)).map { _ in "\(random.number(0...60))" } + ["9"]
      keys.append(
        "profile: {per h: [\(list(rates))], step: \(random.number(5...30)) min, repeats: \(random.one(of: ["yes", "no"]))}"
      )
    }
    if random.happens(0.3) {
      keys.append("batch: \(random.one(of: ["2", "\"discrete(1 = 40%, 5 = 60%)\""]))")
    }
    if runsUntilEmpty || random.happens(0.2) { keys.append("at most: \(random.number(1...60))") }
    if !classes.isEmpty {
      let first = random.number(0...100)
      keys.append("class: {\(classes[0]): \(first)%, \(classes[1]): \(100 - first)%}")
    }
    keys.append("procedure: \(random.one(of: ["p", "q"]))")
    return "{\(list(keys))}"
  }
}

/// Writes the steps of one procedure.
private struct ProcedureWriter {
  let seizable: [Int?]
  var named = 0
  var seized: [Int] = []

  init(seizable: [Int?]) {
    self.seizable = seizable
  }

  mutating func steps(_ random: inout TestRandom, indent: Int, depth: Int) -> String {
    var text = ""
    let blank = String(repeating: " ", count: indent)
    for _ in 0..<random.number(1...4) {
      let station = random.number(0...seizable.count - 1)
      switch random.number(0...9) {
      case 0: text += "\(blank)- delay for: \(duration(&random))\n"
      case 1:
        text +=
          "\(blank)- seize: {s\(station): \(random.number(1...max(1, seizable[station] ?? 3)))}\n"
        seized.append(station)
      case 2 where !seized.isEmpty:
        text += "\(blank)- release: s\(random.one(of: seized))\n"
      case 3: text += "\(blank)- mark: \(random.one(of: ["cleared", "m1", "m2"]))\n"
      case 4...5 where depth < 2:
        text += "\(blank)- choose:\n"
        for number in 0..<random.number(1...2) {
          let condition =
            random.happens(0.5)
            ? "queue at s\(station) \(random.one(of: ["<", ">=", "="])) \(random.number(0...4))"
            : "time of day < 01:00 or present at s\(station) > 2"
          // One kind of choice each: its depth decides.
          let choice = depth == 0 ? "share: \(random.number(5...45))%" : "when: \(condition)"
          text += "\(blank)    - \(choice)\n\(blank)      do:\n"
          text += steps(&random, indent: indent + 8, depth: depth + 1)
          if depth == 0, named > 0, number == 0, random.happens(0.5) {
            text += "\(blank)      go to: n\(random.number(1...named))\n"
          }
        }
      default:
        var name = ""
        if depth == 0, random.happens(0.3) {
          named += 1
          name = "name: n\(named)\n\(blank)  "
        }
        text += "\(blank)- \(name)serve at: s\(station)\n\(blank)  for: \(duration(&random))\n"
      }
    }
    return text
  }

  private func duration(_ random: inout TestRandom) -> String {
    random.one(of: [
      "exponential(2 min)", "constant(90 s)", "uniform(10 s, 5 min)", "1 min",
      "lognormal(mean = 2 min, cv = 1)", "gamma(mean = 3 min, cv = 0.4)",
    ])
  }
}
