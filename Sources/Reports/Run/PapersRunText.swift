import ClearanceModel
import ClearanceRecords
import Studies

/// What papers came to in a run: declarations saved, guarantee, duty, refusals, and the books.
///
/// All numbers are measures of the run, so that intervals are in its JSON and in `--measures`;
/// what has not been measured is left out.
struct PapersRunText {
  let text: RunText

  init(_ text: RunText) {
    self.text = text
  }

  private var result: RunResult { text.result }
  private var wording: Wording { text.wording }
  private var quantities: Quantities { text.wording.quantities }

  /// The lines, with a blank one before; none where the scenario has no papers.
  var lines: [String] {
    guard let papers = result.plan.papers else { return [] }
    let lines = table(papers) + taxes + refusals + books + StockRunText(text).lines
    return lines.isEmpty ? [] : [""] + lines
  }

  private func estimate(_ measure: String) -> Double? { value("zone.\(measure)") }

  private func value(_ name: String) -> Double? {
    guard let value = result.measure(name)?.estimate, value.isFinite else { return nil }
    return value
  }

  // MARK: The table

  /// The busiest day and the use of the office at which declarations are counted.
  private var office: (peakDay: Double, use: Double?)? {
    let suffix = ".declared.peak-day"
    let places = result.plan.places.filter { $0.station == nil }
    for place in places {
      guard let peak = value(place.name + suffix) else { continue }
      return (peak, value("\(place.name).utilisation.mean"))
    }
    return nil
  }

  /// One row for the way of declaring that this run has, to be laid beside those of other runs.
  private func table(_ papers: PapersPlan) -> [String] {
    let cells: [(title: PapersPhrase, text: String?)] = [
      (.declared, estimate("declarations.count").map { quantities.mean($0) }),
      (.perShipment, estimate("declarations-per-shipment.count").map { quantities.mean($0) }),
      (.saved, estimate("declarations-saved.share").map { quantities.share($0) }),
      (.guaranteePeak, estimate("guarantee-in-use.max").map { quantities.moneyCell($0) }),
      (.deferred, estimate("deferred-duty.sum").map { quantities.moneyCell($0) }),
      (.late, estimate("late-declarations.count").map { quantities.mean($0) }),
      (.officePeak, office.map { quantities.mean($0.peakDay) }),
      (.useOfOffice, office?.use.map { quantities.share($0) }),
    ]
    let shown = cells.filter { $0.text != nil }
    guard !shown.isEmpty else { return [] }
    var table = TextTable(
      [.init(title: wording(PapersPhrase.declares), side: .left)]
        + shown.map { .init(title: wording($0.title)) }
    )
    table.add([wording.declaring(papers.declaring)] + shown.map { $0.text ?? "" })
    return [wording(PapersPhrase.table)] + table.lines()
  }

  // MARK: The sentences

  private var taxes: [String] {
    guard let duty = estimate("duty.sum"), let vat = estimate("vat.sum"), duty + vat > 0 else {
      return []
    }
    var text = wording(
      PapersPhrase.taxes,
      ["duty": quantities.money(duty), "vat": quantities.money(vat)]
    )
    if let batches = estimate("open-batches.max"), batches > 0,
      let exposed = estimate("exposed-duty.max")
    {
      text += wording(
        PapersPhrase.exposed,
        ["batches": quantities.mean(batches), "duty": quantities.money(exposed)]
      )
    }
    return (text + wording.pick(".", "。")).folded()
  }

  /// What was refused by reason, and what came late.
  private var refusals: [String] {
    let kinds: [(measure: String, phrase: PapersPhrase)] = [
      ("refused-book.count", .refusedBook), ("refused-guarantee.count", .refusedGuarantee),
      ("refused-blocked.count", .refusedBlocked), ("refused-credit.count", .refusedCredit),
    ]
    let known = kinds.compactMap { kind in estimate(kind.measure).map { ($0, kind.phrase) } }
    guard !known.isEmpty else { return [] }
    let refused = known.filter { $0.0 > 0 }.map { count, phrase in
      wording(phrase, ["count": quantities.mean(count)])
    }
    let fees: [(measure: String, phrase: PapersPhrase)] = [
      ("late-fees.sum", .lateFees), ("arrears.sum", .arrears),
    ]
    var late: [String] = []
    if let count = estimate("late-declarations.count"), count > 0 {
      late.append(wording(PapersPhrase.lateCount, ["count": quantities.mean(count)]))
    }
    late += fees.compactMap { fee in
      guard let amount = estimate(fee.measure), amount > 0 else { return nil }
      return wording(fee.phrase, ["amount": quantities.money(amount)])
    }
    let comma = wording.pick(", ", "、")
    var sentences: [String] = []
    if refused.isEmpty {
      sentences.append(wording(PapersPhrase.nothingRefused))
    } else {
      sentences.append(
        wording(PapersPhrase.refused, ["reasons": refused.joined(separator: comma)])
      )
    }
    if late.isEmpty {
      sentences.append(wording(PapersPhrase.nothingLate))
    } else {
      sentences.append(wording(PapersPhrase.lates, ["what": late.joined(separator: comma)]))
    }
    return sentences.joined(separator: wording.pick(" ", "")).folded()
  }

  /// How the balance at the end came about: to 0.1 t, so that the printed numbers add up, too.
  private var books: [String] {
    let names = ["opening", "entered", "left", "consumed"]
    let sums = names.compactMap { estimate("book-\($0).sum") }.map { ($0 * 10).rounded() }
    guard sums.count == names.count, let left = estimate("left-undeclared.sum"),
      let entered = estimate("entered-undeclared.sum"), sums.contains(where: { $0 > 0 })
    else { return [] }
    let closing = sums[0] + sums[1] - sums[2] - sums[3]
    func tonnes(_ tenths: Double) -> String { quantities.fixed(tenths / 10, 1) }
    return wording(
      PapersPhrase.books,
      [
        "opening": tonnes(sums[0]), "entered": tonnes(sums[1]), "left": tonnes(sums[2]),
        "consumed": tonnes(sums[3]), "closing": tonnes(closing),
        "leftOpen": quantities.fixed(left, 1), "enteredOpen": quantities.fixed(entered, 1),
      ]
    ).folded()
  }
}

extension PapersPlan {
  /// How all firms declare their batches, all the time; nil where they differ.
  var declaring: DeclaringPeriod? {
    let first = firms.first?.period.first?.value
    let isCommon = firms.allSatisfy { firm in firm.period.allSatisfy { $0.value == first } }
    return isCommon ? first : nil
  }
}

extension Wording {
  /// A way of declaring batches; nil where firms differ, or change it.
  func declaring(_ period: DeclaringPeriod?) -> String {
    switch period {
    case .perShipment: pick("per shipment", "逐票")
    case .monthly: pick("monthly", "按月")
    case .quarterly: pick("quarterly", "按季")
    case nil: pick("by firm", "各企业自定")
    }
  }
}
