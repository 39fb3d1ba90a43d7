/// The firms of a flow day by day, where some join or leave during the run.
struct FirmPresence {
  /// Days of the run.
  let days: Int
  private let firms: [(name: String, share: Double, factors: [Double])]

  /// What part of its share a firm has on a day, day 0 being that of time zero.
  ///
  /// Nothing before it joins, then the ramp in a straight line, nothing from the day on which it
  /// leaves.
  init(days: Int, firms: [(name: String, share: Double, factor: (Int) -> Double)]) {
    self.days = days
    self.firms = firms.map { firm in
      (firm.name, firm.share, (0..<days).map(firm.factor))
    }
  }

  /// The part of the flow's full demand that comes on a day.
  func total(on day: Int) -> Double {
    firms.reduce(0) { $0 + $1.share * $1.factors[min(day, days - 1)] }
  }

  /// The firms' shares in what comes on a day; empty where nobody comes.
  func shares(on day: Int) -> CustomsWords.Shares {
    let sum = total(on: day)
    guard sum > 0 else { return [] }
    return firms.compactMap { firm in
      let share = firm.share * firm.factors[day] / sum
      return share > 0 ? (firm.name, share) : nil
    }
  }
}

extension CustomsWords {
  /// The firms of a flow by day; nil where none joins or leaves within the run.
  func presence(in flow: Flow) -> FirmPresence? {
    guard starts != nil, let days = runDays, days > 0 else { return nil }
    let shares = firmShares(of: flow)
    var changes = false
    let parts = shares.compactMap { entry -> (String, Double, (Int) -> Double)? in
      guard let firm = firms.first(where: { $0.name.text == entry.word }) else { return nil }
      let factor = factor(of: firm)
      if (0..<days).contains(where: { factor($0) != 1 }) { changes = true }
      return (entry.word, entry.share, factor)
    }
    return changes ? FirmPresence(days: days, firms: parts) : nil
  }

  /// The part of a firm's full share by day.
  private func factor(of firm: Firm) -> (Int) -> Double {
    let joins = firm.book.joins.flatMap { day($0.value) } ?? .min
    let full = firm.book.rampEnds.flatMap { day($0) } ?? joins
    let leaves = firm.book.leaves.flatMap { day($0.value) } ?? .max
    return { day in
      if day < joins || day >= leaves { return 0 }
      if day >= full { return 1 }
      // The middle of the day, so that the ramp's mean is a half.
      return (Double(day - joins) + 0.5) / Double(full - joins)
    }
  }
}
