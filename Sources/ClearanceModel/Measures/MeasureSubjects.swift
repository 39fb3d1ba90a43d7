/// Everything that measures of a plan are about, with the quantities of each.
struct MeasureSubjects {
  /// One subject.
  struct Entry {
    let subject: MeasureSubject
    /// Its name in measures.
    let name: String
    let quantities: [Quantity]
    /// Quantities that are computed only where their measures are asked for.
    let others: [Quantity]
    let hasPeakHour: Bool
    /// Whether the busiest day of what is counted there is always computed.
    let hasPeakDay: Bool

    /// The statistics of a quantity that are always computed.
    func statistics(of quantity: Quantity) -> [Statistic] {
      let statistics = quantity.statistics(hasPeakHour: hasPeakHour)
      return hasPeakDay && isCounted(quantity) ? statistics + [.peakDay] : statistics
    }

    /// Whether a statistic of a quantity can be asked for.
    func allows(_ statistic: Statistic, of quantity: Quantity) -> Bool {
      if statistic == .peakDay { return isCounted(quantity) }
      return quantity.allows(statistic, hasPeakHour: hasPeakHour)
    }

    private func isCounted(_ quantity: Quantity) -> Bool {
      guard case .counted = quantity, case .place = subject else { return false }
      return true
    }
  }

  private(set) var all: [Entry] = []
  private let plan: ClearancePlan
  private let mayBeBlocked: [Bool]?
  private let hasPatience: Bool

  init(_ plan: ClearancePlan) {
    self.plan = plan
    mayBeBlocked = plan.placesThatMayBeBlocked
    hasPatience = plan.hasPatience(in: .zone)
    var quantities: [Quantity] = [
      .clearance, .present, .throughput, .arrivals, .departures, .lost,
    ]
    if plan.horizon == nil { quantities.append(.makespan) }
    if plan.papers != nil { quantities += PaperQuantity.allCases.map(Quantity.papers) }
    quantities += plan.amounts.indices.map(summed)
    if plan.papers?.rules.mixesStatuses ?? false {
      quantities += StockQuantity.all.map(Quantity.stock)
    }
    add(.zone, "zone", quantities, hasPeakHour: false)
    for index in plan.flows.indices { addFlow(index) }
    let reach = Reachability(plan)
    for index in plan.places.indices { addPlace(index, reach) }
    for (index, team) in plan.teams.enumerated() {
      let quantities: [Quantity] = [.utilisation, .worked, .onShift, .overtime]
      add(.team(index), team.name, quantities, hasPeakHour: false)
    }
    for (index, collection) in plan.collections.enumerated() {
      add(.collection(index), collection.name, [.gathered, .started], hasPeakHour: false)
    }
  }

  private mutating func add(
    _ subject: MeasureSubject,
    _ name: String,
    _ quantities: [Quantity],
    others: [Quantity] = [],
    hasPeakHour: Bool
  ) {
    // Without patience nobody reneges: the measures are there, but nobody wants to see them.
    let patience = subject.ofPatience
    let isShown = hasPatience && plan.hasPatience(in: subject)
    all.append(
      Entry(
        subject: subject,
        name: name,
        quantities: quantities + (isShown ? patience : []),
        others: others + (isShown ? [] : patience),
        hasPeakHour: hasPeakHour,
        hasPeakDay: plan.papers != nil
      )
    )
  }

  private func summed(_ index: Int) -> Quantity {
    let amount = plan.amounts[index]
    return .summed(
      SummedAmount(index: index, dimension: amount.dimension, whole: amount.whole)
    )
  }

  /// A flow has every mark, and of stages, counters and amounts those that its trucks can meet; a class of
  /// it has only what can be met.
  private mutating func addFlow(_ index: Int) {
    let flow = plan.flows[index]
    let met = plan.stepsMet(byFlow: index)
    let steps = plan.steps.indices.filter { met[$0] }.map { plan.steps[$0] }
    func has(_ kind: StepKind, _ number: Int) -> Bool {
      steps.contains { $0.kind == kind && Int($0.mark) == number }
    }
    let marks = plan.marks.indices.dropFirst().map(Quantity.toMark)
    let stages = plan.stages.indices.filter { has(.stage, $0) }.map(Quantity.stage)
    let counters = plan.counters.indices.filter { has(.count, $0) }
    let amounts = plan.amounts.indices.filter { has(.sum, $0) }
    let others: [Quantity] =
      stages + [.throughput, .arrivals, .departures, .lost] + counters.map(Quantity.counted)
      + amounts.map(summed)
    add(
      .flow(index, classIndex: nil),
      "flow.\(flow.name)",
      [.clearance] + marks + others,
      hasPeakHour: false
    )
    guard plan.hasClasses else { return }
    let metMarks = plan.marks.indices.dropFirst().filter { has(.mark, $0) }
    let quantities = [.clearance] + metMarks.map(Quantity.toMark) + others
    for share in flow.classes {
      let classIndex = Int(share.classIndex)
      let name = "flow.\(flow.name)[\(plan.classes[classIndex])]"
      add(.flow(index, classIndex: classIndex), name, quantities, hasPeakHour: false)
    }
  }

  private mutating func addPlace(_ index: Int, _ reach: Reachability) {
    let place = plan.places[index]
    let station = place.station ?? index
    let hasPeakHour =
      plan.placePeakHours.isEmpty ? plan.peakHour != nil : plan.placePeakHours[index] >= 0
    let counters = plan.counters.indices.filter { counter in
      plan.steps.contains {
        $0.kind == .count && Int($0.place) == station && Int($0.mark) == counter
      }
    }
    if plan.isOutage(index) {
      let quantities = [.out, .recovery] + counters.map(Quantity.counted)
      add(.place(index, classIndex: nil), place.name, quantities, hasPeakHour: false)
      return
    }
    let isBlocked = mayBeBlocked?[index] ?? false
    let times: [Quantity] = [.wait, .service] + (isBlocked ? [.blocked] : []) + [.sojourn]
    var quantities = times + [.queue, .present]
    if !plan.isUnlimited(index) { quantities.append(.utilisation) }
    quantities += [.throughput, .arrivals, .departures, .lost]
    if place.queueSpace != nil { quantities += [.queueLength, .overLimit] }
    quantities += counters.map(Quantity.counted)
    // The hours of officers stand beside the amounts that they find.
    let worked: [Quantity] = plan.isUnlimited(index) ? [] : [.worked]
    let isWorkShown = !plan.amounts.isEmpty
    add(
      .place(index, classIndex: nil),
      place.name,
      quantities + (isWorkShown ? worked : []),
      others: isWorkShown ? [] : worked,
      hasPeakHour: hasPeakHour
    )
    guard plan.hasClasses else { return }
    let coming = reach.classes(at: station)
    for (classIndex, className) in plan.classes.enumerated()
    where coming[classIndex] && (place.takes.isEmpty || place.takes[classIndex]) {
      add(
        .place(index, classIndex: classIndex),
        "\(place.name)[\(className)]",
        times,
        hasPeakHour: hasPeakHour
      )
    }
  }
}
