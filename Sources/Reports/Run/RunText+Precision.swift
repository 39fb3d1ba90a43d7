import Studies

/// What a run says of the precision that was asked for.
extension RunText {
  /// How many measures are named at the most.
  private static let measureLimit = 4

  /// Whether it was reached, which measure decided, and what was not waited for.
  var precision: [String] {
    guard let outcome = result.precision else { return [] }
    var sentences = [verdict(outcome)]
    // Of an interrupted run nobody knows yet.
    guard result.isComplete else { return sentences.flatMap { $0.folded(indent: 2) } }
    if !outcome.setAside.isEmpty {
      let values: KeyValuePairs = ["measures": names(outcome.setAside)]
      sentences.append(wording(PrecisionPhrase.setAside, values))
    }
    if !outcome.withinFloor.isEmpty {
      let values: KeyValuePairs = [
        "measures": names(outcome.withinFloor),
        "floor": quantities.chosen(PrecisionOutcome.floor),
      ]
      sentences.append(wording(PrecisionPhrase.withinFloor, values))
    }
    return sentences.flatMap { $0.folded(indent: 2) }
  }

  private func verdict(_ outcome: PrecisionOutcome) -> String {
    let asked = quantities.exactShare(outcome.asked)
    let replications = wording.counted(result.replications, .replication)
    let relative = outcome.relative.map { quantities.share($0) }
    guard outcome.isReached else {
      guard result.isComplete else {
        return wording(PrecisionPhrase.notReachedBefore, ["asked": asked])
      }
      let widest: KeyValuePairs = [
        "measure": outcome.deciding ?? "", "relative": relative ?? Quantities.undefined,
      ]
      let values: KeyValuePairs = [
        "asked": asked, "replications": replications,
        "widest": wording(PrecisionPhrase.widest, widest),
      ]
      return wording(PrecisionPhrase.notReached, values)
    }
    guard let measure = outcome.deciding, let relative else {
      let values: KeyValuePairs = ["asked": asked, "replications": replications]
      return wording(PrecisionPhrase.reachedAtOnce, values)
    }
    let values: KeyValuePairs = [
      "asked": asked, "replications": replications, "measure": measure, "relative": relative,
    ]
    return wording(PrecisionPhrase.reached, values)
  }

  private func names(_ measures: [String]) -> String {
    let left = measures.count - Self.measureLimit
    let shown = wording.list(Array(measures.prefix(Self.measureLimit)))
    return left > 0 ? shown + wording.pick(" and \(left) more", "等\(measures.count)项") : shown
  }
}

extension Wording {
  /// Why a precision cannot be asked for.
  func precisionFault(_ fault: PrecisionFault) -> String {
    switch fault {
    case .batches(let option):
      self(SteadyStatePhrase.batchesWithOption, ["option": option])
    case .noInterval(let measure):
      self(PrecisionPhrase.noIntervalOfMeasure, ["measure": quoted(measure)])
    }
  }
}
