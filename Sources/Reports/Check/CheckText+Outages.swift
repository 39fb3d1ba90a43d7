import EventSimulation
import ScenarioFiles
import Studies

/// Systems that may be out, in plain sentences.
extension CheckText {
  mutating func addOutages(_ customs: CustomsScenario) {
    for outages in customs.outages {
      var facts: [String] = []
      if let first = outages.planned.first {
        let words: KeyValuePairs = [
          "instant": quantities.instant(first.from, from: customs.starts),
          "length": quantities.length(first.to - first.from),
        ]
        let one = wording(OutagePhrase.plannedOutage, words)
        let count = outages.planned.count
        facts.append(
          count == 1
            ? one
            : wording(
              OutagePhrase.plannedOutages,
              ["count": quantities.count(count), "first": one]
            )
        )
      }
      if let every = outages.every, let lasts = outages.lasts {
        facts.append(
          wording(OutagePhrase.randomOutages, ["every": every, "lasts": lasts])
        )
      }
      facts.append(wording.meanwhile(outages.name, outages.fallback))
      add(
        wording(
          OutagePhrase.outagesOf,
          [
            "system": wording.system(outages.name),
            "facts": facts.joined(separator: wording.pick("; ", "；")),
          ]
        ),
        indent: 2
      )
    }
  }
}
