import ClearanceModel
import EventSimulation
import ScenarioFiles
import Studies

/// The customs words and what stands behind them; each key only where there is something.
extension CheckJSON {
  static func further(
    _ result: CheckResult,
    _ wording: Wording
  ) -> [(key: String, value: JSONValue)] {
    var entries: [(key: String, value: JSONValue)] = []
    if let sample = result.freeFlow {
      entries.append(
        (
          "loadsMeasured",
          .object([
            ("replications", .integer(Int64(sample.replications))),
            ("simulated", .string(durationText(sample.length))),
          ])
        )
      )
    }
    if !result.scenario.standards.isEmpty {
      let standards = result.scenario.standards.map { JSONValue.object(StandardJSON.entries($0)) }
      entries.append(("standards", .array(standards)))
    }
    if !result.plan.attributes.isEmpty {
      entries.append(("attributes", .array(result.plan.attributes.map(attribute))))
    }
    if !result.plan.sharedAttributes.isEmpty {
      let shared = result.plan.sharedAttributes.map(attribute)
      entries.append(("sharedAttributes", .array(shared)))
    }
    if !result.plan.collections.isEmpty {
      entries.append(
        ("collections", .array(result.plan.collections.map { collection($0, result) }))
      )
    }
    if !result.scenario.repeatingTraces.isEmpty {
      let sentences = result.scenario.repeatingTraces.map { wording.sentence($0) }
      entries.append(("notes", .array(sentences.map { .string($0) })))
    }
    guard let customs = result.customs else { return entries }
    entries.append(
      (
        "customs",
        .object([
          ("zone", customs.zone.isEmpty ? .null : .string(customs.zone)),
          ("starts", JSONValue(customs.starts?.isoText)),
          ("flows", words(customs.flows)),
          (
            "policy",
            .object(customs.policies.map { (key: $0.name, value: JSONValue.string($0.value)) })
          ),
        ])
      )
    )
    if let calendar = customs.calendar {
      entries.append(("calendar", self.calendar(calendar, customs)))
    }
    entries.append(("gates", .array(customs.gates.map(gate))))
    if !customs.outages.isEmpty {
      entries.append(("outages", .array(customs.outages.map(outages))))
    }
    entries.append(("firms", .array(customs.firms.map(firm))))
    if !customs.modes.isEmpty {
      entries.append(("inspectionModes", .array(customs.modes.map { mode($0, wording) })))
    }
    if !customs.goods.isEmpty { entries.append(("goods", .array(customs.goods.map(goods)))) }
    if !customs.laboratories.isEmpty {
      entries.append(("laboratories", .array(customs.laboratories.map(laboratory))))
    }
    if !customs.handling.isEmpty {
      entries.append(("handling", .array(customs.handling.map(handling))))
    }
    if !customs.movements.isEmpty {
      entries.append(("movements", .array(customs.movements.map(movements))))
    }
    if let byStatus = customs.byStatus { entries.append(("goodsByStatus", goods(byStatus))) }
    entries.append(
      ("assumptions", .array(customs.assumptions.map { assumption($0, wording) }))
    )
    return entries
  }

  private static func mode(_ rule: CustomsScenario.ModeRule, _ wording: Wording) -> JSONValue {
    .object([
      ("goods", words(rule.goods.map(\.name))), ("credit", words(rule.credits)),
      ("firms", words(rule.firms)), ("share", .number(rule.share)),
      ("mode", .string(rule.mode.rawValue)), ("rule", .string(wording.rule(of: rule.mode))),
    ])
  }

  private static func words(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }

  private static func attribute(_ attribute: AttributePlan) -> JSONValue {
    var object: [(key: String, value: JSONValue)] = [("name", .string(attribute.name))]
    switch attribute.kind {
    case .words(let words): object.append(("words", self.words(words)))
    case .number(let dimension): object.append(("measures", .string("\(dimension)")))
    case .states(let states, let following):
      let ways = zip(states, following).map { state, next in
        (key: state, value: words(next.map { states[$0] }))
      }
      object.append(("states", .object(ways)))
    }
    return .object(object)
  }

  /// Instants are seconds from time 0.
  private static func collection(
    _ collection: CollectionPlan,
    _ result: CheckResult
  ) -> JSONValue {
    .object([
      ("name", .string(collection.name)),
      ("by", words(collection.keys.map { result.plan.attributes[Int($0)].name })),
      (
        "closings",
        .array(
          collection.closings.map {
            .object([("cut", .number($0.cut.seconds)), ("due", .number($0.due.seconds))])
          }
        )
      ),
    ])
  }

  private static func gate(_ gate: CustomsScenario.Gate) -> JSONValue {
    .object([
      ("name", .string(gate.name)),
      ("turnOut", .integer(Int64(gate.turnOut))),
      ("queueSpace", JSONValue(gate.queueSpace)),
      ("stations", words(gate.stations)),
      (
        "lanes",
        .array(
          gate.lanes.map {
            .object([
              ("name", .string($0.name)), ("place", .string($0.place)),
              ("way", .string($0.leadsIn ? "in" : "out")), ("serves", words($0.serves)),
              ("technology", $0.technology.isEmpty ? .null : .string($0.technology)),
            ])
          }
        )
      ),
    ])
  }

  private static func firm(_ firm: CustomsScenario.Firm) -> JSONValue {
    .object(
      [
        ("name", .string(firm.name)), ("credit", .string(firm.credit)),
        ("declares", .string(firm.declares)),
      ] + (firm.papers.map(papers) ?? [])
    )
  }

  private static func laboratory(_ laboratory: CustomsScenario.Laboratory) -> JSONValue {
    .object([
      ("name", .string(laboratory.name)), ("goods", words(laboratory.goods)),
      ("transport", JSONValue(laboratory.transport)),
    ])
  }

  private static func handling(_ handling: CustomsScenario.Handling) -> JSONValue {
    .object([
      ("goods", .string(handling.goods)), ("temperature", .string(handling.temperature)),
      ("coldBudget", JSONValue(handling.coldBudget)), ("testTime", JSONValue(handling.testTime)),
      ("failureShare", JSONValue(handling.failureShare)),
    ])
  }

  private static func assumption(
    _ assumption: CustomsScenario.AssumptionInUse,
    _ wording: Wording
  ) -> JSONValue {
    .object([
      ("key", .string(assumption.key)),
      ("value", .string(assumption.value)),
      ("default", .string(assumption.defaultValue)),
      ("range", assumption.range.isEmpty ? .null : .string(assumption.range)),
      ("set", .bool(assumption.isSet)),
      ("meaning", .string(wording.pick(assumption.meaning.en, assumption.meaning.zh))),
      ("source", .string(wording.pick(assumption.source.en, assumption.source.zh))),
    ])
  }
}
