import ClearanceModel
import ClearanceRecords
import Studies

/// The table of options and the table of differences.
extension CompareText {
  private static let rowLimit = 36
  private static let labelWidth = 28

  // MARK: Options

  /// One row for each alternative: demand, waits, queue, inspections, difference, verdict (方案比选表).
  var options: [String] {
    let headline = result.headlines.first.map { result.measures[$0] }
    let place = headline.flatMap { measure -> String? in
      guard case .place = measure.measure.subject, measure.measure.quantity == .wait else {
        return nil
      }
      return measure.name.split(separator: ".").dropLast(2).joined(separator: ".")
    }
    let columns = optionColumns(headline, place)
    let heading =
      place.map { wording(comparing: .optionsAt, ["place": $0]) }
      ?? wording(comparing: .options)
    var table = TextTable(
      [
        .init(title: "", side: .left),
        .init(title: wording(comparing: .alternative), side: .left),
      ] + columns.map { .init(title: $0.title) }
        + [
          .init(title: wording(comparing: .difference)),
          .init(title: wording(comparing: .verdict), side: .left),
        ]
    )
    for (index, alternative) in result.alternatives.enumerated() {
      let found = index > 0 ? headline?.difference(0, index) : nil
      table.add(
        [Self.letter(index), Wording.printable(alternative.label).cut(to: Self.labelWidth)]
          + columns.map { $0.cell(alternative) }
          + [
            index == 0 ? wording(comparing: .base) : cell(found, of: headline),
            index == 0 ? "" : found.map { verdict($0) } ?? Quantities.undefined,
          ]
      )
    }
    return [heading] + table.lines()
  }

  private struct OptionColumn {
    var title: String
    var cell: (CompareAlternative) -> String
  }

  /// The columns of what the alternatives have.
  private func optionColumns(_ headline: ComparedMeasure?, _ place: String?) -> [OptionColumn] {
    var columns: [OptionColumn] = []
    func add(_ title: String, _ name: String, _ text: @escaping (Double) -> String) {
      guard result.alternatives.contains(where: { $0.estimate(name)?.estimate != nil }) else {
        return
      }
      columns.append(
        OptionColumn(title: title) { alternative in
          alternative.estimate(name)?.estimate.map(text) ?? Quantities.undefined
        }
      )
    }
    let quantities = quantities
    add(wording(Phrase.arrivals), "zone.arrivals.count") { quantities.fixed($0, 0) }
    if let place {
      add(wording(Phrase.waitMean), "\(place).wait.mean") { quantities.duration($0) }
      add(wording(Phrase.waitP95), "\(place).wait.p95") { quantities.duration($0) }
      add(wording(Phrase.queueMean), "\(place).queue.mean") { quantities.fixed($0, 2) }
    } else if let headline {
      columns.append(
        OptionColumn(title: headline.name) { alternative in
          alternative.estimate(headline.name).map { quantities.estimate($0) }
            ?? Quantities.undefined
        }
      )
    }
    addSum(wording(comparing: .inspections), &columns) { $0.contains(".inspected-") }
    addSum(wording(comparing: .detections), &columns) { $0.hasSuffix(".detected.sum") }
    return columns
  }

  /// What is counted flow by flow, of all flows together.
  private func addSum(
    _ title: String,
    _ columns: inout [OptionColumn],
    _ isMeant: @escaping (String) -> Bool
  ) {
    let sums = result.alternatives.map { alternative in
      alternative.estimates.filter { isMeant($0.name) }.compactMap(\.estimate).reduce(0, +)
    }
    guard sums.contains(where: { $0 > 0 }) else { return }
    let quantities = quantities
    columns.append(
      OptionColumn(title: title) { alternative in
        let parts = alternative.estimates.filter { isMeant($0.name) }.compactMap(\.estimate)
        return quantities.mean(parts.reduce(0, +))
      }
    )
  }

  // MARK: Differences

  /// One row for each measure and pair.
  var differences: [String] {
    var table = TextTable([
      .init(title: wording(comparing: .measureTitle), side: .left),
      .init(title: wording(comparing: .pair), side: .left),
      .init(title: wording(comparing: .difference)),
      .init(title: wording(comparing: .relative)),
      .init(title: wording(comparing: .narrower)),
      .init(title: wording(comparing: .verdict), side: .left),
    ])
    let rows = shown.flatMap { measure in measure.differences.map { (measure, $0) } }
    for (measure, found) in rows.prefix(Self.rowLimit) {
      table.add([
        measure.name + (measure.isPooled ? "*" : ""),
        "\(Self.letter(found.second)) − \(Self.letter(found.first))",
        cell(found, of: measure),
        found.relative.map { relative(found, $0) } ?? Quantities.undefined,
        gain(found),
        verdict(found),
      ])
    }
    let left = rows.count - Self.rowLimit
    return table.lines()
      + (left > 0 ? [wording(comparing: .rowsLeftOut, ["count": quantities.count(left)])] : [])
  }

  /// `−12.1 (−13.0 to −11.2) min`.
  private func cell(_ found: CompareDifference?, of measure: ComparedMeasure?) -> String {
    guard let found, let measure else { return Quantities.undefined }
    let unit = measure.measure.unit
    let scale = quantities.scale(of: unit, found, spare: 0)
    let difference = quantities.signed(found.difference, scale)
    let name = unit.isEmpty ? wording.pick(" pp", "个百分点") : scale.differenceUnit
    if found.verdict == .identical { return "0" + name }
    guard let ends = ends(found, scale) else { return difference + name }
    return wording.pick("\(difference) (\(ends))\(name)", "\(difference)（\(ends)）\(name)")
  }

  /// The ends of an interval, without their unit; nil where there is none.
  func ends(_ found: CompareDifference, _ scale: Quantities.DifferenceScale) -> String? {
    guard let halfWidth = found.halfWidth, halfWidth.isFinite else { return nil }
    let low = quantities.signed(found.difference - halfWidth, scale)
    let high = quantities.signed(found.difference + halfWidth, scale)
    return wording.pick("\(low) to \(high)", "\(low)至\(high)")
  }

  /// `−66.5 ± 1.2%`.
  private func relative(_ found: CompareDifference, _ relative: Double) -> String {
    let whole = quantities.signedShare(relative)
    guard let halfWidth = found.relativeHalfWidth, halfWidth > 0 else { return whole }
    let margin = quantities.fixed(halfWidth * 100, 1)
    return whole.dropLast() + wording.pick(" ± ", "±") + margin + "%"
  }

  /// How many times wider the interval would be without pairing.
  private func gain(_ found: CompareDifference) -> String {
    guard let halfWidth = found.halfWidth, let independent = found.independentHalfWidth,
      halfWidth > 0, independent.isFinite
    else { return Quantities.undefined }
    return "×" + quantities.fixed(independent / halfWidth, 1)
  }

  private func verdict(_ found: CompareDifference) -> String {
    switch found.verdict {
    case .identical: wording(comparing: .identical)
    case .less: wording(comparing: .less)
    case .more: wording(comparing: .more)
    case .undecided: wording(comparing: .undecided)
    }
  }
}
