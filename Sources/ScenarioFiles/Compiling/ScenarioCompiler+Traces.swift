import ClearanceModel
import RandomVariates

/// Distributions that take the rows of a file in turn.
///
/// Truck N of a flow has row N. Where it is known how many trucks come, a row for each must be
/// there: a trace that began again unnoticed would give two trucks the same value.
extension ScenarioCompiler {
  /// Adds a distribution, and notes the traces in it.
  mutating func addSampler(_ distribution: Distribution, _ text: String) -> Int {
    let index = plan.samplers.add(distribution)
    let rows = distribution.traceRows
    if !rows.isEmpty {
      traces[index] = zip(traceNames(in: text), rows).map { name, rows in
        RepeatingTrace(file: name.file, column: name.column, rows: rows)
      }
    }
    return index
  }

  /// Compares the rows of all traces with the trucks and convoys that take them.
  mutating func checkTraces(_ flows: [Flow]) {
    guard problems.isEmpty, !traces.isEmpty else { return }
    for (index, flow) in flows.enumerated() {
      let known = knownNumbers(of: plan.flows[index])
      if case .renewal(let sampler, _) = plan.flows[index].arrivals {
        compare(sampler, with: known.convoys, flow, at: flow.name.position)
      }
      if let sampler = plan.flows[index].batchSampler {
        compare(sampler, with: known.convoys, flow, at: flow.name.position)
      }
      let met = plan.stepsMet(byFlow: index)
      for step in plan.steps.indices where met[step] {
        for sampler in samplers(of: plan.steps[step]) {
          compare(sampler, with: known.trucks, flow, at: positions[step])
        }
      }
    }
  }

  /// How many convoys and trucks take a row; nil where that is not known.
  private func knownNumbers(of flow: FlowPlan) -> (convoys: Int?, trucks: Int?) {
    let most = flow.atMost == .max ? nil : Int(flow.atMost)
    let present = Int(flow.presentAtStart)
    switch flow.arrivals {
    case .listed(let times), .traced(let times, _):
      // All of them, also beyond the end of the run, which an option may move.
      let convoys = times.count
      guard flow.batchSampler == nil else { return (convoys, most) }
      return (convoys, min(convoys + present, most ?? .max))
    case .closed:
      return (nil, nil)
    default:
      guard flow.batchSampler == nil else { return (nil, most) }
      return (most.map { max(0, $0 - present) }, most)
    }
  }

  /// The distributions that a step draws from.
  private func samplers(of step: StepPlan) -> [Int] {
    if step.expression != StepPlan.none {
      let expression = plan.expressions[Int(step.expression)]
      return plan.operations[Int(expression.first)...].prefix(Int(expression.count))
        .filter { $0.kind == .draw }.map { Int($0.operand) }
    }
    return step.kind == .serve || step.kind == .delay ? [Int(step.sampler)] : []
  }

  private mutating func compare(
    _ sampler: Int,
    with needed: Int?,
    _ flow: Flow,
    at position: SourcePosition
  ) {
    for trace in traces[sampler] ?? [] {
      guard let needed else {
        if !scenario.repeatingTraces.contains(trace) { scenario.repeatingTraces.append(trace) }
        continue
      }
      guard needed > trace.rows else { continue }
      // The row that is missing; the header is row 1.
      problems.add(
        .csv(
          file: trace.file,
          row: trace.rows + 2,
          column: trace.column,
          .arrival(.traceTooShort(rows: trace.rows, needed: needed, flow: flow.name.text))
        ),
        at: position
      )
    }
  }
}

extension Distribution {
  /// The number of rows of each trace in it, in the order of the text.
  fileprivate var traceRows: [Int] {
    switch self {
    case .trace(let rows): [rows.count]
    case .mixture(let parts): parts.flatMap(\.distribution.traceRows)
    default: []
    }
  }
}

/// File and column of each trace in the text of a distribution.
private func traceNames(in text: String) -> [(file: String, column: String)] {
  guard let call = try? DistributionCall(text) else { return [] }
  // In an expression the kind of its numbers stands before the name.
  let name = call.name.split(separator: " ").last ?? ""
  if name == DistributionForm.trace.rawValue, let names = call.positional(2) {
    return [(names[0], names[1])]
  }
  return (call.pairs ?? []).flatMap { traceNames(in: $0.value) }
}
