import EventSimulation
import OutputAnalysis

/// The values of the measures in one replication.
public struct MeasureValues: Sendable {
  /// One value for each measure of the catalogue; nil where there is nothing to measure.
  public var values: [Double?] = []
  /// The observations behind the quantiles, one sketch for each run of measures that share it.
  public var sketches: [QuantileSketch] = []
  /// For each measure the index of its sketch; −1 for measures that are no quantiles.
  public var sketchIndex: [Int] = []

  /// Evaluates a catalogue.
  ///
  /// - Complexity: O(measures + places · classes), as measures of one quantity stand together.
  public init(_ catalogue: MeasureCatalogue, of statistics: ReplicationStatistics) {
    var last = Evaluated()
    // The measures are looked at where they are: a copy would count references to their names.
    let measures = catalogue.measures.span
    for index in measures.indices { add(measures[index], of: statistics, &last) }
  }

  /// What the measure before was about, as measures of one quantity stand together.
  private struct Evaluated {
    var subject: MeasureSubject?
    var quantity: Quantity?
    var durations = DurationStatistics()
    /// Index of the sketch of `durations`, or −1 where no measure needed it yet.
    var sketch = -1
  }

  private mutating func add(
    _ measure: Measure,
    of statistics: ReplicationStatistics,
    _ last: inout Evaluated
  ) {
    if measure.subject != last.subject || measure.quantity != last.quantity {
      last.subject = measure.subject
      last.quantity = measure.quantity
      last.sketch = -1
      if measure.quantity.isDuration { last.durations = statistics.durations(of: measure) }
    }
    switch measure.statistic {
    case .peakHourP95:
      let waits = statistics.peakWaits(of: measure).sketch
      sketches.append(waits)
      sketchIndex.append(sketches.count - 1)
      values.append(waits.quantile(0.95).map { $0 / 1e6 })
      return
    case .peakHourMean, .peakHourShareWithin:
      sketchIndex.append(-1)
      values.append(Self.value(measure, statistics.peakWaits(of: measure), statistics))
      return
    case .ofHour(let hour, let statistic):
      add(statistic, of: statistics.waits(of: measure, hour: hour), measure, statistics)
      return
    default: break
    }
    let isQuantile = measure.statistic.order != nil
    if isQuantile, last.sketch < 0 {
      sketches.append(last.durations.sketch)
      last.sketch = sketches.count - 1
    }
    sketchIndex.append(isQuantile ? last.sketch : -1)
    let value =
      measure.quantity.isDuration
      ? Self.value(measure, last.durations, statistics)
      : statistics.level(measure)
    values.append(value.flatMap { $0.isFinite ? $0 : nil })
  }

  /// A statistic of the waits of one clock hour.
  private mutating func add(
    _ statistic: Statistic,
    of waits: DurationStatistics,
    _ measure: Measure,
    _ statistics: ReplicationStatistics
  ) {
    if statistic.order != nil { sketches.append(waits.sketch) }
    sketchIndex.append(statistic.order == nil ? -1 : sketches.count - 1)
    let part = Measure(
      name: measure.name,
      subject: measure.subject,
      quantity: measure.quantity,
      statistic: statistic
    )
    values.append(Self.value(part, waits, statistics).flatMap { $0.isFinite ? $0 : nil })
  }

  /// A statistic of lengths of time, in seconds.
  private static func value(
    _ measure: Measure,
    _ durations: DurationStatistics,
    _ statistics: ReplicationStatistics
  ) -> Double? {
    let tally = durations.tally
    if measure.statistic == .count { return Double(tally.count) }
    if measure.quantity == .blocked, measure.statistic == .share {
      return statistics.shareHeld(measure)
    }
    guard tally.count > 0 else { return nil }
    switch measure.statistic {
    case .mean, .peakHourMean: return tally.mean / 1e6
    case .meanSquare: return tally.meanSquare / 1e12
    case .sd: return tally.standardDeviation / 1e6
    case .quantile(let p): return durations.sketch.quantile(p).map { $0 / 1e6 }
    case .max: return Double(tally.maximum) / 1e6
    case .shareWaiting: return Double(tally.positiveCount) / Double(tally.count)
    case .shareWithin(let limit), .peakHourShareWithin(let limit):
      let share = durations.sketch.share(atMost: limit.time.microseconds)
      guard case .stage = measure.quantity else { return share }
      // Trucks that were never at the stage have spent no time there, and do not count.
      let others = tally.count - tally.positiveCount
      guard tally.positiveCount > 0 else { return nil }
      return max(0, share * Double(tally.count) - Double(others)) / Double(tally.positiveCount)
    case .share: return statistics.shareOfClearance(measure, tally.sum)
    case .count, .peakHourP95, .peakHour, .peakDay, .sum, .at, .ofHour: return nil
    }
  }
}

