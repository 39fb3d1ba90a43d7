/// Service standards.
extension Vocabulary {
  static let standard = [
    key("at", "STATION | LANE", "where trucks wait", name),
    key("wait within", "DURATION", "the longest wait there", text),
    key(
      "in",
      "peak hour",
      "only those who come in the peak hour; else all day",
      words("peak hour")
    ),
    key("flow", "FLOW", "instead of a place: whose time is limited", name),
    key("cleared within", "DURATION", "the longest time from arrival to cleared", text),
    key("stage", "STAGE", "the stage of the flow whose time is limited", name),
    key("to", "MARK", "the mark to which the time from arrival is limited", name),
    key("within", "DURATION", "the longest time at the stage, or to the mark", text),
    key("class", "CLASS", "only trucks of this class", name),
    key("share", "SHARE", "the share of trucks that must keep within the limit", text),
  ]
}
