/// Urgent goods (抢救药械、航材AOG): drugs and devices that somebody waits for, parts of aircraft on the
/// ground.
extension CustomsWords {
  /// The attribute that tells whether a truck's goods are urgent.
  static let urgentAttribute = "urgent"

  /// Whether some flow carries urgent goods.
  var hasUrgentGoods: Bool { flows.contains { ($0.urgent?.value ?? 0) > 0 } }
}

extension CustomsExpansion {
  /// Stations made from customs words, with urgent goods before all others in their queues where the
  /// policy says so (京政发〔2021〕33号, part 2(2)1 and 2(2)3); where nobody ever waits it changes nothing.
  func withUrgentFirst(_ stations: [(String, SourceNode)]) -> [(String, SourceNode)] {
    guard words.policy.urgentGoesFirst, words.hasUrgentGoods else { return stations }
    return stations.map { name, node in
      guard let entries = node.entries, node["servers"]?.text != "unlimited" else {
        return (name, node)
      }
      let first = SourceNode.mapping(
        [(CustomsWords.urgentAttribute, .text("yes", at: node.position))],
        at: node.position
      )
      let entry = SourceEntry(key: "goes first", keyPosition: node.position, value: first)
      return (name, SourceNode(position: node.position, content: .mapping(entries + [entry])))
    }
  }
}
