import RandomVariates

/// What the books begin with, and what firms move.
extension CustomsWords {
  /// The opening stock of a firm by status [kg]: bonded, non-bonded, exported-in.
  ///
  /// So many days mean its outward movements at full demand, at the mean load of its vehicles, over
  /// the whole week; a weight is parted in proportion to these, and is bonded where there are none.
  /// A firm that joins during the run begins with nothing unless something is written.
  func openingStock(of firm: Firm) -> [Int64] {
    let daily = outward(of: firm)
    func parted(_ total: Double) -> [Int64] {
      let sum = daily.reduce(0, +)
      guard sum > 0 else { return [Int64(total), 0, 0] }
      return daily.map { Int64((total * $0 / sum).rounded()) }
    }
    switch firm.book.opening?.value {
    case .byStatus(let stock): return stock
    case .weight(let weight): return parted(Double(weight))
    case .days(let days): return daily.map { stock($0 * days) }
    case nil:
      let days = joinsLater(firm) ? 0 : assumedOpeningDays
      return daily.map { stock($0 * days) }
    }
  }

  /// Whole kilograms, and no more than may be written as a weight.
  private func stock(_ kilograms: Double) -> Int64 {
    Int64(min(kilograms, Self.mostStock).rounded())
  }

  private static var mostStock: Double { 1e15 }

  /// Whether a firm joins during the run, or after it.
  func joinsLater(_ firm: Firm) -> Bool {
    (firm.book.joins.flatMap { day($0.value) } ?? 0) > 0
  }

  private var assumedOpeningDays: Double {
    let law = try? parseDistribution(assumptions.text("opening stock"), of: .duration, folder: "")
    return (law?.mean ?? 0) / 86_400e6
  }

  /// Kilograms that a firm's outward movements take from its book on a mean day, by status.
  private func outward(of firm: Firm) -> [Double] {
    var daily = [0.0, 0.0, 0.0]
    for flow in flows {
      guard let movements = flow.movements,
        let share = firmShares(of: flow).first(where: { $0.word == firm.name.text })?.share
      else { continue }
      let used = firm.book.business == "manufacturing" ? materialPerProduct : 1
      let trucks = flow.trucksPerDay * (5 + 2 * flow.weekendFactor) / 7 * share
      let load = trucks * meanLoad(of: flow)
      for kind in movements.kinds(leadsIn: false) {
        let part = load * movements.share(of: kind, leadsIn: false)
        switch kind {
        case "by-status": daily[1] += part
        case "second-line" where flow.isEntrusted: daily[2] += part * used
        case "first-line":
          let domestic = flow.assumptions.share("domestic share of exports", within: assumptions)
          daily[0] += part * (1 - domestic) * used
          daily[2] += part * domestic * used
        case "consolidated-abroad", "consolidated-inland":
          let abroad = kind == "consolidated-abroad"
          let bonded = flow.assumptions.share("consolidated bonded share", within: assumptions)
          let exported =
            abroad
            ? flow.assumptions.share("consolidated exported-in share", within: assumptions) : 0
          daily[0] += part * bonded * used
          daily[1] += part * (1 - bonded - exported)
          daily[2] += part * exported * used
        case "second-line", "batch": daily[0] += part * used
        default: break
        }
      }
    }
    return daily
  }

  /// The mean weight of the goods of a loaded truck [kg].
  func meanLoad(of flow: Flow) -> Double {
    func mean(_ key: String) -> Double {
      (try? weightLaw(flow.assumptions.text(key, within: assumptions), folder: ""))?.mean ?? 0
    }
    return flow.vehicles.reduce(0) { sum, entry in
      let load =
        entry.word == "semi"
        ? min(mean("semi goods"), mean("semi goods limit")) : mean("\(entry.word) goods")
      return sum + entry.share * load
    }
  }

  /// The guarantee line of a firm at the start [fen].
  func guarantee(of firm: Firm) -> Int64 {
    firm.book.guarantee?.value ?? (try? parseMoney(assumptions.text("guarantee line"))) ?? 0
  }

  /// Kilograms of material for each kilogram of a manufacturer's product.
  var materialPerProduct: Double { mean("material per product", or: 1) }

  /// The mean of an assumption that is a plain number.
  func mean(_ key: String, or standard: Double) -> Double {
    (try? parseDistribution(assumptions.text(key), of: .plain, folder: ""))?.mean ?? standard
  }
}

extension CustomsWords.Flow {
  /// Trucks of a working day, of banks too.
  var trucksPerDay: Double {
    guard let banks else { return perDay }
    let size = try? parseDistribution(banks.size.text, of: .plain, folder: "")
    return Double(banks.minutes.count) * (size?.mean ?? 1)
  }
}
