import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// What the gates can do: a table in two blocks, goods and cars.
extension CustomsRunText {
  /// One line of the table.
  private struct Row {
    var label: String
    var technology = ""
    /// The name of the place among the measures.
    var place: String
  }

  /// A column of numbers; nil where a place has none.
  private struct Column {
    var title: String
    var cell: (String) -> String?
  }

  /// The table of the gates in at most so many lines; stations stay longest, and of many stations
  /// or lanes those with the most waiting.
  func gateTables(limit: Int) -> [String] {
    let blocks = [
      (title: CustomsPhrase.goodsLanes, stations: stations(forCars: false)),
      (title: .carLanes, stations: stations(forCars: true)),
    ].filter { !$0.stations.isEmpty }
    guard !blocks.isEmpty else { return [] }
    let all = blocks.flatMap(\.stations)
    // A blank line and the heading; of each block the titles and the total; what was left out.
    let frame = 3 + blocks.reduce(0) { $0 + ($1.stations.count > 1 ? 2 : 1) }
    let names = longestQueues(all.map(\.name), limit: max(blocks.count, limit - frame))
    let lanes = all.filter { names.contains($0.name) }.flatMap { hidden($0).map(\.place) }
    let shown = longestQueues(lanes, limit: max(0, limit - frame - names.count))
    var lines = ["", wording(.gateTable)]
    for block in blocks { lines += self.block(wording(block.title), block.stations, names + shown) }
    let hiddenLanes = all.reduce(0) { left, station in
      let lanes = names.contains(station.name) ? hidden(station) : station.lanes
      return left + lanes.count { !shown.contains($0.place) }
    }
    if hiddenLanes > 0 {
      lines.append(wording(.lanesLeftOut, ["count": wording.counted(hiddenLanes, .lane)]))
    }
    return lines
  }

  /// The lanes that stand under their station; a single lane is its station.
  private func hidden(_ station: GateStation) -> [CustomsScenario.Lane] {
    station.lanes.count > 1 ? station.lanes : []
  }

  /// The names of the places with the most waiting.
  private func longestQueues(_ places: [String], limit: Int) -> [String] {
    let order = places.indices.sorted {
      (value(places[$1], "queue.mean"), $0) < (value(places[$0], "queue.mean"), $1)
    }
    return order.prefix(limit).map { places[$0] }
  }

  private func block(
    _ title: String,
    _ stations: [GateStation],
    _ shown: [String]
  ) -> [String] {
    let columns = self.columns.filter { column in
      stations.contains { column.cell($0.name) != nil }
    }
    var rows: [Row] = []
    for station in stations where shown.contains(station.name) {
      let way = wording(station.leadsIn ? .wayIn : .wayOut)
      let single = station.lanes.count == 1 ? station.lanes.first : nil
      rows.append(
        Row(
          label: "\(station.gate.name) \(way)",
          technology: wording.technology(single?.technology ?? ""),
          place: station.name
        )
      )
      for lane in station.lanes where shown.contains(lane.place) {
        rows.append(
          Row(
            label: "  " + lane.name,
            technology: wording.technology(lane.technology),
            place: lane.place
          )
        )
      }
    }
    guard !rows.isEmpty else { return [] }
    let hasTechnology = rows.contains { !$0.technology.isEmpty }
    var table = TextTable(
      [.init(title: title, side: .left)]
        + (hasTechnology ? [.init(title: wording(.technology), side: .left)] : [])
        + columns.map { .init(title: $0.title) }
    )
    for row in rows {
      table.add(
        [row.label] + (hasTechnology ? [row.technology] : [])
          + columns.map { $0.cell(row.place) ?? "" }
      )
    }
    if let days, stations.count > 1 {
      let passes = stations.map { value($0.name, "departures.count") }.reduce(0, +) / days
      // Passes add up; peaks fall into other hours, and quantiles have no sum.
      let cells = columns.map { $0.title == wording(.passesPerDay) ? quantities.mean(passes) : "" }
      table.add([wording(.total)] + (hasTechnology ? [""] : []) + cells)
    }
    return table.lines()
  }

  private var columns: [Column] {
    [
      Column(title: wording(.passesPerDay)) { place in
        perDay(place, "departures.count").map { quantities.mean($0) }
      },
      Column(title: wording(.peakPasses)) { place in
        estimate(place, "throughput.peak-hour").map { quantities.mean($0) }
      },
      Column(title: wording(.waitMean)) { place in
        estimate(place, "wait.mean").map { quantities.duration($0) }
      },
      Column(title: wording(.waitP95Short)) { place in
        // Its interval stands in the sentence below.
        estimate(place, "wait.p95").map { quantities.duration($0) }
      },
      Column(title: wording(.longestQueue)) { place in
        guard let vehicles = estimate(place, "queue.max") else { return nil }
        guard let metres = estimate(place, "queue-length.max") else {
          return wording(.vehiclesAlone, ["vehicles": quantities.mean(vehicles)])
        }
        return wording(
          .vehiclesAndMetres,
          ["vehicles": quantities.mean(vehicles), "metres": quantities.metres(metres)]
        )
      },
      Column(title: wording(.utilisation)) { place in
        estimate(place, "utilisation.mean").map { quantities.share($0) }
      },
      Column(title: wording(.autoLift)) { place in
        estimate(place, "auto-lift.share").map { quantities.share($0) }
      },
    ]
  }
}

extension Wording {
  /// The technology of a lane.
  func technology(_ word: String) -> String {
    switch word {
    case "manual": pick("manual", "人工")
    case "automatic": pick("automatic", "自动")
    case "contactless": pick("contactless", "无感")
    default: word
    }
  }

  /// A credit class.
  func credit(_ word: String) -> String {
    switch word {
    case "aeo": pick("AEO", "高级认证")
    case "general": pick("general credit", "一般信用")
    case "dishonest": pick("dishonest", "失信")
    default: word
    }
  }
}