extension ReplicationStatistics {
  /// The observations behind a measure of lengths of time.
  func durations(of measure: Measure) -> DurationStatistics {
    switch (measure.subject, measure.quantity) {
    case (.place(let place, let classIndex), .wait):
      merged(places[place].visits, classIndex) { $0.wait }
    case (.place(let place, let classIndex), .waitAll):
      merged(places[place].visits, classIndex) { $0.allWaits }
    case (.place(let place, let classIndex), .service):
      merged(places[place].visits, classIndex) { $0.service }
    case (.place(let place, let classIndex), .sojourn):
      merged(places[place].visits, classIndex) { $0.sojourn }
    case (.place(let place, let classIndex), .blocked):
      merged(places[place].blocked, classIndex) { $0 }
    case (.place(let place, nil), .recovery):
      places[place].recovery ?? DurationStatistics()
    case (.flow(let flow, let classIndex), .clearance):
      merged(Array(clearance[cells(of: flow)]), classIndex) { $0 }
    case (.flow(let flow, let classIndex), .toMark(let mark)):
      merged(strided(marks, of: flow, mark), classIndex) { $0 }
    case (.flow(let flow, let classIndex), .stage(let stage)):
      merged(strided(stages, of: flow, stage), classIndex) { $0 }
    case (.zone, .clearance):
      merged(clearance, nil) { $0 }
    default:
      DurationStatistics()
    }
  }

  /// The waits at a place of those who came in the peak hour.
  func peakWaits(of measure: Measure) -> DurationStatistics {
    guard case .place(let place, let classIndex) = measure.subject else {
      return DurationStatistics()
    }
    return merged(places[place].visits, classIndex) { $0.peakWait }
  }

  /// The waits at a place of those who came in one clock hour.
  func waits(of measure: Measure, hour: Int) -> DurationStatistics {
    guard case .place(let place, nil) = measure.subject,
      let index = hourlyPlaces.firstIndex(of: place)
    else { return DurationStatistics() }
    return hourWaits[index * 24 + hour]
  }

  /// The cells of one mark or stage for the classes of a flow.
  private func strided(
    _ cells: [DurationStatistics],
    of flow: Int,
    _ index: Int
  ) -> [DurationStatistics] {
    let stride = cells.count / max(1, clearance.count)
    return self.cells(of: flow).map { cells[$0 * stride + index] }
  }

  /// The share of a stage's time in all time to clearance.
  fileprivate func shareOfClearance(_ measure: Measure, _ sum: Int128) -> Double? {
    guard case .stage = measure.quantity, case .flow(let flow, let classIndex) = measure.subject
    else { return nil }
    let whole = merged(Array(clearance[cells(of: flow)]), classIndex) { $0 }.tally.sum
    return Double(nearest: sum) / Double(nearest: whole)
  }

  /// The share of open server time in which servers were kept by blocked trucks.
  fileprivate func shareHeld(_ measure: Measure) -> Double? {
    guard case .place(let index, nil) = measure.subject, let held = places[index].held else {
      return nil
    }
    return Double(nearest: held.area(until: end.microseconds))
      / Double(nearest: places[index].open.area(until: end.microseconds))
  }

  private func merged<Cell>(
    _ cells: [Cell],
    _ index: Int?,
    _ part: (Cell) -> DurationStatistics
  ) -> DurationStatistics {
    if let index { return part(cells[index]) }
    if cells.count == 1 { return part(cells[0]) }
    var sum = DurationStatistics()
    for cell in cells { sum.merge(part(cell)) }
    return sum
  }

  private var classCount: Int { places.first?.visits.count ?? 1 }

  private func cells(of flow: Int) -> Range<Int> {
    flow * classCount..<(flow + 1) * classCount
  }

  /// The value of a measure of levels or counts.
  func level(_ measure: Measure) -> Double? {
    switch measure.subject {
    case .place(let index, _): placeLevel(measure, places[index], index)
    case .flow(let flow, let classIndex):
      flowLevel(measure, cells(of: flow), classIndex)
    case .zone: zoneLevel(measure)
    case .team(let index): teamLevel(measure.quantity, teams[index])
    case .collection(let index):
      switch measure.quantity {
      case .gathered: Double(collections[index].gathered)
      default: Double(collections[index].started)
      }
    }
  }

  private func placeLevel(_ measure: Measure, _ place: PlaceStatistics, _ index: Int) -> Double? {
    switch measure.quantity {
    case .queue:
      level(place.queue, measure.statistic) { $0.queue[index] }
    case .present:
      level(place.present, measure.statistic) { $0.present[index] }
    case .utilisation:
      Double(nearest: place.busy.area(until: end.microseconds))
        / Double(nearest: place.open.area(until: end.microseconds))
    case .worked:
      Double(nearest: place.busy.area(until: end.microseconds)) / 3_600e6
    case .throughput:
      measure.statistic == .peakHour
        ? Double(place.peakDepartures) / place.peakHours : perHour(place.departures)
    case .queueLength:
      place.queueLength.flatMap { level($0, measure.statistic) { _ in 0 } }.map { $0 / 1000 }
    case .overLimit:
      place.beyondSpace?.mean(until: end.microseconds)
    case .counted(let counter):
      counted(index * (placeCounters.count / places.count) + counter, place, measure.statistic)
    case .out: outShare(place)
    case .arrivals: Double(place.arrivals)
    case .departures: Double(place.departures)
    case .lost: lost(place.lost, of: place.arrivals, measure.statistic)
    case .reneged: lost(place.reneged, of: place.arrivals, measure.statistic)
    default: nil
    }
  }

