import ClearanceRecords
import ScenarioFiles
import Studies

/// What outages did, in a line for each system.
extension CustomsRunText {
  private static let counters: [(measure: String, phrase: OutagePhrase)] = [
    ("held", .held), ("passed-by-hand", .passedByHand), ("typed", .typed),
    ("unweighed", .unweighed), ("weighed-aside", .weighedAside),
  ]

  var outages: [String] {
    customs.outages.flatMap { outages -> [String] in
      let station = outages.station
      guard let share = estimate(station, "out.share"), share > 0 else { return [] }
      var facts = [
        wording(
          OutagePhrase.outOfTime,
          ["system": wording.system(outages.name), "share": quantities.share(share)]
        )
      ]
      if let record = result.measure("\(station).recovery.mean"), record.estimate != nil {
        facts.append(
          wording(OutagePhrase.recovery, ["time": quantities.estimate(record)])
        )
        if let most = estimate(station, "recovery.max"), most > (record.estimate ?? 0) {
          facts.append(wording(OutagePhrase.recoveryMost, ["time": quantities.duration(most)]))
        }
      } else if result.measure("\(station).recovery.count")?.estimate == 0 {
        facts.append(wording(OutagePhrase.neverRecovered))
      }
      for (measure, phrase) in Self.counters {
        guard let count = estimate(station, "\(measure).count"), count > 0 else { continue }
        facts.append(wording(phrase, ["count": quantities.rate(count)]))
      }
      let text = facts.joined(separator: wording.pick("; ", "；")) + wording.pick(".", "。")
      return text.folded()
    }
  }
}
