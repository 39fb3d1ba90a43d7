import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// Each gate in one sentence, as it stands in a report to those who decide.
extension CustomsRunText {
  /// The sentences about the gates with the most passes.
  func sentences(limit: Int) -> [String] {
    let gates = customs.gates.indices.map { index in
      let goods = measured(customs.gates[index].stations(forCars: false))
      let stations =
        goods.isEmpty ? measured(customs.gates[index].stations(forCars: true)) : goods
      return (
        index: index, stations: stations,
        passes: stations.reduce(0) { $0 + value($1.name, "departures.count") }
      )
    }.filter { !$0.stations.isEmpty }
    let shown = gates.sorted { ($1.passes, $0.index) < ($0.passes, $1.index) }.prefix(limit)
    let last = longestStage
    var lines = shown.sorted { $0.index < $1.index }.flatMap { gate in
      sentence(gate.stations, ending: gates.count == 1 ? last : nil).folded()
    }
    let left = gates.count - shown.count
    if left > 0 {
      lines.append(wording(.gatesLeftOut, ["count": quantities.count(left)]))
    }
    if gates.count != 1, let last { lines += last.folded() }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func measured(_ stations: [GateStation]) -> [GateStation] {
    stations.filter { estimate($0.name, "wait.mean") != nil }
  }

  private func sentence(_ stations: [GateStation], ending: String?) -> String {
    let gate = stations[0].gate
    var text = wording(.demandOfGate, ["passes": passes(at: stations)])
    if let peak = byWay(stations, "throughput.peak-hour", { quantities.vehiclePasses($0) }) {
      text += wording(.peakOfGate, ["passes": peak])
    }
    let lanes = stations.flatMap(\.lanes)
    let inward = lanes.count { $0.leadsIn }
    text += wording(
      .lanesOfGate,
      [
        "gate": gate.name,
        "lanes": wording.pick(wording.counted(inward, .lane), "\(inward)"),
        "out": "\(lanes.count - inward)",
      ]
    )
    text += wait(at: stations) + queue(at: stations)
    if let use = byWay(stations, "utilisation.mean", { quantities.share($0) }) {
      text += wording(.useOfGate, ["use": use])
    }
    let road = stations.map { value($0.name, "over-limit.share") }.max() ?? 0
    if road > 0, let space = gate.queueSpace {
      text += wording(
        .roadOfGate,
        ["share": quantities.share(road), "room": quantities.metres(space)]
      )
    }
    let stop = wording.pick(".", "。")
    guard let ending else { return text + stop }
    return text + stop + wording.pick(" ", "") + ending
  }

  private func passes(at stations: [GateStation]) -> String {
    let count = stations.map { value($0.name, "departures.count") }.reduce(0, +)
    return quantities.vehiclePasses(count / (days ?? 1))
  }

  /// A measure of each direction, or of the only one.
  private func byWay(
    _ stations: [GateStation],
    _ measure: String,
    _ text: (Double) -> String
  ) -> String? {
    let found = stations.compactMap { station in
      estimate(station.name, measure).map { (leadsIn: station.leadsIn, text: text($0)) }
    }
    guard let first = found.first else { return nil }
    if stations.count == 1 { return first.text }
    let words = found.map { value in
      wording.pick(
        "\(value.text) \(value.leadsIn ? "in" : "out")",
        (value.leadsIn ? "进区" : "出区") + value.text
      )
    }
    return words.joined(separator: wording.pick(" and ", "、"))
  }

  /// The wait that 95% do not exceed: of both directions the longer, as then both keep to it.
  private func wait(at stations: [GateStation]) -> String {
    let records = stations.compactMap { result.measure("\($0.name).wait.p95") }
    guard let record = records.max(by: { ($0.estimate ?? -1) < ($1.estimate ?? -1) }),
      let estimate = record.estimate
    else { return "" }
    let wait = quantities.sentence(estimate)
    guard let interval = quantities.interval(record) else {
      return wording(.waitOfGateAlone, ["wait": wait])
    }
    return wording(
      .waitOfGate,
      [
        "wait": wait, "interval": interval,
        "confidence": quantities.exactShare(record.confidence),
      ]
    )
  }

  private func queue(at stations: [GateStation]) -> String {
    let queues = stations.compactMap { station in
      estimate(station.name, "queue.max").map { (name: station.name, vehicles: $0) }
    }
    guard let longest = queues.max(by: { $0.vehicles < $1.vehicles }) else { return "" }
    let metres = estimate(longest.name, "queue-length.max").map {
      wording(.metresOfQueue, ["metres": quantities.metres($0)])
    }
    return wording(
      .queueOfGate,
      ["vehicles": quantities.vehicles(longest.vehicles), "metres": metres ?? ""]
    )
  }

  /// The stage that takes the most time of all flows together.
  private var longestStage: String? {
    var total = 0.0
    var times = Array(repeating: 0.0, count: result.plan.stages.count)
    for flow in flows {
      let all = value(flow.subject, "clearance.mean") * value(flow.subject, "clearance.count")
      let shares = result.plan.stages.map { share(of: $0, flow.subject) ?? 0 }
      // A flow without stages, such as cars, tells nothing about them.
      guard shares.contains(where: { $0 > 0 }) else { continue }
      total += all
      for (index, share) in shares.enumerated() { times[index] += share * all }
    }
    guard total > 0, let longest = times.indices.max(by: { times[$0] < times[$1] }),
      times[longest] > 0
    else { return nil }
    return wording(
      .longestStage,
      [
        "stage": wording.stage(result.plan.stages[longest]),
        "share": quantities.share(times[longest] / total),
      ]
    )
  }
}

extension Quantities {
  /// How often something happens: two decimals below 1, one below 100.
  func rate(_ number: Double) -> String {
    number < 1 && number > 0 ? fixed(number, 2) : mean(number)
  }

  /// Passes of vehicles.
  func vehiclePasses(_ number: Double) -> String {
    mean(number) + (language == .en ? "" : "辆次")
  }
}
