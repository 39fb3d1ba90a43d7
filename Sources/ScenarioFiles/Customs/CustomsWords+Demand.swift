/// What follows from the words about the trucks of a flow.
extension CustomsWords.Flow {
  /// The kinds of lane and the status that its trucks come with on one way, with their shares.
  func needs(leadsIn: Bool) -> [(kind: String, status: String, share: Double)] {
    if isCars { return [("cars", "non-bonded", 1)] }
    if let movements { return movements.needs(leadsIn: leadsIn) }
    var needs: [(kind: String, status: String, share: Double)] = []
    let empty = emptyOneWay / 2
    for entry in papers where entry.share > 0 {
      let kind =
        switch entry.word {
        case "declared": "declared"
        case "sundries": "sundries"
        default: "not-declared"
        }
      let statuses = self.statuses(of: entry.word)
      // An empty truck has a form of its own, which is no declaration.
      for (kind, share) in [(kind, 1 - empty), ("not-declared", empty)] where share > 0 {
        for status in statuses {
          let part = entry.share * share / Double(statuses.count)
          if let index = needs.firstIndex(where: { $0.kind == kind && $0.status == status }) {
            needs[index].share += part
          } else {
            needs.append((kind, status, part))
          }
        }
      }
    }
    return needs
  }

  /// The statuses of goods with some papers.
  func statuses(of papers: String) -> [String] {
    if let status { return status.filter { $0.share > 0 }.map(\.word) }
    return papers == "declared" || papers == "batch" ? ["bonded"] : ["non-bonded"]
  }

  /// Visits of each part of a day of `minutes` minutes, by vehicle; a day's sum is 1.
  ///
  /// A vehicle that may come at some hours only has its whole day's share there, in proportion to
  /// the weights of these hours, or to their length where all weights are zero.
  func dayShares(every minutes: Int) -> [(vehicle: String, parts: [Double])] {
    let count = WeekPlan.day / minutes
    let base = (0..<count).map { weights[$0 * minutes / 60] }
    return vehicles.map { entry in
      let windows = mayArrive.first { $0.vehicle == entry.word }?.windows
      var parts = base
      if let windows {
        let isAllowed = (0..<count).map { part in
          windows.contains { $0.contains(part * minutes) }
        }
        parts = base.indices.map { isAllowed[$0] ? base[$0] : 0 }
        if parts.allSatisfy({ $0 == 0 }) { parts = isAllowed.map { $0 ? 1 : 0 } }
      }
      let sum = parts.reduce(0, +)
      return (entry.word, parts.map { sum > 0 ? $0 / sum * entry.share : 0 })
    }
  }

  /// Minutes of the parts into which a day is cut: hours, or less where a window asks for it.
  var grid: Int {
    var grid = 60
    for entry in mayArrive {
      for window in entry.windows {
        grid = greatestCommonDivisor(grid, window.start)
        grid = greatestCommonDivisor(grid, window.length)
      }
    }
    return grid
  }

  /// The share of a week's visits that come while a schedule is closed.
  func shareOutside(_ open: WeekPlan) -> Double {
    var total = 0.0
    var outside = 0.0
    func add(_ share: Double, _ range: Range<Int>, _ day: Int) {
      let factor = share * (day < 5 ? 1 : weekendFactor)
      let closed = range.count { open.counts[day * WeekPlan.day + $0] == 0 }
      total += factor
      outside += factor * Double(closed) / Double(range.count)
    }
    let parts = isCars ? [("", weights)] : dayShares(every: grid).map { ($0.vehicle, $0.parts) }
    let step = isCars ? 60 : grid
    for day in 0..<7 {
      if let banks {
        for minute in banks.minutes where minute < WeekPlan.day {
          add(1, minute..<(minute + 1), day)
        }
        continue
      }
      for (_, shares) in parts {
        for (index, share) in shares.enumerated() {
          add(share, (index * step)..<((index + 1) * step), day)
        }
      }
    }
    return total > 0 ? outside / total : 0
  }
}

func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}

extension CustomsWords {
  /// Whether a declaration of a flow can be picked for inspection.
  func inspects(_ flow: Flow) -> Bool {
    let factor = try? parseNumber(flow.assumptions.text("hit rate factor", within: assumptions))
    let credits =
      firms.isEmpty
      ? ["aeo", "general"]
      : CustomsWords.credits.filter { credit in
        firms.contains { self.credits(of: $0).contains(credit) }
      }
    let isDeclared =
      flow.movements.map { movements in
        [true, false].contains { leadsIn in
          movements.kinds(leadsIn: leadsIn).contains { Movements.isPicked($0) }
        }
      } ?? flow.papers.contains { $0.word == "declared" && $0.share > 0 }
    return factor != 0 && isDeclared
      && credits.contains { flow.assumptions.share("hit rate \($0)", within: assumptions) > 0 }
  }

  /// Whether there is a yard with a bay.
  var hasYard: Bool { yard?.bays.plan.neverOpens == false }

  /// Whether some firm declares batch movements together.
  var consolidates: Bool {
    firms.isEmpty
      ? policy.declares != "per shipment"
      : firms.contains { periods(of: $0).contains { $0 != "per shipment" } }
  }
}
