import EventSimulation

/// The measures of a scenario, in the order in which they are computed.
public struct MeasureCatalogue: Sendable {
  /// All measures that are wanted.
  public let measures: [Measure]

  /// Every measure a plan has.
  public init(plan: ClearancePlan) {
    measures = Self.subjects(of: plan).flatMap { subject, name in
      Self.quantities(of: subject, plan).flatMap { quantity in
        quantity.statistics(hasPeakHour: plan.peakHour != nil).map { statistic in
          Measure(
            name: "\(name).\(quantity.word(marks: plan.marks)).\(statistic.word)",
            subject: subject,
            quantity: quantity,
            statistic: statistic
          )
        }
      }
    }
  }

  /// Only the measures of these names.
  ///
  /// - Throws: the names that are no measures of the plan.
  public init(plan: ClearancePlan, names: [String]) throws(UnknownMeasures) {
    var found: [Measure] = []
    var unknown: [String] = []
    let subjects = Self.subjects(of: plan)
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

  private static func measure(
    named name: String,
    _ plan: ClearancePlan,
    _ subjects: [(MeasureSubject, name: String)]
  ) -> Measure? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let place = parts.dropLast(2).joined(separator: ".")
    guard
      let statistic = Statistic(word: parts[parts.count - 1]),
      let subject = subjects.first(where: { $0.name == place })?.0,
      let quantity = quantities(of: subject, plan).first(where: {
        $0.word(marks: plan.marks) == parts[parts.count - 2]
      }),
      quantity.allows(statistic, hasPeakHour: plan.peakHour != nil)
    else { return nil }
    if case .at(let text) = statistic, let horizon = plan.horizon, text.time >= horizon {
      return nil
    }
    return Measure(name: name, subject: subject, quantity: quantity, statistic: statistic)
  }

  /// Everything that measures are about, with its name in them.
  private static func subjects(of plan: ClearancePlan) -> [(MeasureSubject, name: String)] {
    var subjects: [(MeasureSubject, name: String)] = [(.zone, "zone")]
    for (index, flow) in plan.flows.enumerated() {
      subjects.append((.flow(index, classIndex: nil), "flow.\(flow.name)"))
      guard plan.hasClasses else { continue }
      for share in flow.classes {
        let classIndex = Int(share.classIndex)
        let name = "flow.\(flow.name)[\(plan.classes[classIndex])]"
        subjects.append((.flow(index, classIndex: classIndex), name))
      }
    }
    let reach = Reachability(plan)
    for (index, place) in plan.places.enumerated() {
      subjects.append((.place(index, classIndex: nil), place.name))
      guard plan.hasClasses else { continue }
      let coming = reach.classes(at: place.station ?? index)
      for (classIndex, className) in plan.classes.enumerated()
      where coming[classIndex] && (place.takes.isEmpty || place.takes[classIndex]) {
        subjects.append(
          (.place(index, classIndex: classIndex), "\(place.name)[\(className)]")
        )
      }
    }
    return subjects
  }

  private static func quantities(
    of subject: MeasureSubject,
    _ plan: ClearancePlan
  ) -> [Quantity] {
    switch subject {
    case .zone:
      let quantities: [Quantity] = [
        .clearance, .present, .throughput, .arrivals, .departures, .lost,
      ]
      return plan.horizon == nil ? quantities + [.makespan] : quantities
    case .flow(_, let classIndex):
      let marks = classIndex == nil ? (1..<max(1, plan.marks.count)).map(Quantity.toMark) : []
      return [.clearance] + marks + [.throughput, .arrivals, .departures, .lost]
    case .place(let index, nil):
      var quantities: [Quantity] = [.wait, .service, .sojourn, .queue, .present]
      if !plan.isUnlimited(index) { quantities.append(.utilisation) }
      return quantities + [.throughput, .arrivals, .departures, .lost]
    case .place:
      return [.wait, .service, .sojourn]
    }
  }
}
