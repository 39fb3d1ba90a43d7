/// One change for every shipped procedure.
extension ShippedProcedureChangeTests {
  static let changes: [Change] =
    visits + gate + inspections + offices + papers + movements + outages
    + modes + underModes

  private static let visits = [
    Change(
      "goods visit",
      .gate,
      "  - mark: cleared  ",
      "  - delay for: 3 h\n  - mark: cleared  ",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "car visit",
      .gate,
      "for: <boot check time>",
      "for: 3 h",
      raises: "flow.cars.clearance.mean"
    ),
    Change(
      "enter first test later",
      .products,
      "delay for: <port to gate>",
      "delay for: 40 h",
      raises: "flow.goods.to-entered.mean"
    ),
    Change(
      "test before entry",
      .products,
      "delay for: <port to gate>",
      "delay for: 40 h",
      raises: "flow.goods.to-entered.mean",
      set: ["policy.animal and plant products=test before entry"]
    ),
    Change(
      "measure truck",
      .gate,
      "<vehicle gap>",
      "20 m",
      raises: "main-in.queue-length.mean"
    ),
    Change(
      "leave",
      .gate,
      "van = <van dwell>",
      "van = 10 h",
      raises: "flow.goods.to-left.mean"
    ),
  ]

  private static let gate = [
    Change(
      "get papers",
      .gate,
      "for: <paper wait>",
      "for: 5 h",
      raises: "outer-lot.service.mean"
    ),
    Change(
      "pass gate",
      .gate,
      "delay for: <registered pass>",
      "delay for: 5 min",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "compare",
      .gate,
      "chance(<stop order share>)",
      "chance(50%)",
      raises: "main-in.mismatch-hold.count"
    ),
    Change(
      "reply in lane",
      .bare,
      "for: <manual reply time>",
      "for: 10 min",
      raises: "control-room.service.mean"
    ),
    Change(
      "reply in turn-out",
      .gate,
      "delay for: <turn-out extra time>",
      "delay for: 40 min",
      raises: "main-turn-out.service.mean"
    ),
    Change(
      "answer",
      .bare,
      "share: <reply amend>",
      "share: 60%",
      raises: "main-in.form-refused.count"
    ),
  ]

  private static let inspections = [
    Change(
      "look up hit rate",
      .gate,
      "hit rate: <hit rate general>",
      "hit rate: 1",
      raises: "main-in.inspected-hit.count"
    ),
    Change(
      "inspect",
      .gate,
      "chance(<machine share>)",
      "chance(0)",
      lowers: "yard.scanned.count"
    ),
    Change(
      "inspect at gate",
      .bare,
      "reason: <reason>",
      "reason: hit",
      raises: "main-in.inspected-hit.count"
    ),
    Change(
      "spot check",
      .gate,
      "for: <spot check time>",
      "for: 10 h",
      raises: "crew.service.mean"
    ),
    Change(
      "spot check at gate",
      .bare,
      "reason: spot",
      "reason: hit",
      raises: "main-in.inspected-hit.count"
    ),
    Change(
      "look on the spot",
      .bare,
      "for: <spot check time>",
      "for: 1 h",
      raises: "control-room.service.mean"
    ),
    Change(
      "unpack",
      .gate,
      "share: <defect share>",
      "share: 90%",
      raises: "main-in.detained.count"
    ),
    Change(
      "end inspection",
      .bare,
      "start: detain goods",
      "use: detain goods",
      lowers: "flow.goods.to-left.count"
    ),
    Change(
      "detain goods",
      .gate,
      "for: <detention time>",
      "for: 1 h",
      raises: "detention.departures.count"
    ),
  ]

  private static let offices = [
    Change(
      "declare shipment",
      .gate,
      "chance(hit rate * <hit rate factor>)",
      "chance(0)",
      lowers: "main-in.inspected-hit.count"
    ),
    Change(
      "make slip",
      .papers,
      "items: <items a slip>",
      "items: 60",
      raises: "document-office.service.mean",
      set: ["policy.consolidated declaration=per shipment", "runs for=5 d"]
    ),
    Change(
      "declare together",
      .papers,
      "min(<counterparties>, slips)",
      "slips",
      raises: "document-office.declared.count"
    ),
    Change(
      "declare",
      .gate,
      "for: <review time> +",
      "for: 5 h +",
      raises: "document-office.service.mean"
    ),
    Change(
      "sample and test",
      .products,
      "share: <failure share>",
      "share: 90%",
      raises: "laboratory.sample-failed.count"
    ),
    Change(
      "take sample",
      .products,
      "for: <test time> * test factor",
      "for: 1 h",
      lowers: "laboratory.service.mean"
    ),
    Change(
      "send sample",
      .cold,
      "delay for: <sample transport>",
      "delay for: 40 h",
      raises: "flow.seafood.to-usable.mean"
    ),
    Change(
      "enter quarantine",
      .cold,
      "- seize: quarantine-store",
      "- delay for: 40 h\n  - seize: quarantine-store",
      raises: "flow.seafood.to-usable.mean"
    ),
    Change(
      "leave quarantine",
      .cold,
      "- release: quarantine-store",
      "- delay for: 40 h\n  - release: quarantine-store",
      raises: "quarantine-store.service.mean"
    ),
    Change(
      "keep in store",
      .cold,
      "- seize: <chilled store>",
      "- delay for: 40 h\n          - seize: <chilled store>",
      raises: "flow.seafood.to-usable.mean"
    ),
    Change(
      "leave store",
      .cold,
      "- release: <frozen store>",
      "- delay for: 40 h\n          - release: <frozen store>",
      raises: "supervised-warehouse-frozen.service.mean"
    ),
    Change(
      "begin warming",
      .cold,
      "warming since: now",
      "warming since: now - 10 h",
      raises: "flow.seafood.over-budget.count"
    ),
    Change(
      "end warming",
      .cold,
      "warmth + <warming while waiting>",
      "warmth + 100",
      raises: "flow.meat.over-budget.count"
    ),
    Change(
      "unload cold goods",
      .cold,
      "(<unloading time> / 1 h)",
      "0",
      lowers: "flow.seafood.over-budget.count"
    ),
    Change(
      "note urgent goods",
      .cold,
      "when: urgent = yes",
      "when: urgent = no",
      raises: "flow.seafood.urgent-loads.count"
    ),
    Change(
      "check cold budget",
      .cold,
      "over budget > 0",
      "over budget > 1000",
      lowers: "flow.seafood.over-budget.count"
    ),
    Change(
      "deal with failure",
      .products,
      "share: <treated share>",
      "share: 0%",
      lowers: "flow.goods.to-usable.count"
    ),
  ]
}
