import EventSimulation

/// Systems that may be out as stations, and what trucks do meanwhile as parameters.
extension CustomsExpansion {
  /// A station for each system, with one server that is closed or broken while it is out.
  var outageStations: [(String, SourceNode)] {
    words.outages.map { outages in
      let position = outages.position
      func text(_ text: String) -> SourceNode { .text(text, at: position) }
      var entries: [(String, SourceNode)] = []
      if outages.planned.isEmpty {
        entries.append(("servers", text("1")))
      } else {
        var shifts = [(SimulatedTime.zero, 1)]
        for window in outages.planned {
          var from = window.from
          if from == .zero {
            // A station has to be open once in a run.
            let isWhole = words.horizon.map { window.to >= $0 } ?? false
            if isWhole { from = SimulatedTime(microseconds: 1) } else { shifts = [] }
          }
          shifts += [(from, 0), (window.to, 1)]
        }
        let list = shifts.map { time, count in
          SourceNode.mapping(
            [("from", text(durationText(time))), ("count", text("\(count)"))],
            at: position
          )
        }
        entries.append(("servers", .list(list, at: position)))
      }
      if let law = outages.random {
        entries += [
          ("fails after", law.every), ("repaired in", law.lasts), ("counts", text("any time")),
        ]
      }
      return (outages.kind.station, .mapping(entries, at: position))
    }
  }

  /// What the shipped procedures do while a system is out, as far as they are in use.
  func outageValues(_ procedures: ProcedureSelection) -> [(String, SourceNode)] {
    words.outageParameters.filter { procedures.mentions(parameter: $0.key) }.map { entry in
      let outage = words.outages.first { outages in
        outages.kind.procedures(under: outages.fallbackInUse).contains {
          $0.parameter == entry.key
        }
      }
      let place = outage?.fallback?.position ?? outage?.position ?? position
      return (entry.key, .text(entry.procedure, at: place))
    }
  }

  /// The assumptions that outages rest on beside those of procedures.
  var outageAssumptions: [String] { words.outages.flatMap { $0.random?.assumptions ?? [] } }

  /// The systems that may be out, with the places where it shows, for the plan.
  ///
  /// It shows before the lanes for goods, at the control room and at the document office.
  func outages(_ stations: [String]) -> [(station: String, queues: [String])] {
    let gates = words.gates.flatMap { gate in ["-in", "-out"].map { gate.name.text + $0 } }
    let queues = (gates + ["control-room", "document-office"]).filter(stations.contains)
    return words.outages.map { ($0.kind.station, queues) }
  }

  /// What the scenario says of outages, for reading back.
  var outageSummary: [CustomsScenario.Outages] {
    words.outages.map { outages in
      CustomsScenario.Outages(
        name: outages.kind.name,
        station: outages.kind.station,
        planned: outages.planned.map { ($0.from, $0.to) },
        every: outages.random?.every.text,
        lasts: outages.random?.lasts.text,
        fallback: outages.fallbackInUse
      )
    }
  }
}

extension CustomsScenario {
  /// When a system is out (故障), and what is done meanwhile.
  public struct Outages: Sendable {
    /// The word of the scenario: single window, power, network, recognition or scale.
    public var name: String
    /// Its station, which nobody comes to.
    public var station: String
    /// Outages by the clock, from time zero, ascending.
    public var planned: [(from: SimulatedTime, to: SimulatedTime)]
    /// The time between outages at random, as it is written; nil without.
    public var every: String?
    /// How long these last, as it is written.
    public var lasts: String?
    /// What is done meanwhile.
    public var fallback: String
  }
}
