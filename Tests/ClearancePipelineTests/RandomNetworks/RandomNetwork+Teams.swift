/// Teams that serve at some of the stations.
extension RandomNetwork {
  /// The section of teams; empty without any.
  ///
  /// Stations that teams serve change with it: who comes seizes one server there, and not jointly.
  mutating func teams() -> String {
    let able = stations.indices.filter { stations[$0].mayHaveTeams }
    guard !able.isEmpty, wants(.teams, 0.7) else { return "" }
    var lines: [String] = []
    var served: Set<Int> = []
    for number in 0..<random.number(1...3) {
      var serves = able.filter { _ in random.happens(0.6) }
      if serves.isEmpty { serves = [able[0]] }
      if random.happens(0.5) { serves.reverse() }
      served.formUnion(serves)
      let (keys, features) = noting { $0.memberKeys() }
      for index in serves {
        stations[index].features.formUnion(features)
        stations[index].features.insert(.teams)
      }
      let names = serves.map { stations[$0].name }
      lines.append("  t\(number): {\(list(keys + ["serves: [\(list(names))]"]))}\n")
    }
    for index in served {
      stations[index].seizes = 1
      stations[index].jointOrder = nil
    }
    return "teams:\n" + lines.joined()
  }

  private mutating func memberKeys() -> [String] {
    var keys = ["members: \(random.number(1...3))"]
    if random.happens(0.75) {
      var counts = (0..<random.number(2...4)).map { _ in random.number(0...3) }
      counts[random.number(0...1)] = random.number(1...2)
      let shifts = counts.enumerated().map { "{from: \($0.offset * 11) min, count: \($0.element)}" }
      keys = ["members: [\(list(shifts))]", "repeats every: \(random.number(47...60)) min"]
      if wants(.teamReturns, 0.9) {
        note(.teamReturns)
        keys.append("on closing: return to queue")
      }
    }
    if wants(.teamInOrder, 0.8) {
      note(.teamInOrder)
      keys.append("picks: in order")
    }
    return keys
  }
}
