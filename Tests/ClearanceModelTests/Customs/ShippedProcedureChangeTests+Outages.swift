/// One change for every shipped procedure of outages.
extension ShippedProcedureChangeTests {
  static let outages = [
    Change(
      "wait while out",
      .outages,
      "wait until: open at <system> > 0",
      "delay for: 9 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "hold papers",
      .outages,
      "wait until: open at single-window > 0",
      "delay for: 9 h",
      raises: "flow.goods.clearance.mean",
      set: ["outages.single window.fallback=hold"]
    ),
    Change(
      "check papers by hand",
      .outages,
      "for: <manual check time>",
      "for: 1 h",
      raises: "document-office.service.mean"
    ),
    Change(
      "let papers through",
      .outages,
      "count: passed-by-hand",
      "count: held",
      raises: "single-window.held.count"
    ),
    Change(
      "pass by hand",
      .outages,
      "for: <manual pass>",
      "for: 1 h",
      raises: "control-room.service.mean"
    ),
    Change(
      "enter record",
      .outages,
      "for: <manual record time>",
      "for: 1 h",
      raises: "document-office.service.mean"
    ),
    Change(
      "type plates",
      .outages,
      "for: <typing time>",
      "for: 1 h",
      raises: "control-room.service.mean"
    ),
    Change(
      "pass unweighed",
      .outages,
      "excess: 0 kg",
      "excess: 900 kg",
      raises: "main-in.mismatch-weight.count",
      set: ["outages.scale.fallback=pass"]
    ),
    Change(
      "weigh aside",
      .outages,
      "delay for: <weigh aside time>",
      "delay for: 9 h",
      raises: "flow.goods.clearance.mean"
    ),
  ]
}
