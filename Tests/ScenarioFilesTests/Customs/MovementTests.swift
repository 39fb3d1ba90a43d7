import Testing

@testable import ScenarioFiles

@Suite("Movements as procedures and flows")
struct MovementTests {
  private func root(_ changes: (String, String)...) throws -> SourceNode {
    var text = papersZone
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let expansion = try expansion(of: text)
    #expect(expansion.problems.problems.problems == [])
    return expansion.tree.root
  }

  /// The branches of the last choice of a procedure that tells movements apart.
  private func branches(_ root: SourceNode, _ name: String) -> [SourceNode] {
    let steps = root.at("procedures", name)?.items ?? []
    let choices = steps.compactMap { $0["choose"]?.items }
    return choices.last { $0.first?["when"]?.text?.hasPrefix("movement ") ?? false } ?? []
  }

  @Test("a flow draws what it moves, and visits")
  func flow() throws {
    let root = try root()
    let flow = root.at("arrivals", "goods")
    #expect(flow?["procedure"]?.text == "visit")
    #expect(flow?.at("attributes", "movement in", "first-line")?.text == "20%")
    #expect(flow?.at("attributes", "movement out", "empty")?.text == "50%")
    #expect(flow?.at("attributes", "papers") == nil && flow?.at("attributes", "loaded") == nil)
    let known = root.at("attributes", "movement in")?.texts ?? []
    #expect(CustomsWords.movementsIn.allSatisfy(known.contains))
    #expect(flow?.at("with", "documents per truck")?.text == "2")
    #expect(flow?.at("with", "split release")?.text == "1")
    #expect(flow?.at("with", "advance lead")?.text == "1 d")
  }

