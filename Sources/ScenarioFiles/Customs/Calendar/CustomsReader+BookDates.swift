/// The days on which account books are reconciled (手册或账册报核).
extension CustomsReader {
  mutating func readBookDates(_ section: MappingReader) {
    guard let node = section.node("book reconciliation") else { return }
    let items =
      node.text == nil ? node.list("book reconciliation", &problems) ?? [] : [node]
    let dates = items.compactMap { $0.value(&problems, parseDate) }
    words.policy.bookDates = Array(Set(dates)).sorted()
    let written = items.compactMap(\.text).joined(separator: ", ")
    words.policy.written.append(("book reconciliation", written))
  }
}
