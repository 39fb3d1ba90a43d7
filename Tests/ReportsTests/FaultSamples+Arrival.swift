import ClearanceModel
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of ArrivalFault, with the words of its sentence.
  static let arrivalFaults: [(fault: ScenarioFault, words: [String])] = [
    (.arrival(.besidePopulation(key: "batch")), ["batch", "population"]),
    (.arrival(.populationStays(flow: "shuttles")), ["shuttles", "runs for"]),
    (.arrival(.roundWithoutTime(procedure: "tour")), ["tour", "serve at", "delay for"]),
    (.arrival(.tooFewStates(found: 1)), ["1", "2"]),
    (
      .arrival(.statesChangeTooOften(found: 2_000_000_000, allowed: 100_000_000)),
      ["2,000,000,000", "100,000,000"]
    ),
    (.arrival(.timeGoesBack("5 min")), ["5 min"]),
    (.arrival(.factorWithTrace), ["demand.factor"]),
    (.arrival(.besideClassColumn(key: "lot")), ["lot", "class"]),
    (
      .arrival(.traceTooShort(rows: 1_000, needed: 2_000, flow: "trucks")),
      ["1,000", "2,000", "trucks"]
    ),
  ]
}
