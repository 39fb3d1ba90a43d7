import ClearanceModel
import ScenarioFiles

/// Which measures of the alternatives are compared.
struct CompareMeasures {
  /// Those that all alternatives have, as the first one has them.
  let common: [Measure]
  /// Those that only some have, with the indices of these.
  let incomparable: [(name: String, alternatives: [Int])]

  /// The measures that were asked for, else waits and clearance times.
  init(
    _ names: [String],
    of points: [(label: String, preparation: Preparation)]
  ) throws(CompareFault) {
    guard names.isEmpty else {
      var first: [Measure] = []
      for (index, point) in points.enumerated() {
        do {
          let catalogue = try MeasureCatalogue(plan: point.preparation.loaded.plan, names: names)
          if index == 0 { first = catalogue.measures }
        } catch {
          throw .unknownMeasures(error.names, known: error.known, alternative: point.label)
        }
      }
      common = first
      incomparable = []
      return
    }
    let all = points.map { Self.standard(in: $0.preparation) }
    common = (all.first ?? []).filter { measure in
      all.allSatisfy { $0.contains { $0.name == measure.name } }
    }
    var listed: [(name: String, alternatives: [Int])] = []
    for measure in all.joined() where !listed.contains(where: { $0.name == measure.name }) {
      let owners = all.indices.filter { all[$0].contains { $0.name == measure.name } }
      if owners.count < all.count { listed.append((measure.name, owners)) }
    }
    incomparable = listed
    if common.isEmpty { throw .nothingInCommon }
  }

  /// Mean and 95th percentile of the wait at each station, and the mean time to clearance of flows.
  private static func standard(in preparation: Preparation) -> [Measure] {
    let plan = preparation.loaded.plan
    return preparation.catalogue.measures.filter { measure in
      switch (measure.subject, measure.quantity, measure.statistic) {
      case (.place(let index, classIndex: nil), .wait, .mean),
        (.place(let index, classIndex: nil), .wait, .quantile(0.95)):
        plan.places[index].station == nil
      case (.flow(_, classIndex: nil), .clearance, .mean): true
      default: false
      }
    }
  }

  /// What describes an alternative beside what is compared: demand, queues, inspections, finds.
  static func describing(_ preparation: Preparation) -> [Measure] {
    let plan = preparation.loaded.plan
    return preparation.catalogue.measures.filter { measure in
      switch (measure.subject, measure.quantity, measure.statistic) {
      case (.zone, .arrivals, .count): true
      case (.place(let index, classIndex: nil), .queue, .mean): plan.places[index].station == nil
      case (.flow(_, classIndex: nil), .counted(let index), .count):
        plan.counters[index].hasPrefix("inspected-")
      case (.flow(_, classIndex: nil), .summed, .sum):
        measure.quantity.word(in: plan) == "detected"
      default: false
      }
    }
  }
}
