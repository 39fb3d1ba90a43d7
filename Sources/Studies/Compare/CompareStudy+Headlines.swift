import ClearanceModel
import ClearanceRecords

/// Which of many measures say most.
extension CompareStudy {
  /// Flows beyond this number have no sentence of their own.
  private static let flowLimit = 2

  /// Measures that were asked for, all of them; else the wait where most changes, and the flows
  /// whose clearance changes most.
  static func headlines(
    _ measures: [ComparedMeasure],
    _ alternatives: [CompareAlternative],
    asked: Bool
  ) -> [Int] {
    guard !asked else { return Array(measures.indices) }
    let waits = measures.indices.filter { index in
      measures[index].measure.quantity == .wait && measures[index].measure.statistic.order != nil
    }
    var found: [Int] = []
    let changed = largest(waits) { change(of: measures[$0], alternatives) }
    // Where nothing changes, the place at which most trucks wait.
    if let place = changed ?? largest(waits, { queue(at: measures[$0], alternatives.first) }) {
      found.append(valued(place, measures))
    }
    let flows = measures.indices.filter { measures[$0].measure.quantity == .clearance }
    let ranked = flows.map { (index: $0, size: relative(measures[$0])) }
      .sorted { ($1.size, $0.index) < ($0.size, $1.index) }
    found += ranked.prefix(flowLimit).map(\.index).sorted()
    return found
  }

  /// The index with the largest size above 0; of equal ones the first.
  private static func largest(_ indices: [Int], _ size: (Int) -> Double) -> Int? {
    var best: (index: Int, size: Double)?
    for index in indices {
      let size = size(index)
      if size > best?.size ?? 0 { best = (index, size) }
    }
    return best?.index
  }

  /// The mean instead of a percentile that has no values.
  private static func valued(_ index: Int, _ measures: [ComparedMeasure]) -> Int {
    guard measures[index].differences.isEmpty || measures[index].isIdentical else { return index }
    let subject = measures[index].measure.subject
    return measures.indices.first { other in
      measures[other].measure.subject == subject && measures[other].measure.quantity == .wait
        && measures[other].measure.statistic == .mean
    } ?? index
  }

  private static func queue(
    at measure: ComparedMeasure,
    _ alternative: CompareAlternative?
  )
    -> Double
  {
    let place = measure.name.split(separator: ".").dropLast(2).joined(separator: ".")
    return alternative?.estimate("\(place).queue.mean")?.estimate ?? 0
  }

  /// By how much the mean queue differs between the alternatives: time of waiting that moves.
  private static func change(
    of measure: ComparedMeasure,
    _ alternatives: [CompareAlternative]
  ) -> Double {
    guard measure.differences.contains(where: { $0.verdict == .less || $0.verdict == .more })
    else { return 0 }
    let queues = alternatives.map { queue(at: measure, $0) }
    return (queues.max() ?? 0) - (queues.min() ?? 0)
  }

  private static func relative(_ measure: ComparedMeasure) -> Double {
    measure.differences.map { abs($0.relative ?? 0) }.max() ?? 0
  }
}