  @Test("only movements that occur are announced, each with its papers")
  func announcements() throws {
    let root = try root()
    let into = branches(root, "announce in")
    #expect(
      into.compactMap { $0["when"]?.text } == [
        "movement in = first-line", "movement in = enter-first", "movement in = two-step",
        "movement in = second-line", "movement in = batch", "movement in = by-status",
      ]
    )
    let papers = into[0]["do"]?.items?[0]
    #expect(papers?["papers"]?.text == "open" && papers?["as"]?.text == "first-line-in")
    #expect(papers?["goods"]?.text == "load in" && papers?["documents"]?.text == "documents")
    let start = into[0]["do"]?.items?[1]
    #expect(start?["start"]?.text == "first line in" && start?["for each"]?.text == "papers in")
    #expect(start?.at("with", "way")?.text == "in")
    #expect(into[1]["do"]?.items?[0]["as"]?.text == "enter-first")
    #expect(into[5]["do"]?.items?[0]["as"]?.text == "by-status-in")
    let out = branches(root, "announce out")
    #expect(
      out.compactMap { $0["do"]?.items?[1]["start"]?.text } == [
        "first line out", "second line out", "batch out", "by-status out",
      ]
    )
  }

  @Test("a policy without two steps declares them before")
  func twoSteps() throws {
    let off = try root(
      ("two-step: {share: 20%, complete within: 10 d, goods: {pumps: off}}", "two-step: off"),
      ("enter-first: 5%", "two-step: 5%")
    )
    let whens = branches(off, "announce in").compactMap { $0["when"]?.text }
    #expect(!whens.contains("movement in = two-step") && whens.contains("movement in = first-line"))
    let first = off.at("procedures", "announce in", "0", "choose", "0")
    #expect(first?["when"]?.text == "movement in = two-step")
    #expect(first?.at("do", "0", "set", "movement in")?.text == "first-line")
    // By firm, and by the goods of its book.
    let flow = try root().at("arrivals", "goods", "with")
    #expect(flow?["two-step share"]?.text == "firm(parts-a = 30%, logistics-b = 20%, late-c = 20%)")
    #expect(
      flow?["advance declaration"]?.text == "firm(parts-a = 60%, logistics-b = 0%, late-c = 60%)"
    )
    #expect(flow?["four-self-one-simplification"]?.text == "100%")
    #expect(flow?["aggregated tax"]?.text?.hasPrefix("firm(parts-a = 100%, ") == true)
  }

  @Test("documents of two steps have trucks for themselves without the reform")
  func mixing() throws {
    let mixed = try root(("enter-first: 5%", "two-step: 5%"))
    let apart = try root(
      ("enter-first: 5%", "two-step: 5%"),
      ("rate date: gate", "mix two-step: off")
    )
    func documents(_ root: SourceNode) -> String? {
      branches(root, "announce in").first { $0["when"]?.text == "movement in = two-step" }?["do"]?
        .items?[0]["documents"]?.text
    }
    #expect(documents(mixed) == "documents" && documents(apart) == nil)
    func rate(_ root: SourceNode) -> Double {
      root.at("arrivals", "goods").flatMap(rates)?[9] ?? 0
    }
    // 5 % of the trucks carry two documents of two steps, and become two; so do the quarter of the
    // 20 % of the first line that the policy takes: 50 % · 60 % of parts-a, 20 % of the others.
    #expect(abs(rate(apart) / rate(mixed) - 1.1) < 1e-9)
    func trucks(_ root: SourceNode, _ way: String, _ kind: String) -> Double {
      let text = root.at("arrivals", "goods", "attributes", "movement \(way)", kind)?.text ?? ""
      return rate(root) / rate(mixed) * (Double(text.dropLast()) ?? 0)
    }
    #expect(abs(trucks(apart, "in", "two-step") - 10) < 1e-6)
    #expect(abs(trucks(apart, "in", "first-line") - 25) < 1e-6)
    for kind in ["second-line", "batch", "by-status", "sundries", "empty"] {
      #expect(abs(trucks(apart, "in", kind) - trucks(mixed, "in", kind)) < 1e-6, "\(kind) in")
    }
    for kind in ["first-line", "second-line", "batch", "by-status"] {
      #expect(abs(trucks(apart, "out", kind) - trucks(mixed, "out", kind)) < 1e-6, "\(kind) out")
    }
    #expect(abs(trucks(apart, "out", "empty") - 60) < 1e-6)
    // Of ten documents of logistics-b two are of two steps, on one truck each; eight are on four.
    let chances = apart.at("arrivals", "goods", "with", "two-step share")?.text ?? ""
    #expect(chances.contains("logistics-b = 33.3333"), "\(chances)")
  }

  @Test("ordinary taxpayers buy domestic goods without a declaration")
  func ordinaryTaxpayers() throws {
    let root = try root(("rate date: gate", "general taxpayers: 50%"))
    let steps = root.at("procedures", "announce in")?.items ?? []
    let when = steps.compactMap { $0.at("choose", "0", "when")?.text }
    #expect(when.contains("movement in = second-line"))
    #expect(
      root.at("arrivals", "goods", "with", "general taxpayer")?.text
        == "firm(parts-a = 0%, logistics-b = 100%, late-c = 0%)"
    )
    #expect(root.at("attributes", "ordinary taxpayer")?.text == "number")
  }

  @Test("work for outside clients is a flow of its own")
  func entrusted() throws {
    let released = try root(
      ("rate date: gate", "entrusted processing: {path: released machines, spare capacity: 10%}")
    )
    let flow = released.at("arrivals", "goods entrusted")
    #expect(flow?.at("attributes", "movement in")?.text == "by-status")
    #expect(flow?.at("attributes", "movement out")?.text == "by-status")
    func sum(_ root: SourceNode, _ name: String) -> Double {
      let flow = root.at("arrivals", name)
      let weekly = (flow?.at("profile", "per h")?.texts ?? []).compactMap(Double.init)
      return (flow.flatMap(rates) ?? weekly).prefix(24).reduce(0, +)
    }
    // Half of the visits are the manufacturer's; late-c has not joined on the first day.
    #expect(abs(sum(released, "goods entrusted") / (sum(released, "goods") / 0.8) - 0.05) < 1e-9)
    #expect(flow?.at("attributes", "firm")?.text == "parts-a")
    let book = try root(
      ("rate date: gate", "entrusted processing: {path: book, spare capacity: 10%}")
    )
    #expect(
      book.at("arrivals", "goods entrusted", "attributes", "movement out")?.text == "second-line"
    )
    #expect(
      book.at("arrivals", "goods entrusted", "with", "second-line status")?.text == "exported-in"
    )
    #expect(book.at("arrivals", "goods", "with", "second-line status")?.text == "bonded")
  }

  @Test("firms by day, and the class by date")
  func presence() throws {
    let flow = try root().at("arrivals", "goods")
    let rows = flow?.at("attributes", "firm", "per step")?.items ?? []
    #expect(rows.count == 366)
    #expect(flow?.at("attributes", "firm", "step")?.text == "1 d")
    #expect(rows[0].entries?.map(\.key) == ["parts-a", "logistics-b"])
    #expect(rows[0]["parts-a"]?.text == "62.5%")
    // In the middle of the ramp, 30 of 61 days after 2024-04-01, half of 20 %.
    #expect(rows[58].entries?.count == 3)
    #expect(rows[89]["late-c"]?.text == "20%")
    // 2025-01-01 is day 303.
    #expect(rows[302]["late-c"]?.text == "20%" && rows[303]["late-c"] == nil)
    let rates = try #require(flow.flatMap(self.rates))
    #expect(rates.count == 366 * 24)
    func day(_ number: Int) -> Double { rates[(number * 24)..<(number * 24 + 24)].reduce(0, +) }
    // Announced a day ahead: Thursday's rates are those of Friday's trucks, Friday's those of Saturday's.
    #expect(abs(day(0) - 80) < 1e-9 && abs(day(4) - 24) < 1e-9)
    #expect(abs(day(91) - 100) < 1e-9)
    let classes = flow?.at("class by", "firm")
    #expect(classes?["logistics-b"]?.text == "general")
    #expect(classes?.at("parts-a", "1", "from")?.text == "119 d")
    #expect(classes?.at("parts-a", "1", "class")?.text == "general")
  }

  /// The rates of a flow day by day, per hour.
  private func rates(_ flow: SourceNode) -> [Double]? {
    guard case .made(.rates(let made))? = flow["profile"]?.content else { return nil }
    return made.rates.map { $0 * 3_600_000_000 }
  }

  @Test("announced earlier, in a week that repeats")
  func lead() throws {
    let changes = [
      (
        "late-c: {share: 20%, joins: 2024-04-01, ramp: 2 months, leaves: 2025-01-01}",
        "late-c: {share: 20%}"
      ),
      ("lead: 1 d", "lead: 90 min"),
    ]
    let early = try root(changes[0], changes[1])
    let late = try root(changes[0], ("{share: 60%, lead: 1 d, firms: {logistics-b: off}}", "off"))
    func rates(_ root: SourceNode) -> [String] {
      root.at("arrivals", "goods", "profile", "per h")?.texts ?? []
    }
    #expect(early.at("arrivals", "goods", "profile", "step")?.text == "30 min")
    #expect(late.at("arrivals", "goods", "profile", "step")?.text == "1 h")
    #expect(rates(early).count == 336)
    for index in 0..<336 {
      let half = (index + 3) % 336
      let (a, b) = (Double(rates(early)[index]) ?? -1, Double(rates(late)[half / 2]) ?? -2)
      #expect(abs(a - b) < 1e-9)
    }
    #expect(late.at("arrivals", "goods", "with", "advance lead")?.text == "0 s")
  }

  @Test("each period that a firm declares in has its dates, and the pile its procedure")
  func collections() throws {
    let root = try root()
    #expect(root["collections"]?.entries?.map(\.key) == ["monthly", "quarterly"])
    #expect(root.at("collections", "monthly", "starts")?.text == "declare pile")
    #expect(root.at("collections", "monthly", "sets") == nil)
    let alone = try self.root(
      ("declares: {default: monthly, 2024-07-01: quarterly}", "declares: per shipment"),
      ("consolidated declaration: {default: per shipment, 2024-06-01: monthly}", "late fee: on")
    )
    #expect(alone["collections"] == nil)
  }

  @Test("assumptions of movements that do not occur are not listed")
  func assumptions() throws {
    let all = try papersExpansion().customs.assumptions.map(\.key)
    #expect(all.contains("material per product") || Assumption.named("material per product") == nil)
    #expect(all.contains("guarantee line") && all.contains("audit share"))
    #expect(all.contains("approval by hand") && all.contains("approval by system"))
    #expect(!all.contains("empty share") && !all.contains("spare capacity"))
    let changes = [
      ("four-self-one-simplification: on", "four-self-one-simplification: off"),
      (
        "goods: food, opening stock: 30 d",
        "goods: food, guarantee: 1 million yuan, opening stock: 30 d"
      ),
      ("joins: 2024-04-01", "guarantee: 1 million yuan, joins: 2024-04-01"),
    ]
    let fewer = try papersExpansion(changes[0], changes[1], changes[2]).customs.assumptions.map(
      \.key
    )
    #expect(!fewer.contains("guarantee line") && !fewer.contains("audit share"))
    #expect(fewer.contains("approval by hand") && !fewer.contains("approval by system"))
    let before = try papersExpansion(("joins: 2024-04-01", "joins: 2024-02-01"))
    #expect(!before.customs.assumptions.contains { $0.key == "approval by hand" })
  }

  @Test("lanes by the papers of the movement")
  func lanes() throws {
    let text = papersZone.replacing(
      "{name: in-1, way: in}",
      with: "{name: in-1, way: in, serves: [declared, sundries]}"
    )
    let found = try expansion(of: text).problems.problems.problems.map(\.fault)
    #expect(
      found == [
        .customs(.noLaneServes(kind: "not-declared", status: nil, leadsIn: true, gate: "main"))
      ]
    )
  }
}
