/// A change for each procedure of inspection modes.
extension ShippedProcedureChangeTests {
  static let modes = [
    Change(
      "sample then release",
      .modes,
      "          - use: keep in store",
      "          - delay for: 20 h\n          - use: keep in store",
      raises: "flow.imports.to-usable-sample-then-release.mean"
    ),
    Change(
      "inspect at port",
      .modes,
      "delay for: <port to gate>",
      "delay for: 40 h",
      raises: "flow.imports.to-entered-inspect-at-port.mean"
    ),
    Change(
      "inspect in zone",
      .modes,
      "          - use: keep in store",
      "          - delay for: 5 d\n          - use: keep in store",
      raises: "flow.imports.to-usable-inspect-in-zone.mean"
    ),
    Change(
      "inspect at final place",
      .modes,
      "delay for: <way to final place>",
      "delay for: 90 h",
      raises: "flow.imports.to-usable-inspect-at-final-place.mean"
    ),
    Change(
      "exempt on re-exit",
      .modes,
      "delay for: <stay before re-exit>",
      "delay for: 1 h",
      lowers: "flow.transit.to-taken-out.mean"
    ),
    Change(
      "image first",
      .modes,
      "machine share: 1",
      "machine share: 0",
      lowers: "yard.scanned.count"
    ),
    Change(
      "spot checks",
      .modes,
      "          - mark: entered-<mode>",
      "          - delay for: 3 h\n          - mark: entered-<mode>",
      raises: "flow.native.to-usable.mean"
    ),
  ]

  /// What modes have in common.
  static let underModes = [
    Change(
      "come from the port",
      .modes,
      "delay for: <port to gate>",
      "delay for: 40 h",
      raises: "flow.imports.to-entered-image-first.mean"
    ),
    Change(
      "enter zone",
      .modes,
      "          - mark: entered-<mode>",
      "          - delay for: 3 h\n          - mark: entered-<mode>",
      raises: "flow.imports.to-usable-image-first.mean"
    ),
    Change(
      "declare goods",
      .modes,
      "chance(hit rate)",
      "chance(0)",
      lowers: "main-in.inspected-hit.count"
    ),
    Change(
      "unload",
      .modes,
      "- start: leave",
      "- delay for: 3 d\n  - start: leave",
      raises: "flow.imports.to-usable-inspect-in-zone.mean"
    ),
    Change(
      "release goods",
      .modes,
      "- set: {goods state: released}",
      "- delay for: 5 h\n  - set: {goods state: released}",
      raises: "flow.imports.to-usable-image-first.mean"
    ),
    Change(
      "inspect goods",
      .modes,
      "chance(<machine share>)",
      "chance(0)",
      lowers: "yard.scanned.count"
    ),
    Change(
      "unpack goods",
      .modes,
      "for: <manual unpack>",
      "for: 20 h",
      raises: "crew.service.mean"
    ),
    Change(
      "look at goods",
      .modes,
      "for: <spot check time>",
      "for: 10 h",
      raises: "crew.service.mean"
    ),
    Change(
      "find",
      .modes,
      "    of: belief * <found>\n    out of: non-compliant\n",
      "    of: 2 * belief * <found>\n    out of: non-compliant\n",
      raises: "zone.detected.sum"
    ),
    Change(
      "doubt",
      .modes,
      "    of: suspicion * <found by hand>           # estimate",
      "    of: 2 * suspicion",
      raises: "zone.detected.sum"
    ),
    Change(
      "inspect elsewhere",
      .modes,
      "delay for: <time>",
      "delay for: 20 d",
      lowers: "flow.imports.to-usable-inspect-at-port.count"
    ),
    Change(
      "sample goods",
      .modes,
      "- use: test sample",
      "- delay for: 5 d\n          - use: test sample",
      raises: "flow.imports.to-usable-inspect-in-zone.mean"
    ),
    Change(
      "draw sample",
      .modes,
      "for: <sampling time>",
      "for: 5 h",
      raises: "samplers.service.mean"
    ),
    Change(
      "test sample",
      .modes,
      "for: <test time> * test factor",
      "for: 1 h",
      lowers: "laboratory.service.mean"
    ),
    Change(
      "deal with failed goods",
      .modes,
      "share: <treated share>",
      "share: 0%",
      lowers: "flow.imports.to-usable.count"
    ),
    Change(
      "wait for result",
      .modes,
      "  - sum: recalls\n    of: earlier belief",
      "  - sum: recalls\n    of: 2 * earlier belief",
      raises: "zone.recalls.sum"
    ),
    Change(
      "let units out",
      .modes,
      "delay for: <time between units>",
      "delay for: 10 d",
      lowers: "flow.imports.to-taken-out.count"
    ),
    Change(
      "take unit out",
      .modes,
      "  - mark: taken-out",
      "  - delay for: 2 d\n  - mark: taken-out",
      raises: "flow.imports.to-taken-out.mean"
    ),
  ]
}