  private func teamLevel(_ quantity: Quantity, _ team: TeamStatistics) -> Double? {
    func time(_ level: LevelTally) -> Double {
      Double(nearest: level.area(until: end.microseconds))
    }
    return switch quantity {
    case .utilisation: time(team.busy) / time(team.onShift)
    case .worked: time(team.busy) / 3_600e6
    case .onShift: time(team.onShift) / 3_600e6
    case .overtime: time(team.overtime) / 3_600e6
    default: nil
    }
  }

  /// The share of the observed time in which the one server of a place is not open.
  private func outShare(_ place: PlaceStatistics) -> Double {
    let length = (end - start).microseconds
    let open = place.open.area(until: end.microseconds)
    return Double(nearest: Int128(length) - open) / Double(length)
  }

  private func counted(_ cell: Int, _ place: PlaceStatistics, _ statistic: Statistic) -> Double? {
    if statistic == .peakDay { return Double(placeCounterPeaks[cell]) }
    return lost(placeCounters[cell], of: place.departures, statistic)
  }

  private func flowLevel(_ measure: Measure, _ cells: Range<Int>, _ classIndex: Int?) -> Double? {
    if case .summed(let amount) = measure.quantity {
      let all = classIndex.map { cells.lowerBound + $0..<cells.lowerBound + $0 + 1 } ?? cells
      return summed(amount, all, measure.statistic)
    }
    var counts = FlowCounts()
    var counted: Int64 = 0
    let stride = flowCounters.count / max(1, clearance.count)
    for cell in cells where classIndex == nil || cell - cells.lowerBound == classIndex {
      counts.merge(flowCounts[cell])
      if case .counted(let counter) = measure.quantity {
        counted += flowCounters[cell * stride + counter]
      }
    }
    if case .counted = measure.quantity {
      return lost(counted, of: counts.arrivals, measure.statistic)
    }
    return value(measure, counts)
  }

  private func zoneLevel(_ measure: Measure) -> Double? {
    switch measure.quantity {
    case .present: return level(zonePresent, measure.statistic) { $0.zonePresent }
    case .makespan: return end.seconds
    case .papers(let quantity): return papers?.value(quantity, measure.statistic)
    case .summed(let amount): return summed(amount, clearance.indices, measure.statistic)
    case .stock(let quantity): return papers?.value(quantity, measure.statistic)
    default:
      var counts = FlowCounts()
      for cell in flowCounts { counts.merge(cell) }
      return value(measure, counts)
    }
  }

  /// What the flows and classes of some cells have added to an amount, or its share of another.
  private func summed(
    _ amount: SummedAmount,
    _ cells: Range<Int>,
    _ statistic: Statistic
  ) -> Double? {
    let stride = flowAmounts.count / max(1, clearance.count)
    func sum(_ index: Int) -> Double { cells.reduce(0) { $0 + flowAmounts[$1 * stride + index] } }
    guard statistic == .share else { return sum(amount.index) / amount.scale }
    return amount.whole.map { sum(amount.index) / sum($0) }
  }

  private func value(_ measure: Measure, _ counts: FlowCounts) -> Double? {
    switch measure.quantity {
    case .throughput: perHour(counts.departures)
    case .arrivals: Double(counts.arrivals)
    case .departures: Double(counts.departures)
    case .lost: lost(counts.lost, of: counts.arrivals, measure.statistic)
    case .reneged: lost(counts.reneged, of: counts.arrivals, measure.statistic)
    default: nil
    }
  }

  private func level(
    _ tally: LevelTally,
    _ statistic: Statistic,
    at level: (LevelObservation) -> Int64
  ) -> Double? {
    switch statistic {
    case .mean: tally.mean(until: end.microseconds)
    case .sd: tally.variance(until: end.microseconds).squareRoot()
    case .max: Double(tally.maximum)
    case .at(let text):
      observations.first { $0.time == text.time }.map { Double(level($0)) }
    default: nil
    }
  }

  private func lost(_ count: Int64, of arrivals: Int64, _ statistic: Statistic) -> Double? {
    statistic == .share ? Double(count) / Double(arrivals) : Double(count)
  }

  private func perHour(_ count: Int64) -> Double {
    Double(count) / ((end - start).seconds / 3600)
  }
}
