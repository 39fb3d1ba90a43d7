import ClearanceModel
import EventSimulation
import Testing

@testable import ScenarioFiles

/// Goods of several statuses in one warehouse: the words, what they become, and what is refused.
@Suite("Goods by status")
struct ByStatusTests {
  private static let zone = """
    scenario: by status
    starts: 2024-03-04
    runs for: 60 d
    gates:
      main:
        lanes:
          - {name: in-1, way: in}
          - {name: out-1, way: out}
    yard: {bays: 2}
    firms:
      a: {share: 100%, items: 2}
    flows:
      goods:
        visits per day: 10
        trucks per declaration: 1
        movements:
          in: {first-line: 50%, by-status: 50%}
          out: {consolidated-abroad: 40%, consolidated-inland: 40%, by-status: 20%}
    policy: {goods by status: on}

    """

  private func changed(_ changes: [(String, String)]) -> String {
    var text = Self.zone
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return text
  }

  private func problems(_ changes: (String, String)...) -> [ScenarioProblem] {
    do throws(ScenarioProblems) {
      _ = try LoadedScenario.parse(changed(changes), file: "zone.yaml")
      return []
    } catch {
      return error.problems
    }
  }

  private func root(_ changes: (String, String)...) throws -> SourceNode {
    let expansion = try expansion(of: changed(changes))
    #expect(expansion.problems.problems.problems == [])
    return expansion.tree.root
  }

