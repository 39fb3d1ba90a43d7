import ClearanceModel
import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// The summary of a run with gates: at most 72 lines of 100 columns.
///
/// All numbers are measures of the run, or sums of counts and of time per day; what has not been
/// measured is left out.
struct CustomsRunText {
  let text: RunText
  let customs: CustomsScenario

  static let lineLimit = 72
  /// The places beside the gates get as many lines as are left, at least these.
  private static let leastPlaces = 3
  /// A blank line, the titles, and the line that says how many were left out.
  private static let placesFrame = 3
  /// Of many gates those with the most passes have a sentence.
  private static let sentenceLimit = 4
  /// What the table of gates should have.
  private static let leastGateLines = 20

  init(_ text: RunText, _ customs: CustomsScenario) {
    self.text = text
    self.customs = customs
  }

  var result: RunResult { text.result }
  var wording: Wording { text.wording }
  var quantities: Quantities { text.wording.quantities }

  /// The whole page.
  var lines: [String] {
    let head = text.head
    let end = text.end
    let stages = self.stages
    let rest =
      text.people + (stages.isEmpty ? text.flows : stages) + text.standards + papers + outages
      + PapersRunText(text).lines + entries + InspectionModesText(text).lines
    let others = otherPlaces
    let reserve =
      others.isEmpty ? 0 : Self.placesFrame + min(Self.leastPlaces, others.count)
    let room = Self.lineLimit - head.count - rest.count - end.count
    var sentences = self.sentences(limit: Self.sentenceLimit)
    // Where many gates fill the page, the tables need the room more than further sentences.
    for limit in [2, 1] where room - sentences.count - reserve < Self.leastGateLines {
      sentences = self.sentences(limit: limit)
    }
    let gates = gateTables(limit: room - sentences.count - reserve)
    let left = room - sentences.count - gates.count - Self.placesFrame
    let places = text.places(others, limit: max(Self.leastPlaces, left))
    return head + gates + places + sentences + rest + end
  }

  /// Stations beside the gates where somebody came.
  private var otherPlaces: [Int] {
    let places = result.plan.places
    let gates = customs.gates.flatMap(\.stations)
    return text.measuredPlaces.filter { index in
      let station = places[index].station ?? index
      return !gates.contains(places[station].name)
        && value(places[index].name, "arrivals.count") > 0
    }
  }

  // MARK: Measures

  /// The estimate of a measure; nil where the run does not have it.
  func estimate(_ subject: String, _ measure: String) -> Double? {
    guard let value = result.measure("\(subject).\(measure)")?.estimate, value.isFinite else {
      return nil
    }
    return value
  }

  /// The estimate, or 0 where there is none.
  func value(_ subject: String, _ measure: String) -> Double { estimate(subject, measure) ?? 0 }

  /// Days over which a replication is observed; nil where nobody knows.
  var days: Double? {
    let seconds: Double
    if let horizon = result.plan.horizon {
      seconds = (horizon - result.plan.warmUp).seconds
    } else {
      seconds = value("zone", "makespan.mean")
    }
    return seconds > 0 ? seconds / 86_400 : nil
  }

  /// A count per day.
  func perDay(_ subject: String, _ measure: String) -> Double? {
    guard let days, let count = estimate(subject, measure) else { return nil }
    return count / days
  }

  /// The flows of the scenario, as measures name them, with the names that it gives them.
  var flows: [(name: String, subject: String)] {
    result.scenario.flows.map { ($0.name.text, "flow.\($0.name.text)") }
  }

  /// How often trucks of all flows were counted, or came to a mark, per day; nil where that was not
  /// measured.
  func counts(_ name: String, of className: String? = nil) -> Double? {
    let suffix = className.map { "[\($0)]" } ?? ""
    let counts = flows.compactMap { flow in
      perDay(flow.subject + suffix, "\(name).count")
        ?? perDay(flow.subject + suffix, "to-\(name).count")
    }
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }

  /// The first part of the measures of a stage.
  func stage(_ name: String) -> String {
    "stage-" + String(name.map { $0 == " " ? "-" : $0 })
  }

  // MARK: Gates

  /// The stations of the gates for goods or for cars, as far as they were measured.
  func stations(forCars: Bool) -> [GateStation] {
    customs.gates.flatMap { gate in gate.stations(forCars: forCars) }.filter {
      estimate($0.name, "wait.mean") != nil
    }
  }
}

/// A station of a gate: its lanes of one direction, for goods or for cars.
struct GateStation {
  let gate: CustomsScenario.Gate
  let name: String
  let leadsIn: Bool
  let lanes: [CustomsScenario.Lane]
}

extension CustomsScenario.Gate {
  /// Its stations for goods or for cars, in their order.
  func stations(forCars: Bool) -> [GateStation] {
    stations.compactMap { station in
      let lanes = lanes.filter { $0.place.hasPrefix(station + ".") && $0.isForCars == forCars }
      guard let first = lanes.first else { return nil }
      return GateStation(gate: self, name: station, leadsIn: first.leadsIn, lanes: lanes)
    }
  }
}
