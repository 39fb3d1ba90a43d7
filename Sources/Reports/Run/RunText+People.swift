import ClearanceModel
import ClearanceRecords
import ScenarioFiles
import Studies

/// What the teams did.
extension RunText {
  /// Teams beyond this number are left out, those that did least first.
  private static let teamLimit = 8

  /// A table of the teams; empty without any.
  var people: [String] {
    let names = result.plan.teams.map(\.name).filter {
      result.measure("\($0).on-shift.sum") != nil
    }
    guard !names.isEmpty else { return [] }
    let worked = names.map { result.measure("\($0).worked.sum")?.estimate ?? 0 }
    let ranked = names.indices.sorted { (worked[$1], $0) < (worked[$0], $1) }
    let shown = ranked.prefix(Self.teamLimit).sorted().map { names[$0] }
    var table = TextTable(
      [.init(title: wording(TeamPhrase.people), side: .left)]
        + [TeamPhrase.onShift, .inUse, .overtime].map { .init(title: wording($0)) }
    )
    for name in shown {
      table.add([
        name,
        hours(name, "on-shift"),
        quantities.share(result.measure("\(name).utilisation.mean")?.estimate),
        hours(name, "overtime"),
      ])
    }
    let left = names.count - shown.count
    let rest = wording(TeamPhrase.teamsLeftOut, ["count": quantities.count(left)])
    return [""] + table.lines() + (left > 0 ? [rest] : [])
  }

  private func hours(_ name: String, _ measure: String) -> String {
    guard let value = result.measure("\(name).\(measure).sum")?.estimate else {
      return Quantities.undefined
    }
    return quantities.fixed(value, 1)
  }
}
