/// One change for every shipped procedure of papers.
extension ShippedProcedureChangeTests {
  static let papers = [
    Change(
      "spot check by status",
      .byStatus,
      "when: wrong status > 0",
      "when: wrong status >= 0",
      raises: "main-out.wrong-status.count"
    ),
    Change(
      "spot check by status at gate",
      .byStatus,
      "when: wrong status > 0",
      "when: wrong status >= 0",
      raises: "main-out.wrong-status.count",
      set: ["yard.bays=0", "assumptions.hit rate factor=0"]
    ),
    Change(
      "visit",
      .movements,
      "  - mark: cleared  ",
      "  - delay for: 3 h\n  - mark: cleared  ",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "cross gate",
      .movements,
      "sundries = sundries",
      "sundries = declared",
      raises: "main-in.service.mean"
    ),
    Change(
      "wait for papers",
      .movements,
      "- release: outer-lot",
      "- delay for: 1 h\n          - release: outer-lot",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "get form",
      .movements,
      "chance(<form review share>)",
      "1",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "file list",
      .movements,
      "chance(<manual list review share>) * (1 - simplified)",
      "1",
      raises: "document-office.lists-by-hand.count"
    ),
    Change(
      "clear declaration",
      .movements,
      "- papers: submit",
      "- delay for: 1 s",
      lowers: "zone.declarations.count"
    ),
    Change(
      "await inspection",
      .movements,
      "- set: {declaration: inspected}",
      "- set: {declaration: inspected}\n          - delay for: 2 d",
      raises: "flow.goods.to-usable.mean"
    ),
    Change(
      "review declaration",
      .movements,
      "chance(<manual review share>)",
      "1",
      raises: "document-office.declared-by-hand.count"
    ),
    Change(
      "follow goods",
      .movements,
      "- mark: usable",
      "- delay for: 5 h\n          - mark: usable",
      raises: "flow.goods.to-usable.mean"
    ),
    Change(
      "make batch slip",
      .movements,
      "delay for: <slip preparation time>",
      "delay for: 40 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "gather slip",
      .movements,
      "- use: settle pile",
      "- delay for: 1 s",
      lowers: "zone.declarations.count"
    ),
    Change(
      "settle pile",
      .movements,
      "- papers: submit",
      "- delay for: 1 s",
      lowers: "zone.declarations.count"
    ),
    Change(
      "declare pile",
      .movements,
      "chance(<declares late share>) * <declares late by>",
      "1 d",
      raises: "zone.late-declarations.count"
    ),
    Change(
      "audit later",
      .movements,
      "delay for: <audit delay>",
      "delay for: 1 h",
      raises: "document-office.audits.count"
    ),
  ]

  static let movements = [
    Change(
      "first line in",
      .movements,
      "delay for: <preparation time>",
      "delay for: 50 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "enter first",
      .movements,
      "delay for: <pick-up approval time>",
      "delay for: 50 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "two-step in",
      .movements,
      "late by > <complete within>",
      "late by > 0 s",
      raises: "document-office.two-step-overdue.count"
    ),
    Change(
      "first line out",
      .movements,
      "delay for: <preparation time>",
      "delay for: 50 h",
      raises: "flow.goods.to-left.mean"
    ),
    Change(
      "second line in",
      .movements,
      "delay for: <preparation time>",
      "delay for: 50 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "second line out",
      .movements,
      "delay for: <tax payment time>",
      "delay for: 50 h",
      raises: "flow.goods.to-left.mean"
    ),
    Change(
      "batch in",
      .movements,
      "- use: gather slip",
      "- delay for: 1 s",
      lowers: "zone.declarations.count"
    ),
    Change(
      "batch out",
      .movements,
      "- use: gather slip",
      "- delay for: 1 s",
      lowers: "zone.declarations.count"
    ),
    Change(
      "by-status in",
      .movements,
      "delay for: <slip preparation time>",
      "delay for: 50 h",
      raises: "flow.goods.clearance.mean"
    ),
    Change(
      "by-status out",
      .movements,
      "delay for: <slip preparation time>",
      "delay for: 50 h",
      raises: "flow.goods.to-left.mean"
    ),
  ]
}
