/// A system that a zone depends on and that may be out (系统故障).
struct OutageKind {
  /// The word under `outages`.
  let name: String
  /// Its station: closed or broken while it is out.
  let station: String
  /// What can be done meanwhile; the first is done where nothing is said.
  let fallbacks: [String]

  /// The systems, in the order in which a truck meets them.
  static let all = [
    OutageKind(name: "single window", station: "single-window", fallbacks: [hold, manualPass]),
    OutageKind(name: "power", station: "power", fallbacks: [hold, barrierByHand]),
    OutageKind(name: "network", station: "network", fallbacks: ["manual", hold]),
    OutageKind(name: "recognition", station: "recognition", fallbacks: ["type by hand"]),
    OutageKind(name: "scale", station: "scale-system", fallbacks: ["pass", weighAside]),
  ]

  private static let hold = "hold"
  private static let manualPass = "manual pass"
  private static let barrierByHand = "barrier by hand"
  private static let weighAside = "weigh aside"

  /// What the parameters of the shipped procedures stand for under a fallback.
  ///
  /// See ``ShippedProcedures/outageParameters``.
  func procedures(under fallback: String) -> [(parameter: String, procedure: String)] {
    let holds = fallback == Self.hold
    switch name {
    case "single window":
      return [
        ("without single window", holds ? "hold papers" : "check papers by hand"),
        ("papers without single window", holds ? "hold papers" : "let papers through"),
      ]
    case "power":
      return [
        ("without power", holds ? "wait while out" : "pass by hand"),
        // Guards lift the barrier for cars, as they do where it has power.
        ("cars without power", holds ? "wait while out" : OutageKind.nothing),
      ]
    case "network":
      return [("without network", holds ? "wait while out" : "pass by hand")]
    case "recognition":
      return [("without recognition", "type plates")]
    default:
      return fallback == Self.weighAside
        ? [("before the lane", "weigh aside")] : [("without scale", "pass unweighed")]
    }
  }

  /// What stands in place of a procedure where nothing is done.
  static let nothing = "nothing"
}
