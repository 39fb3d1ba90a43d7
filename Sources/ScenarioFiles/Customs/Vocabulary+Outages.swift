/// The words of outages.
extension Vocabulary {
  static let outages = OutageKind.all.map { kind in
    key(
      kind.name,
      "at | every, lasts, fallback | list of these",
      "when it is out: \(meanings[kind.name] ?? "")",
      #"{"type": ["object", "array"]}"#
    )
  }

  private static let meanings = [
    "single window": "lists, declarations and forms cannot be submitted",
    "power": "the barriers of the whole gate",
    "network": "between gate and back office: no automatic reply",
    "recognition": "plates and containers are not read",
    "scale": "nothing is weighed in the lanes",
  ]

  static let outage = [
    key(
      "at",
      "DATE TIME | DAYS TIME | TIME | DURATION | list of these",
      "when it goes out",
      #"{"type": ["string", "array"]}"#
    ),
    key("every", "DISTRIBUTION", "time from the end of an outage to the next", text),
    key("lasts", "DURATION | DISTRIBUTION", "how long it is out", text),
    key(
      "fallback",
      OutageKind.all.flatMap(\.fallbacks).reduce(into: [String]()) { words, word in
        if !words.contains(word) { words.append(word) }
      }.joined(separator: " | "),
      "what is done meanwhile",
      name
    ),
  ]
}
