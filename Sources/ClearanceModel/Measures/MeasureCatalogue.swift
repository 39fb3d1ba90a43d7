import EventSimulation

/// The measures of a scenario, in the order in which they are computed.
public struct MeasureCatalogue: Sendable {
  /// All measures that are wanted.
  public let measures: [Measure]

  /// Every measure a plan has.
  public init(plan: ClearancePlan) {
    let subjects = MeasureSubjects(plan).all
    var measures = subjects.flatMap { subject in
      subject.quantities.flatMap { quantity in
        subject.statistics(of: quantity).map { statistic in
          Measure(
            name: "\(subject.name).\(quantity.word(in: plan)).\(statistic.word)",
            subject: subject.subject,
            quantity: quantity,
            statistic: statistic
          )
        }
      }
    }
    for name in plan.standingMeasures where !measures.contains(where: { $0.name == name }) {
      if let measure = Self.measure(named: name, plan, subjects) { measures.append(measure) }
    }
    self.measures = measures
  }

  /// Only the measures of these names.
  ///
  /// - Throws: the names that are no measures of the plan.
  public init(plan: ClearancePlan, names: [String]) throws(UnknownMeasures) {
    var found: [Measure] = []
    var unknown: [String] = []
    let subjects = MeasureSubjects(plan).all
    for name in names {
      if let measure = Self.measure(named: name, plan, subjects) {
        if !found.contains(measure) { found.append(measure) }
      } else {
        unknown.append(name)
      }
    }
    guard unknown.isEmpty else {
      throw UnknownMeasures(names: unknown, known: Self(plan: plan).measures.map(\.name))
    }
    measures = found
  }

  /// Every measure a plan has, and those of these names that are computed on demand.
  ///
  /// - Throws: the names that are no measures of the plan.
  public init(plan: ClearancePlan, adding names: [String]) throws(UnknownMeasures) {
    let all = Self(plan: plan).measures
    let extra = try Self(plan: plan, names: names).measures
    measures = all + extra.filter { !all.contains($0) }
  }

  /// Names that were asked for and are no measures.
  public struct UnknownMeasures: Error, Equatable {
    /// The unknown names.
    public let names: [String]
    /// The names that always exist.
    public let known: [String]
  }

  /// The instants at which levels must be noted for these measures, ascending.
  public var observationTimes: [SimulatedTime] {
    var times: [SimulatedTime] = []
    for measure in measures {
      guard case .at(let text) = measure.statistic, !times.contains(text.time) else { continue }
      times.append(text.time)
    }
    return times.sorted()
  }

  /// The places whose waits must be noted by clock hour for these measures, ascending.
  public var hourlyPlaces: [Int] {
    var places: [Int] = []
    for measure in measures {
      guard case .ofHour = measure.statistic, case .place(let place, _) = measure.subject,
        !places.contains(place)
      else { continue }
      places.append(place)
    }
    return places.sorted()
  }

  private static func measure(
    named name: String,
    _ plan: ClearancePlan,
    _ subjects: [MeasureSubjects.Entry]
  ) -> Measure? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let place = parts.dropLast(2).joined(separator: ".")
    guard
      let statistic = Statistic(word: parts[parts.count - 1]),
      let subject = subjects.first(where: { $0.name == place }),
      let quantity = (subject.quantities + subject.others).first(where: {
        $0.word(in: plan) == parts[parts.count - 2]
      }),
      subject.allows(statistic, of: quantity)
    else { return nil }
    // Hours are not told apart by class.
    if case .ofHour = statistic, case .place(_, .some) = subject.subject { return nil }
    if case .at(let text) = statistic, let horizon = plan.horizon, text.time >= horizon {
      return nil
    }
    return Measure(
      name: name,
      subject: subject.subject,
      quantity: quantity,
      statistic: statistic
    )
  }
}
