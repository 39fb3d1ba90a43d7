/// Steps that wait for servers.
extension RandomNetwork {
  mutating func serve(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    guard let index = freeStation(scope) else { return ["- delay for: \(duration())"] }
    let station = stations[index]
    procedure.stations.insert(index)
    var lines: [String] = []
    var ownName: String?
    if scope.depth == 0, random.happens(0.7) {
      procedure.names += 1
      ownName = "n\(procedure.names)"
    }
    lines = ["serve at: \(station.name)", "for: \(duration())"]
    if let ownName { lines.insert("name: \(ownName)", at: 0) }
    lines += givingUp(procedure, scope, ownName, at: [index], isSeize: false)
    if let ownName { scope.targets.append(ownName) }
    lines = item(lines)
    // Who has been served together does not go straight on to a place that blocks.
    if station.servesTogether, stations.contains(where: \.blocksUpstream) {
      lines.append("- delay for: \(duration())")
    }
    return lines
  }

  /// A station to be served at, of which the truck holds nothing, mostly.
  private mutating func freeStation(_ scope: Scope) -> Int? {
    let index = random.number(0...stations.count - 1)
    return scope.held.contains(index) && random.happens(0.85) ? nil : index
  }

  mutating func seize(_ procedure: Procedure, _ scope: inout Scope) -> [String] {
    guard wants(.seize, 0.8) else { return [] }
    let free = stations.indices.filter { stations[$0].isSeizable && !scope.held.contains($0) }
    guard let index = free.randomElement(using: &random) else { return [] }
    var chosen = [index]
    if let order = stations[index].jointOrder, wants(.jointSeize, 0.9) {
      for other in free where other != index && stations[other].jointOrder == order {
        if random.happens(0.8) { chosen.append(other) }
      }
    }
    note(.seize)
    if scope.branches > 0 { note(.seizeInParallel) }
    if chosen.count > 1 { note(.jointSeize) }
    if chosen.contains(where: { stations[$0].seizes > 1 }) { note(.seizesSeveral) }
    for index in chosen { procedure.stations.insert(index) }
    scope.held += chosen
    let counts = chosen.map { "\(stations[$0].name): \(stations[$0].seizes)" }
    let isPlain = chosen.count == 1 && stations[index].seizes == 1 && random.happens(0.5)
    var lines = [isPlain ? "seize: \(stations[index].name)" : "seize: {\(list(counts))}"]
    lines += givingUp(procedure, scope, nil, at: chosen, isSeize: true)
    return item(lines)
  }

  mutating func release(_ scope: inout Scope) -> [String] {
    guard let index = scope.held.randomElement(using: &random) else { return [] }
    if scope.held.count > 1, wants(.jointRelease, 0.7) {
      note(.jointRelease)
      let counts = scope.held.map { "\(stations[$0].name): \(stations[$0].seizes)" }
      scope.held = []
      return ["- release: {\(list(counts))}"]
    }
    if stations[index].seizes > 1, wants(.releasesSome, 0.5) {
      note(.releasesSome)
      return ["- release: {\(stations[index].name): 1}"]
    }
    scope.held.removeAll { $0 == index }
    return ["- release: \(stations[index].name)"]
  }

  /// The keys by which a truck may leave the queue.
  private mutating func givingUp(
    _ procedure: Procedure,
    _ scope: Scope,
    _ ownName: String?,
    at visited: [Int],
    isSeize: Bool
  ) -> [String] {
    var lines: [String] = []
    let word: NetworkFeature = isSeize ? .patienceAtSeize : .patience
    if wants(word, 0.4) {
      note(word)
      if scope.branches > 0 { note(.patienceInParallel) }
      lines.append(
        "patience: \(random.one(of: ["exponential(2 min)", "3 min", "constant(0 s)"]))"
      )
    }
    if wants(.balking, 0.3) {
      note(.balking)
      lines.append("leaves if queue over: \(random.number(0...5))")
    }
    // Where nobody leaves unserved, nothing can be done on leaving.
    let isLeft = !lines.isEmpty || visited.contains { stations[$0].turnsAway }
    if isLeft, wants(.onLeaving, 0.5) {
      note(.onLeaving)
      lines.append("on leaving:")
      lines.append("  - delay for: \(duration())")
      if random.happens(0.3), let index = freeStation(scope) {
        procedure.stations.insert(index)
        lines += ["  - serve at: \(stations[index].name)", "    for: \(duration())"]
        if stations[index].servesTogether { lines.append("  - delay for: 1 min") }
      }
      let targets = scope.targets + (ownName.map { [$0] } ?? [])
      if wants(.comesBack, 0.95), let target = targets.randomElement(using: &random) {
        note(.comesBack)
        // For ever it would come back where nobody is ever served.
        if runsUntilEmpty || random.happens(0.5) {
          lines += ["  - choose:", "      - share: 60%", "        go to: \(target)"]
        } else {
          lines.append("  - go to: \(target)")
        }
      }
    }
    return lines
  }

  /// Keys of a step as an item of the list of steps.
  private func item(_ keys: [String]) -> [String] {
    keys.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }
}
