import ClearanceModel
import ScenarioFiles
import Studies

/// Release forms, mismatches, inspections, slips and declarations, in a line each.
extension CustomsRunText {
  /// The reasons for which the barrier does not lift by itself.
  private static let reasons = ["plate", "container", "form", "weight", "hold"]

  /// All lines that have something to say.
  var papers: [String] {
    let lines = forms + mismatches + inspections + slips
    return lines.isEmpty ? [] : [""] + lines
  }

  private var comma: String { wording.pick(", ", "、") }

  /// Passes of goods vehicles a day, at all gates.
  private var passes: Double {
    stations(forCars: false).compactMap { perDay($0.name, "departures.count") }.reduce(0, +)
  }

  private var forms: [String] {
    guard let passed = counts("form-passed"), passed > 0 else { return [] }
    let refused = counts("form-refused")
    guard let refused else {
      return wording(.formsPassed, ["passed": quantities.rate(passed)]).folded()
    }
    let values: KeyValuePairs = [
      "passed": quantities.rate(passed), "refused": quantities.rate(refused),
      "share": quantities.share(refused / (passed + refused)),
    ]
    return wording(.forms, values).folded()
  }

  private var mismatches: [String] {
    let passes = passes
    let found = Self.reasons.compactMap { reason -> String? in
      guard let count = counts("mismatch-\(reason)"), count > 0, passes > 0 else { return nil }
      return wording.pick(
        "\(reason) \(quantities.rate(count)) (\(quantities.share(count / passes)))",
        "\(wording.mismatch(reason))\(quantities.rate(count))辆次（\(quantities.share(count / passes))）"
      )
    }
    guard !found.isEmpty else { return [] }
    return wording(.mismatches, ["reasons": found.joined(separator: comma)]).folded()
  }

  private var inspections: [String] {
    let kinds = ["hit", "spot", "mismatch"]
    let byClass = result.plan.hasClasses ? result.plan.classes : []
    let found = byClass.compactMap { className -> String? in
      let each = kinds.compactMap { counts("inspected-\($0)", of: className) }
      let passes = passes(of: className)
      guard !each.isEmpty, passes > 0 else { return nil }
      let count = each.reduce(0, +)
      let values = (quantities.rate(count), quantities.share(count / passes))
      return wording.credit(className)
        + wording.pick(" \(values.0) (\(values.1))", "\(values.0)辆次（\(values.1)）")
    }
    let all = kinds.compactMap { kind in
      counts("inspected-\(kind)").map { wording.inspection(kind, quantities.rate($0)) }
    }
    guard !all.isEmpty, kinds.contains(where: { (counts("inspected-\($0)") ?? 0) > 0 }) else {
      return []
    }
    let kindsText = wording(.inspectionKinds, ["kinds": all.joined(separator: comma)])
    guard !found.isEmpty else { return kindsText.folded() }
    let rates = wording(.inspections, ["classes": found.joined(separator: comma)])
    return (rates + wording.pick(" ", "") + kindsText).folded()
  }

  /// Passes a day of one class at the goods lanes.
  private func passes(of className: String) -> Double {
    stations(forCars: false).compactMap { perDay("\($0.name)[\(className)]", "sojourn.count") }
      .reduce(0, +)
  }

  private var slips: [String] {
    var parts: [String] = []
    if let slips = counts("slip-made"), slips > 0 {
      parts.append(wording(.slips, ["count": quantities.rate(slips)]))
    }
    if let declared = counts("declared"), declared > 0 {
      parts.append(wording(.declarations, ["count": quantities.rate(declared)]))
      if let byHand = counts("declared-by-hand") {
        parts.append(wording(.byHand, ["share": quantities.share(byHand / declared)]))
      }
    }
    guard !parts.isEmpty else { return [] }
    if let use = estimate("document-office", "utilisation.mean") {
      parts.append(wording(.officeUse, ["share": quantities.share(use)]))
    }
    if let wait = estimate("document-office", "wait.p95") {
      parts.append(wording(.officeWait, ["wait": quantities.sentence(wait)]))
    }
    let separator = wording.pick("; ", "；")
    let text = parts.joined(separator: separator) + wording.pick(".", "。")
    return (text.prefix(1).uppercased() + text.dropFirst()).folded()
  }
}

extension Wording {
  /// A reason for which the barrier does not lift by itself.
  func mismatch(_ reason: String) -> String {
    switch reason {
    case "plate": pick("plate", "车牌不符")
    case "container": pick("container", "箱号不符")
    case "form": pick("form", "核放单不符")
    case "weight": pick("weight", "重量超差")
    case "hold": pick("hold", "布控拦截")
    default: reason
    }
  }

  /// So many inspections of a kind.
  fileprivate func inspection(_ kind: String, _ count: String) -> String {
    switch kind {
    case "hit": pick("\(count) on a hit", "布控命中\(count)辆次")
    case "spot": pick("\(count) spot checks", "抽查\(count)辆次")
    default: pick("\(count) after a mismatch", "比对不符转查验\(count)辆次")
    }
  }
}
