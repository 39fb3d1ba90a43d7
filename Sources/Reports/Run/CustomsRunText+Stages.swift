import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// Where the time to clearance goes, stage by stage.
extension CustomsRunText {
  /// The flows with stages that fit beside each other; of more those that wait longest in all.
  private static let flowLimit = 3

  private var stageNames: [String] { result.plan.stages.filter { !$0.isEmpty } }

  /// A table of stages, with mean time and share for each flow.
  var stages: [String] {
    let all = flows.filter { flow in
      stageNames.contains { value(flow.subject, "\(stage($0)).mean") > 0 }
    }
    guard !all.isEmpty else { return [] }
    let weights = all.map {
      value($0.subject, "clearance.mean") * value($0.subject, "clearance.count")
    }
    let order = all.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let shown = order.prefix(Self.flowLimit).sorted().map { all[$0] }
    let names = stageNames.filter { name in
      shown.contains { value($0.subject, "\(stage(name)).mean") > 0 }
    }
    var table = TextTable(
      [.init(title: wording(.stageTable), side: .left)]
        + shown.flatMap { flow in
          [
            .init(title: wording(.stageMean, ["flow": flow.name])),
            .init(title: wording(.stageShare)),
          ]
        }
    )
    for name in names {
      let cells = shown.flatMap { flow in
        [
          result.measure("\(flow.subject).\(stage(name)).mean").map(quantities.estimate) ?? "",
          share(of: name, flow.subject).map { quantities.share($0) } ?? "",
        ]
      }
      table.add([wording.stage(name)] + cells)
    }
    addRest(of: shown, names, to: &table)
    for (title, measure) in [(CustomsPhrase.clearanceMean, "mean"), (.clearanceP95, "p95")] {
      let cells = shown.flatMap { flow in
        [result.measure("\(flow.subject).clearance.\(measure)").map(quantities.estimate) ?? "", ""]
      }
      if cells.contains(where: { !$0.isEmpty }) { table.add([wording(title)] + cells) }
    }
    let left = all.count - shown.count
    let more = wording(.stagesOfMore, ["count": wording.counted(left, .flow)])
    return [""] + table.lines() + (left > 0 ? [more] : [])
  }

  /// The part that a stage has in the mean time to clearance, as the table shows both.
  func share(of name: String, _ subject: String) -> Double? {
    guard let mean = estimate(subject, "\(stage(name)).mean"),
      let whole = estimate(subject, "clearance.mean"), whole > 0
    else { return nil }
    return mean / whole
  }

  /// What belongs to no stage, where it is worth a line.
  private func addRest(
    of flows: [(name: String, subject: String)],
    _ names: [String],
    to table: inout TextTable
  ) {
    let rest = flows.map { flow in
      1 - names.map { share(of: $0, flow.subject) ?? 0 }.reduce(0, +)
    }
    guard rest.contains(where: { $0 >= 0.001 }) else { return }
    let cells = zip(flows, rest).flatMap { flow, share in
      let seconds = estimate(flow.subject, "clearance.mean").map { $0 * share }
      return share >= 0.0005
        ? [seconds.map { quantities.duration($0) } ?? "", quantities.share(share)] : ["", ""]
    }
    table.add([wording(.otherStages)] + cells)
  }

  /// Time to entry and time to usable, side by side, of the flows whose goods become usable later.
  var entries: [String] {
    let shown = flows.filter { value($0.subject, "to-usable.count") > 0 }
    guard !shown.isEmpty else { return [] }
    let titles: [(phrase: CustomsPhrase, measure: String)] = [
      (.entryMean, "to-entered.mean"), (.entryP95, "to-entered.p95"),
      (.usableMean, "to-usable.mean"), (.usableP95, "to-usable.p95"),
    ]
    let columns = titles.filter { column in
      shown.contains { estimate($0.subject, column.measure) != nil }
    }
    var table = TextTable(
      [.init(title: wording(.entryTable), side: .left)]
        + columns.map { .init(title: wording($0.phrase)) }
    )
    for flow in shown.prefix(RunText.flowLimit) {
      table.add(
        [flow.name]
          + columns.map { column in
            result.measure("\(flow.subject).\(column.measure)").map(quantities.estimate) ?? ""
          }
      )
    }
    return [""] + table.lines()
  }
}

extension Wording {
  /// A stage of the way to clearance; a name that the product does not know stays as it is.
  func stage(_ name: String) -> String {
    switch name {
    case "papers": pick("papers", "单证")
    case "gate queue": pick("gate queue", "卡口排队")
    case "gate lane": pick("gate lane", "卡口通道")
    case "manual reply": pick("manual reply", "人工处置")
    case "inspection": pick("inspection", "查验")
    case "warehouse": pick("warehouse", "区内仓库")
    case "laboratory": pick("laboratory", "实验室检测")
    case "port": pick("port", "口岸")
    default: name
    }
  }
}