  @Test("it can be read and compiled")
  func compiles() throws {
    #expect(problems().map { "\($0)" } == [])
    let loaded = try LoadedScenario.parse(Self.zone, file: "zone.yaml")
    #expect(loaded.plan.papers?.rules.stocktakeEvery == .days(90))
    #expect(loaded.plan.papers?.rules.mixesStatuses == true)
    let keys = loaded.customs?.assumptions.map(\.key) ?? []
    for key in Assumption.byStatus.map(\.key) { #expect(keys.contains(key), "\(key)") }
  }

  @Test("a consolidated truck has a list, a slip, and one chain of papers")
  func consolidated() throws {
    let root = try root()
    let branches =
      root.at("procedures", "announce out")?.items?.compactMap { $0["choose"]?.items }
      .first { $0.count > 1 } ?? []
    let whens = branches.compactMap { $0["when"]?.text }
    #expect(
      whens == [
        "movement out = by-status", "movement out = consolidated-abroad",
        "movement out = consolidated-inland",
      ]
    )
    let abroad = branches[1]["do"]?.items ?? []
    #expect(abroad[0].at("set", "movement out")?.text == "first-line")
    #expect(abroad[0].at("set", "load bonded")?.text == "load out * <consolidated bonded share>")
    let opened = abroad.filter { $0["papers"] != nil }
    #expect(
      opened.compactMap { $0["as"]?.text } == ["first-line-out", "first-line-out", "by-status-out"]
    )
    #expect(opened.compactMap { $0["status"]?.text } == ["bonded", "exported-in", "non-bonded"])
    #expect(opened.allSatisfy { $0["joins"]?.text == "yes" && $0["way"]?.text == "out" })
    #expect(
      abroad.compactMap { $0["start"]?.text } == [
        "first line out", "first line out", "by-status out",
      ]
    )
    let inland = branches[2]["do"]?.items ?? []
    #expect(
      inland.compactMap { $0["as"]?.text } == ["second-line-out", "by-status-out"]
    )
    // The words are those of the shipped attribute, and these two.
    let words = root.at("attributes", "movement out")?.items?.compactMap(\.text) ?? []
    #expect(words.suffix(2) == ["consolidated-abroad", "consolidated-inland"])
    let flow = root.at("arrivals", "goods", "with")
    #expect(flow?["look"]?.text == "spot check by status")
    #expect(
      flow?["spot check declared"]?.text
        == "max(0.5%, consolidated * direction(in = 0, out = 1) * 1%)"
    )
  }

  @Test("without the words nothing is added")
  func off() throws {
    let root = try root(
      ("consolidated-abroad: 40%, consolidated-inland: 40%", "first-line: 80%"),
      ("policy: {goods by status: on}", "")
    )
    let words = root.at("attributes", "movement out")?.items?.compactMap(\.text) ?? []
    #expect(!words.contains("consolidated-abroad"))
    #expect(root.at("attributes", "wrong status") == nil)
    #expect(root.at("values", "mixing error share") == nil)
    #expect(root.at("arrivals", "goods", "with", "look")?.text == "spot check")
    #expect(root.at("arrivals", "goods", "with", "spot check declared") == nil)
    let loaded = try LoadedScenario.parse(
      changed([
        ("consolidated-abroad: 40%, consolidated-inland: 40%", "first-line: 80%"),
        ("policy: {goods by status: on}", ""),
      ]),
      file: "zone.yaml"
    )
    #expect(loaded.plan.papers?.rules.mixesStatuses == false)
  }

  @Test("errors can be switched off, and on without consolidated trucks")
  func switched() throws {
    let off = try LoadedScenario.parse(
      changed([("goods by status: on", "goods by status: off")]),
      file: "zone.yaml"
    )
    #expect(off.plan.papers?.rules.mixesStatuses == false)
    let on = try LoadedScenario.parse(
      changed([("consolidated-abroad: 40%, consolidated-inland: 40%", "first-line: 80%")]),
      file: "zone.yaml"
    )
    #expect(on.plan.papers?.rules.mixesStatuses == true)
  }

  @Test("the opening stock follows the shares of a consolidated truck")
  func openingStock() throws {
    let loaded = try LoadedScenario.parse(
      changed([
        (
          "policy: {goods by status: on}",
          "assumptions: {consolidated bonded share: 30%, consolidated exported-in share: 20%}"
        ),
        (
          "consolidated-abroad: 40%, consolidated-inland: 40%, by-status: 20%",
          "consolidated-abroad: 100%"
        ),
      ]),
      file: "zone.yaml"
    )
    let items = try #require(loaded.plan.papers?.items)
    let sums = (0..<3).map { status in items.reduce(0.0) { $0 + Double($1.opening[status]) } }
    let all = sums.reduce(0, +)
    #expect(abs(sums[0] / all - 0.3) < 1e-3 && abs(sums[1] / all - 0.5) < 1e-3)
    #expect(abs(sums[2] / all - 0.2) < 1e-3)
  }

  @Test("a consolidated truck needs a lane that takes bonded goods")
  func lanes() {
    let found = problems(
      (
        "{name: out-1, way: out}",
        "{name: out-1, way: out, serves: [declared, not-declared, non-bonded]}"
      )
    )
    let problem = found.first {
      $0.fault
        == .customs(
          .noLaneServes(kind: "declared", status: "bonded", leadsIn: false, gate: "main")
        )
    }
    #expect(problem?.position?.line == 18)
    // One for bonded goods, and one for the slips and empty trucks that have no declaration.
    #expect(
      problems(
        (
          "- {name: out-1, way: out}",
          "- {name: out-1, way: out, serves: [declared, bonded]}\n"
            + "      - {name: out-2, way: out, serves: [not-declared]}"
        )
      ).isEmpty
    )
  }

  @Test("many to many is refused: a consolidated truck has several documents")
  func manyToMany() {
    let found = problems(("trucks per declaration: 1", "trucks per declaration: 3"))
    #expect(found.map(\.fault) == [.customs(.manyToMany(documents: "2", trucks: 3))])
    #expect(found.first?.position?.line == 18)
  }

  @Test(
    "values that cannot be meant are refused",
    arguments: [
      ("stocktake every: 10 min", "10 min"), ("stocktake every: 20000 d", "20000 d"),
      ("mixing error share: 120%", "120%"),
    ]
  )
  func values(_ line: String, _ found: String) {
    let problems = problems(("policy: {goods by status: on}", "assumptions: {\(line)}"))
    #expect(problems.count == 1)
    #expect(problems.first?.position?.line == 19)
  }

  @Test("shares of one truck add up to no more than all")
  func shares() {
    let found = problems(
      (
        "policy: {goods by status: on}",
        "assumptions: {consolidated bonded share: 80%, consolidated exported-in share: 30%}"
      )
    )
    let keys = ["consolidated bonded share", "consolidated exported-in share"]
    guard case .customs(.sharesAboveAll(keys, let sum)) = found.first?.fault else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(sum - 1.1) < 1e-9)
  }

  @Test("misspelt words are answered with the nearest")
  func misspelt() {
    #expect(
      problems(("consolidated-abroad", "consolidated-aboard")).contains {
        "\($0.fault)".contains("consolidated-abroad")
      }
    )
    #expect(
      problems(("goods by status: on", "goods by statuses: on")).contains {
        "\($0.fault)".contains("goods by status")
      }
    )
  }

  @Test(
    "steps that say what cannot be are refused with their line",
    arguments: [
      (
        "{papers: open, way: out, as: by-status-out, goods: load, status: bonded}",
        ScenarioFault.papers(.statusNotMoved(status: "bonded", movement: "by-status-out"))
      ),
      (
        "{papers: open, way: in, as: second-line-in, goods: load, status: non-bonded}",
        .papers(.statusNotMoved(status: "non-bonded", movement: "second-line-in"))
      ),
      ("{papers: mix, way: in}", .papers(.otherWay(movement: "mix", way: "in"))),
      ("{papers: check, way: in}", .papers(.otherWay(movement: "check", way: "in"))),
      ("{papers: pass, way: out, joins: yes}", .conflictingKeys(["papers: pass", "joins"])),
      (
        "{papers: mix, way: out, sets: wrong}",
        .conflictingKeys(["papers: mix", "sets"])
      ),
    ]
  )
  func steps(_ step: String, _ fault: ScenarioFault) {
    let text =
      Self.zone + """
        attributes: {load: weight, wrong: number}
        procedures:
          own:
            - \(step)

        """
    do throws(ScenarioProblems) {
      _ = try LoadedScenario.parse(text, file: "zone.yaml")
      Issue.record("\(step) was read")
    } catch {
      #expect(error.problems.first?.fault == fault)
      #expect(error.problems.first?.position?.line == 23)
    }
  }
}
