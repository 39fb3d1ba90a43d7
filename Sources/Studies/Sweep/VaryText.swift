import Foundation

extension SweepFactor {
  /// Reads a text of `--vary`: KEY=SPEC, where SPEC is a range or a list.
  ///
  /// `1..5`: whole numbers; `2..10 by 2`: in steps; `10 min..30 min`, `80%..95%`, `0.8..1.4`: quantities,
  /// of which designs with levels take the two ends; `[a, b, c]`: these values.
  init(vary text: String) throws(VaryFault) {
    guard let sign = text.firstIndex(of: "=") else { throw .noValues }
    let key = text[..<sign].trimmingCharacters(in: .whitespaces)
    guard !key.isEmpty else { throw .noKey }
    let spec = text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
    guard !spec.isEmpty else { throw .noValues }
    let range: QuantityRange?
    let levels: [String]
    if spec.hasPrefix("[") {
      range = nil
      levels = try Self.items(of: spec)
    } else if spec.contains("..") {
      let found = try QuantityRange(spec)
      range = found
      levels = found.levels
    } else {
      throw .oneValue(spec)
    }
    self.init(key: key, option: "--vary \(text)", levels: levels, range: range)
  }

  /// The items of `[a, b, c]`, split at commas outside brackets and quotes.
  private static func items(of list: String) throws(VaryFault) -> [String] {
    guard list.hasSuffix("]"), list.count > 1 else { throw .openList }
    var items: [String] = []
    var item = ""
    var depth = 0
    var quote: Character?
    for character in list.dropFirst().dropLast() {
      switch character {
      case "\"", "'":
        if quote == nil { quote = character } else if quote == character { quote = nil }
      case "(", "[", "{": depth += quote == nil ? 1 : 0
      case ")", "]", "}": depth -= quote == nil ? 1 : 0
      case "," where depth == 0 && quote == nil:
        items.append(item)
        item = ""
        continue
      default: break
      }
      item.append(character)
    }
    items.append(item)
    let values = items.map { $0.trimmingCharacters(in: .whitespaces) }
    guard depth == 0, quote == nil else { throw .openList }
    if values.count == 1 { throw .oneValue(list) }
    if values.contains("") { throw .emptyItem }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      throw .repeated(value)
    }
    guard values.count <= QuantityRange.limit else {
      throw .tooManyValues(values.count, limit: QuantityRange.limit)
    }
    return values
  }
}
