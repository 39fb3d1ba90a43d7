/// Networks with a product form.
extension ExactCase {
  static var familyK: [ExactCase] { [feedback, tandem] }

  private static var feedback: ExactCase {
    ExactCase(
      id: "K-FB",
      model: "M/M/1 with feedback, load 0.8",
      source: "Jackson, Operations Research 5 (1957)",
      values: [
        ExactValue(name: "L", measure: "gate.present.mean", exact: 4, kind: .mean),
        ExactValue(name: "T", measure: "flow.trucks.clearance.mean", exact: 600, kind: .mean),
      ],
      load: 0.8
    )
  }

  private static var tandem: ExactCase {
    let loads = [0.7, 0.7 / 0.9, 0.7 / 0.8]
    let present = loads.map { $0 / (1 - $0) }.reduce(0, +)
    return ExactCase(
      id: "K-TAND3",
      model: "three M/M/1 in tandem, loads 0.7, 0.778 and 0.875",
      source: "Jackson, Operations Research 5 (1957)",
      values: [
        ExactValue(name: "L", measure: "zone.present.mean", exact: present, kind: .mean),
        ExactValue(
          name: "T",
          measure: "flow.trucks.clearance.mean",
          exact: 60 * present / 0.7,
          kind: .mean
        ),
      ],
      load: 0.875
    )
  }
}
