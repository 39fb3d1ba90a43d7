import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// The tables of places and flows.
extension RunText {
  /// The places, each station followed by its lanes; of many those with the most waiting.
  func places(limit: Int) -> [String] { places(measuredPlaces, limit: limit) }

  /// Some of the places; of many those with the most waiting.
  func places(_ indices: [Int], limit: Int) -> [String] {
    let all = result.plan.places
    guard !indices.isEmpty else { return [] }
    // The mean queue is the waiting time per time, whatever the unit (Little's law).
    let waiting = all.map { result.measure("\($0.name).queue.mean")?.estimate ?? 0 }
    let ranked = indices.sorted { (waiting[$1], $0) < (waiting[$0], $1) }
    let shown = ranked.prefix(limit).sorted()
    var table = placeTable(shown, hasPeak: true)
    if table.width > TextTable.pageWidth { table = placeTable(shown, hasPeak: false) }
    let left = indices.count - shown.count
    let rest = wording(.placesLeftOut, ["count": wording.counted(left, .place)])
    return [""] + table.lines() + (left > 0 ? [rest] : [])
  }

  /// The places whose waits the run has measured.
  var measuredPlaces: [Int] {
    result.plan.places.indices.filter { measure(result.plan.places[$0].name, "wait.mean") != nil }
  }

  private func placeTable(_ indices: [Int], hasPeak: Bool) -> TextTable {
    let all = result.plan.places
    let peak =
      hasPeak
      && indices.contains { measure(all[$0].name, "wait.peak-hour-p95")?.estimate != nil }
    let titles: [Phrase] = [.arrivals, .waitMean, .waitP95, .waitMax, .queueMean, .utilisation]
    let isBlocked = indices.contains { isPositive(all[$0].name, "blocked.share") }
    let hasReneged = indices.contains { isPositive(all[$0].name, "reneged.share") }
    var table = TextTable(
      [.init(title: wording(.place), side: .left)]
        + (titles + (isBlocked ? [.blockedShare] : []) + (peak ? [.peakHourP95] : []))
        .map { .init(title: wording($0)) }
        + (hasReneged ? [.init(title: wording(PatiencePhrase.renegedShare))] : [])
    )
    for index in indices {
      let name = all[index].name
      var cells = [
        label(index, among: indices),
        quantities.mean(measure(name, "arrivals.count")?.estimate),
        quantities.estimate(measure(name, "wait.mean")),
        quantities.estimate(measure(name, "wait.p95")),
        quantities.duration(result.longestWaits[name] ?? measure(name, "wait.max")?.estimate),
        quantities.estimate(measure(name, "queue.mean")),
        quantities.share(measure(name, "utilisation.mean")?.estimate),
      ]
      if isBlocked { cells.append(quantities.share(measure(name, "blocked.share")?.estimate)) }
      if peak { cells.append(quantities.duration(measure(name, "wait.peak-hour-p95")?.estimate)) }
      if hasReneged { cells.append(quantities.share(measure(name, "reneged.share")?.estimate)) }
      table.add(cells)
    }
    return table
  }

  /// The name of a station; of a lane under its station the part after the point.
  private func label(_ index: Int, among shown: [Int]) -> String {
    let place = result.plan.places[index]
    guard let station = place.station, shown.contains(station) else { return place.name }
    return "  " + place.name.dropFirst(result.plan.places[station].name.count + 1)
  }

  /// The flows in the order of the scenario.
  var flows: [String] {
    let names = result.scenario.flows.map(\.name.text)
    guard !names.isEmpty, !result.measures.isEmpty else { return [] }
    let shown = names.prefix(Self.flowLimit)
    let hasLost = shown.contains { isPositive("flow.\($0)", "lost.share") }
    let hasReneged = shown.contains { isPositive("flow.\($0)", "reneged.share") }
    let titles: [Phrase] = [.arrivals, .clearanceMean, .clearanceP95]
    var table = TextTable(
      [.init(title: wording(.flow), side: .left)]
        + (titles + (hasLost ? [.lostShare] : [])).map { .init(title: wording($0)) }
        + (hasReneged ? [.init(title: wording(PatiencePhrase.renegedShare))] : [])
    )
    for name in shown {
      let flow = "flow.\(name)"
      var cells = [
        name,
        quantities.mean(measure(flow, "arrivals.count")?.estimate),
        quantities.estimate(measure(flow, "clearance.mean")),
        quantities.estimate(measure(flow, "clearance.p95")),
      ]
      if hasLost { cells.append(quantities.estimate(measure(flow, "lost.share"))) }
      if hasReneged { cells.append(quantities.estimate(measure(flow, "reneged.share"))) }
      table.add(cells)
    }
    let left = names.count - shown.count
    let rest = wording(.flowsLeftOut, ["count": wording.counted(left, .flow)])
    return [""] + table.lines() + (left > 0 ? [rest] : [])
  }

  /// Whether a measure of a place or flow exists and is above 0.
  private func isPositive(_ name: String, _ measure: String) -> Bool {
    (self.measure(name, measure)?.estimate ?? 0) > 0
  }

  private func measure(_ place: String, _ measure: String) -> MeasureRecord? {
    result.measure("\(place).\(measure)")
  }
}
