/// A small network of random features, as the text of a scenario.
///
/// Each network may use about half of the words only: with all of them everywhere, those that hide
/// one another would seldom meet alone (Groce, Zhang, Eide, Chen and Regehr, "Swarm testing",
/// 2012). One word, in turn, is used wherever it can be.
struct RandomNetwork {
  /// The scenario.
  private(set) var text = ""
  /// The words that trucks meet.
  private(set) var features: Set<NetworkFeature> = []

  var random: TestRandom
  private var allowed: Set<NetworkFeature> = []
  let focus: NetworkFeature
  private(set) var runsUntilEmpty = false
  /// Whether trucks seize servers wherever they can: what needs two words at once is else too rare.
  private(set) var isAboutSeizing = false
  var classes: [String] = []
  var stations: [Station] = []
  var marks = 0
  var hasLength = false
  /// Words met by the procedure, station or flow that is being written.
  var noted: Set<NetworkFeature> = []

  /// The network of a seed.
  init(seed: UInt64) {
    random = TestRandom(state: seed)
    let words = NetworkFeature.enabled
    focus = words[Int(seed % UInt64(words.count))]
    for word in words {
      if random.happens(0.55) { allowed.insert(word) }
    }
    allowed.insert(focus)
    let seizing: [NetworkFeature] = [
      .seize, .jointSeize, .jointRelease, .releasesSome, .patienceAtSeize,
    ]
    isAboutSeizing = seizing.contains(focus) || random.happens(0.15)
    if isAboutSeizing { allowed.formUnion(seizing.filter { !NetworkFeature.pending.contains($0) }) }
    let closes = focus == .population
    runsUntilEmpty = focus == .runsUntilEmpty || (!closes && random.happens(0.25))
    let head = run(seed: seed)
    if wants(.classes, 0.8) {
      classes = random.happens(0.5) ? ["a", "b"] : ["a", "b", "c"]
      note(.classes)
    }
    for index in 0..<random.number(isAboutSeizing ? 3...5 : 1...5) {
      stations.append(station(index))
    }
    let teams = self.teams()
    let procedures = allProcedures()
    let flows = allFlows(of: procedures)
    text = "scenario: network \(seed)\n" + head
    if !classes.isEmpty { text += "classes: [\(list(classes))]\n" }
    text += "attributes:\n  kind: [x, y]\n  load: weight\n  slips: number\n"
    text += "  paper: {draft: [sent], sent: [draft]}\n"
    if hasLength { text += "  length: length\n" }
    text += "stations:\n" + stations.map { "  \($0.name): {\(list($0.keys))}\n" }.joined()
    text += teams + flows
    if procedures.contains(where: { $0.gathers }) {
      text += "collections:\n  pile:\n    by: [kind]\n    sets: slips\n    starts: c\n"
      text += "    closings: [{cut: 9 min, due: 15 min}, {cut: 40 min, due: 40 min}]\n"
    }
    text += "procedures:\n"
    for procedure in procedures { text += procedure.text }
    features = noted
    for procedure in procedures where procedure.isUsed {
      features.formUnion(procedure.features)
      for index in procedure.stations { features.formUnion(stations[index].features) }
    }
  }

  /// The keys of the run.
  private mutating func run(seed: UInt64) -> String {
    var text = "seed: \(seed % 1_000)\nreplications: \(seed % 16 == 0 ? 8 : 2)\n"
    text += "record every: \(random.number(7...45)) min\n"
    if runsUntilEmpty {
      note(.runsUntilEmpty)
      text += "runs until: empty\n"
    } else {
      note(.runsFor)
      text += "runs for: \(random.number(51...90)) min\n"
      if wants(.warmUp, 0.6) {
        note(.warmUp)
        text += "warm up: \(random.number(1...50)) min\n"
      }
    }
    if wants(.systemCapacity, 0.35) {
      note(.systemCapacity)
      text += "capacity: \(random.number(1...20))\n"
    }
    if wants(.demandFactor, 0.35) {
      note(.demandFactor)
      text += "demand: {factor: \(random.one(of: ["0.7", "1.3"]))}\n"
    }
    return text
  }

  /// Whether a word should be used here.
  mutating func wants(_ word: NetworkFeature, _ chance: Double) -> Bool {
    random.happens(word == focus ? max(chance, 0.8) : chance) && allowed.contains(word)
  }

  /// Notes that a word is used.
  mutating func note(_ word: NetworkFeature) { noted.insert(word) }

  /// The words noted while something is written, and what that gives.
  mutating func noting<Result>(
    _ body: (inout RandomNetwork) -> Result
  ) -> (Result, Set<NetworkFeature>) {
    let before = noted
    noted = []
    let result = body(&self)
    defer { noted = before }
    return (result, noted)
  }

  func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// A duration of a few minutes that is never zero for long.
  mutating func duration() -> String {
    if wants(.expression, 0.2) {
      note(.expression)
      return random.one(of: [
        "30 s + exponential(40 s)", "load / 1 t * 20 s + 20 s", "kind(x = 50 s, y = 2 min)",
        "min(3 min, 20 s + slips * 1 min)",
      ])
    }
    return random.one(of: [
      "exponential(2 min)", "constant(90 s)", "uniform(10 s, 5 min)", "1 min",
      "lognormal(mean = 2 min, cv = 1)", "gamma(mean = 3 min, cv = 0.4)",
      "discrete(30 s = 60%, 4 min = 40%)",
    ])
  }
}
