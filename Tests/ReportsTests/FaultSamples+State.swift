import ClearanceModel
import ScenarioFiles

extension FaultSamples {
  /// A fault of each kind of StateFault, with the words of its sentence.
  static let stateFaults: [(fault: ScenarioFault, words: [String])] = [
    (
      .state(.unknownKey("waitin", allowed: ["waiting", "since"], nearest: "waiting")),
      ["waitin", "waiting", "since"]
    ),
    (.state(.missing(["at", "after"])), ["at", "after"]),
    (.state(.notAnInstant("noon")), ["noon", "10:30"]),
    (.state(.noDates("2024-03-04 10:30")), ["2024-03-04 10:30", "starts"]),
    (.state(.beforeStart("2024-03-01", starts: "2024-03-04")), ["2024-03-01", "2024-03-04"]),
    (.state(.beyondRun("40 h", horizon: "24 h")), ["40 h", "24 h"]),
    (
      .state(.neverComes(flow: "cars", place: "yard", existing: ["gate"])),
      ["cars", "yard", "gate"]
    ),
    (.state(.needsLane(station: "gate", lanes: ["gate.l1"])), ["gate", "gate.l1"]),
    (.state(.closedFlow("crane")), ["crane"]),
    (.state(.nobody), []),
    (
      .state(.noTruck(flow: "goods", place: "yard", since: "9 h", tried: 1000)),
      ["goods", "yard", "9 h", "1,000"]
    ),
    (.state(.noTruck(flow: "goods", place: "", since: nil, tried: 1000)), ["goods", "1,000"]),
    (.state(.noTruck(flow: "goods", place: "", since: "9 h", tried: 1000)), ["goods", "9 h"]),
    (.state(.noTruck(flow: "goods", place: "yard", since: nil, tried: 1000)), ["goods", "yard"]),
    (.state(.noServer(place: "gate", open: 2, at: "10.5 h")), ["gate", "2", "10.5 h"]),
    (.state(.noRoom(place: "yard", capacity: 4)), ["yard", "4"]),
    (.state(.noRoom(place: nil, capacity: 40)), ["40"]),
    (.state(.obstacle(.papers, flow: "goods", place: "yard")), ["goods"]),
    (.state(.obstacle(.parallel, flow: "goods", place: "yard")), ["goods", "yard"]),
    (.state(.obstacle(.seizeTogether, flow: "goods", place: "yard")), ["goods", "yard"]),
    (.state(.obstacle(.servesTogether, flow: "goods", place: "yard")), ["yard"]),
  ]
}
