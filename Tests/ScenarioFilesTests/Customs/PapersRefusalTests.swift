import Testing

@testable import ScenarioFiles

@Suite("Refusals of firms, movements and switches")
struct PapersRefusalTests {
  /// Expects that the papers zone is refused once `old` has become `new`; each `«` marks a fault.
  private func expectRefusal(
    _ old: String,
    _ new: String,
    _ faults: [ScenarioFault],
    also change: (String, String) = ("", ""),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var marked = papersZone
    if !change.0.isEmpty { marked = marked.replacing(change.0, with: change.1) }
    #expect(marked.ranges(of: old).count == 1, "\(old)", sourceLocation: sourceLocation)
    marked = marked.replacing(old, with: new)
    var (line, column) = (1, 1)
    var text = ""
    var expected: [ScenarioProblem] = []
    for scalar in marked.unicodeScalars {
      if scalar == "«" {
        let fault = expected.count < faults.count ? faults[expected.count] : .isEmpty
        let position = SourcePosition(line: line, column: column)
        expected.append(ScenarioProblem(file: "test.yaml", position: position, fault: fault))
        continue
      }
      text.unicodeScalars.append(scalar)
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    #expect(expected.count == faults.count, sourceLocation: sourceLocation)
    let found = try expansion(of: text).problems.problems.problems
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  @Test("amounts fit, and so do documents")
  func amounts() throws {
    // A year of 100 trucks a day, each way with 7.7 t, 1.13 × 1.07 of the value at 7.25 yuan a dollar.
    var problems = try refusal("value: 20000 USD per t", "value: 20000 USD per kg")
    #expect(problems == [])
    // A hundred times as many trucks of the dearest goods that may be written.
    let busy = papersZone.replacing("visits per day: 100", with: "visits per day: 10000")
      .replacing("value: 20000 USD per t", with: "value: 100000 USD per kg")
    problems = try expansion(of: busy).problems.problems.problems.map(\.fault)
    #expect(problems.count == 1)
    guard case .outOfRange(let text, low: "0 USD per t", let high) = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(text == "pumps: 100000000 USD per t")
    let most = try #require(Int64(high.replacing(" USD per t", with: "")))
    #expect(1_000_000 < most && most < 100_000_000)
    problems = try refusal("documents per truck: 2", "documents per truck: 1001")
    #expect(problems == [.outOfRange("1001", low: "1", high: "1000")])
  }

  private func refusal(_ old: String, _ new: String) throws -> [ScenarioFault] {
    let problems = try expansion(of: papersZone.replacing(old, with: new)).problems.problems
    return problems.problems.map(\.fault)
  }

  @Test("the zone that the others change is accepted")
  func accepted() throws {
    #expect(try papersExpansion().problems.problems.problems == [])
  }

  @Test("dates of firms")
  func dates() throws {
    try expectRefusal(
      "credit changes: {2024-07-01: general}",
      "credit changes: {«2024-03-04: general}",
      [
        .customs(
          .dateBeforeStart("2024-03-04", start: CalendarDate(year: 2024, month: 3, day: 4))
        )
      ]
    )
    try expectRefusal(
      "{default: monthly, 2024-07-01: quarterly}",
      "{default: monthly, «2024-07-15: monthly, «2024-08-01: quarterly}",
      [
        .customs(
          .notAPeriodEnd(
            CalendarDate(year: 2024, month: 7, day: 15),
            quarterly: false,
            nearest: CalendarDate(year: 2024, month: 8, day: 1)
          )
        ),
        .customs(
          .notAPeriodEnd(
            CalendarDate(year: 2024, month: 8, day: 1),
            quarterly: true,
            nearest: CalendarDate(year: 2024, month: 10, day: 1)
          )
        ),
      ]
    )
    try expectRefusal(
      "2024-07-01: quarterly}",
      "«2024-02-30: quarterly}",
      [.customs(.notADate("2024-02-30"))]
    )
    try expectRefusal(
      "2024-07-01: quarterly}",
      "2024-07-01: «quaterly}",
      [
        .unknownWord(
          "quaterly",
          key: "declares",
          allowed: CustomsWords.declaring,
          nearest: "quarterly"
        )
      ]
    )
    try expectRefusal(
      "leaves: 2025-01-01",
      "leaves: «2024-04-01",
      [.customs(.leavesBeforeJoining(firm: "late-c"))]
    )
    try expectRefusal(
      "joins: 2024-04-01, ramp",
      "«ramp",
      [.missingKeys(["joins"], section: .firm)]
    )
  }

  @Test("credit forbids what it forbids, with the notice")
  func credit() throws {
    try expectRefusal(
      "logistics-b: {credit: general",
      "logistics-b: {credit: dishonest, declares: per shipment, two-step: «20%, four-self-one-simplification: «on",
      [
        .customs(.forbiddenByCredit(.twoStep, firm: "logistics-b")),
        .customs(.forbiddenByCredit(.fourSelf, firm: "logistics-b")),
        .customs(.forbiddenByCredit(.batch, firm: "logistics-b")),
      ],
      also: (
        "batch: 15%, by-status: 8%, sundries: 12%, empty: 20%}\n      out: {",
        "by-status: 23%, sundries: 12%, empty: 20%}\n      out: «{"
      )
    )
    try expectRefusal(
      "logistics-b: {credit: general",
      "logistics-b: {credit: general, guarantee waiver: «yes",
      [.customs(.waiverWithoutCertificate(firm: "logistics-b"))]
    )
  }

  @Test("goods that the zone may not handle, or has no site for")
  func goods() throws {
    try expectRefusal(
      "goods: food, opening stock: 30 d",
      "goods: «grain, opening stock: 30 d",
      [.customs(.noDesignatedSite("grain"))]
    )
    try expectRefusal(
      "goods: food, opening stock: 30 d",
      "goods: «food, opening stock: 30 d",
      [.customs(.goodsNotHandled("food", handled: ["auto-parts", "pumps", "general"]))],
      also: ("zone: example", "zone: example\nhandles: [auto-parts, pumps, general]")
    )
    try expectRefusal(
      "goods: food, opening stock: 30 d",
      "goods: {«fod: 100%}, opening stock: 30 d",
      [
        .unknownName(
          "fod",
          kind: .goods,
          existing: try papersExpansion().words.goodsNames,
          nearest: "food"
        )
      ]
    )
  }

  @Test("a book that begins below zero, and amounts without a unit")
  func books() throws {
    try expectRefusal(
      "opening stock: 600 t",
      "opening stock: «-5 t",
      [.customs(.negativeBook("-5 t"))]
    )
    try expectRefusal(
      "opening stock: 600 t",
      "opening stock: {bonded: 5 t, non-bonded: «-1 kg}",
      [.customs(.negativeBook("-1 kg"))]
    )
    try expectRefusal(
      "{default: 5 million yuan,",
      "{default: «5 million,",
      [
        .unknownUnit(
          "million",
          allowed: ["billion yuan", "million yuan", "yuan", "fen"],
          nearest: nil
        )
      ]
    )
  }

  @Test("several documents on several trucks")
  func manyToMany() throws {
    try expectRefusal(
      "documents per truck: 2",
      "trucks per declaration: 3\n    documents per truck: «2",
      [.customs(.manyToMany(documents: "2", trucks: 3))]
    )
  }

  @Test("slips of trucks beside slips of papers")
  func slips() throws {
    try expectRefusal(
      "documents per truck: 2",
      "documents per truck: 2\n  plain: {visits per day: 10, papers: «batch}",
      [.conflictingKeys(["papers", "movements"])]
    )
  }

  @Test("movements")
  func movements() throws {
    try expectRefusal(
      "enter-first: 5%",
      "«enter-frist: 5%",
      [
        .unknownWord(
          "enter-frist",
          key: "in",
          allowed: CustomsWords.movementsIn,
          nearest: "enter-first"
        )
      ]
    )
    try expectRefusal(
      "out: {first-line: 15%,",
      "out: «{first-line: 5%,",
      [.sharesDoNotAddUp(found: 0.05 + 0.15 + 0.15 + 0.05 + 0.5)]
    )
    try expectRefusal(
      "documents per truck: 2",
      "«papers: batch",
      [.conflictingKeys(["movements", "papers"])]
    )
  }

  @Test("switches")
  func switches() throws {
    try expectRefusal(
      "firms: {logistics-b: off}",
      "firms: {«logistic-b: off}",
      [
        .unknownName(
          "logistic-b",
          kind: .firm,
          existing: ["parts-a", "logistics-b", "late-c"],
          nearest: "logistics-b"
        )
      ]
    )
    try expectRefusal(
      "goods: {pumps: off}}\n  four-self",
      "goods: {«pump: off}}\n  four-self",
      [
        .unknownName(
          "pump",
          kind: .goods,
          existing: try papersExpansion().words.goodsNames,
          nearest: "pumps"
        )
      ]
    )
    try expectRefusal(
      "rate date: gate",
      "split release: «perhaps",
      [
        .unknownWord(
          "perhaps",
          key: "split release",
          allowed: flagWords.map(\.0),
          nearest: nil
        )
      ]
    )
  }
}
