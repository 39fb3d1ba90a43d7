import Foundation
import Testing

@testable import ScenarioFiles

/// A zone with firms, books and movements that every check accepts; tests change one thing in it.
let papersZone = """
  scenario: papers
  starts: 2024-03-04
  runs for: 366 d
  zone: example
  designated sites: [meat]
  gates:
    main:
      lanes:
        - {name: in-1, way: in}
        - {name: out-1, way: out}
  yard: {bays: 4}
  goods:
    pumps: {value: 20000 USD per t, duty: 7%, vat: 13%, material share: 40%}
  exchange rates: {2024-01: 7.10, 2024-05: 7.25}
  firms:
    parts-a:
      credit: aeo
      credit changes: {2024-07-01: general}
      business: manufacturing
      share: 50%
      goods: {auto-parts: 60%, pumps: 40%}
      items: 5
      declares: {default: monthly, 2024-07-01: quarterly}
      guarantee: {default: 5 million yuan, 2024-10-01: 8 million yuan}
      opening stock: 600 t
      two-step: 50%
      aggregated tax payment: yes
    logistics-b: {credit: general, share: 30%, goods: food, opening stock: 30 d}
    late-c: {share: 20%, joins: 2024-04-01, ramp: 2 months, leaves: 2025-01-01}
  flows:
    goods:
      visits per day: 100
      weekend factor: 0.3
      profile: qinhuangdao
      convoys: 1
      vehicles: {van: 25%, truck: 35%, semi: 40%}
      movements:
        in: {first-line: 20%, enter-first: 5%, second-line: 20%, batch: 15%, by-status: 8%, sundries: 12%, empty: 20%}
        out: {first-line: 15%, second-line: 15%, batch: 15%, by-status: 5%, empty: 50%}
      documents per truck: 2
  policy:
    advance declaration: {share: 60%, lead: 1 d, firms: {logistics-b: off}}
    two-step: {share: 20%, complete within: 10 d, goods: {pumps: off}}
    four-self-one-simplification: on
    tariff election: {share: on, goods: {pumps: off}}
    rate date: gate
    consolidated declaration: {default: per shipment, 2024-06-01: monthly}
  procedures:
    visit: [{use: announce in}, {use: announce out}]

  """

/// What became of the papers zone once some of its texts have become others.
func papersExpansion(_ changes: (String, String)..., folder: String = "") throws -> CustomsExpansion
{
  var text = papersZone
  for (old, new) in changes {
    #expect(text.ranges(of: old).count == 1, "\(old)")
    text = text.replacing(old, with: new)
  }
  let tree = try SourceTree.parse(text, file: "test.yaml")
  return CustomsExpansion(tree, folder: folder, problems: ProblemList(file: "test.yaml"))
}
