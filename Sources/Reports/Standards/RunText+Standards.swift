import ClearanceRecords
import EventSimulation
import ScenarioFiles
import Studies

/// How the service standards were kept.
extension RunText {
  /// Standards beyond this number are left out, those that were kept first.
  private static let standardLimit = 10

  /// A table of the service standards; empty without any.
  var standards: [String] {
    let all = result.standards
    guard !all.isEmpty else { return [] }
    // What is not kept must not be left out.
    let ranked = all.indices.sorted { a, b in
      (all[a].verdict == .met ? 1 : 0, a) < (all[b].verdict == .met ? 1 : 0, b)
    }
    let shown = ranked.prefix(Self.standardLimit).sorted().map { all[$0] }
    let titles: [StandardPhrase] = [.within, .asked, .kept]
    var table = TextTable(
      [
        .init(title: wording(StandardPhrase.standard), side: .left),
        .init(title: wording(StandardPhrase.of), side: .left),
      ] + titles.map { .init(title: wording($0)) }
        + [.init(title: wording(StandardPhrase.verdict), side: .left)]
    )
    for found in shown {
      table.add([
        found.standard.name.text,
        wording.subject(of: found.standard),
        quantities.length(found.standard.limit),
        quantities.exactShare(found.standard.share),
        quantities.estimate(found.met),
        wording.verdict(found.verdict),
      ])
    }
    let left = all.count - shown.count
    let rest = wording(StandardPhrase.leftOut, ["count": quantities.count(left)])
    return [""] + table.lines() + (left > 0 ? [rest] : [])
  }
}

/// The service standards of a run as JSON.
extension RunJSON {
  static func standard(_ found: StandardResult) -> JSONValue {
    .object(
      StandardJSON.entries(found.standard) + [
        ("share", JSONValue(found.met.estimate)),
        ("halfWidth", JSONValue(found.met.halfWidth)),
        ("confidence", .number(found.met.confidence)),
        ("verdict", .string(found.verdict.rawValue)),
      ]
    )
  }
}

/// What a service standard asks, as JSON.
enum StandardJSON {
  static func entries(_ standard: ServiceStandard) -> [(key: String, value: JSONValue)] {
    [
      ("name", .string(standard.name.text)),
      ("measure", .string(standard.measure)),
      ("withinSeconds", .number(standard.limit.seconds)),
      ("asked", .number(standard.share)),
    ]
  }
}
