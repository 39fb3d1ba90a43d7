import EventSimulation
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of OutageFault, with the words of its sentence.
  static let outageFaults: [(fault: ScenarioFault, words: [String])] = [
    (.outage(.notAnInstant("at nine")), ["at nine", "2024-03-05 09:00", "mon-fri 09:00"]),
    (.outage(.outsideRun("2024-05-01 09:00")), ["2024-05-01 09:00"]),
    (.outage(.withoutEnd("09:00")), ["09:00", "runs for"]),
    (
      .outage(.overlap(kind: "power", line: 12, from: .hours(33), until: .hours(35))),
      ["power", "12", "33", "35"]
    ),
    (.outage(.secondRandom(kind: "network")), ["network", "every"]),
    (
      .outage(.otherFallback("hold", than: "manual pass", kind: "single window")),
      ["hold", "manual pass", "single window"]
    ),
  ]
}
