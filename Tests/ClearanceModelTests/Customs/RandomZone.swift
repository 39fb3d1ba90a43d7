/// A zone of random gates, lanes, papers and firms in customs words, as the text of a scenario.
///
/// It runs over the last days of a year, on which all that was gathered is declared.
struct RandomZone {
  private var chance: Chance
  private(set) var text = ""

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    text = """
      scenario: zone \(seed)
      starts: 2024-12-2\(number(4...7))
      runs for: \(number(6...9)) d
      seed: \(seed)
      replications: 2
      gates:
        main:
          joins: \(one(of: ["shortest queue", "random"]))
          turn-out: \(number(0...2))
          open: \(one(of: ["always", "06:00-22:00", "20:00-09:00"]))
          lanes:

      """
    for way in ["in", "out"] {
      // The first lane takes everything, so that no truck is refused.
      for lane in 0...number(0...3) {
        let serves = lane == 0 ? "" : ", serves: [\(one(of: Self.served))]"
        let technology = one(of: ["manual", "automatic", "contactless"])
        text += "      - {name: \(way)-\(lane), way: \(way)\(serves), technology: \(technology)}\n"
      }
      text += "      - {name: cars-\(way), way: \(way), serves: [cars]}\n"
    }
    text += "yard: {bays: \(number(1...4)), crews: \(number(1...2))"
    text += ", open: \(one(of: ["always", "{mon-fri: 08:00-18:00}"]))"
    text += ", scanner: \(one(of: ["none", "{machines: 1, open: 09:00-17:00}"]))}\n"
    text += "control room: {officers: \(one(of: ["1", "{08:00-20:00: 2, 20:00-08:00: 1}"]))}\n"
    text += "laboratory: {benches: \(number(1...6))}\n"
    text += "warehouses: {supervised: {places: \(number(2...9))}}\n"
    text += "firms:\n"
    let words = ["per shipment", "monthly", "quarterly"]
    text += "  a: {credit: aeo, share: 40%, declares: \(one(of: words))}\n"
    text += "  b: {credit: general, share: 50%, declares: \(one(of: words))}\n"
    text += "  c: {credit: dishonest, share: 10%, declares: per shipment}\n"
    text += flows()
    text += """
      policy: {animal and plant products: "\(one(of: Self.modes))"}
      assumptions:
        form fault share: \(number(0...10))%
        reply amend: \(number(0...40))%
        reply open: \(number(0...40))%
        hit rate general: \(number(1...30))%
        defect share: \(number(0...50))%
        test time: uniform(1 h, 2 d)

      """
  }

  private static let served = [
    "declared", "not-declared", "sundries", "bonded", "non-bonded", "declared, bonded",
    "not-declared, sundries, non-bonded",
  ]
  private static let modes = ["enter first, test later", "test before entry"]

  private mutating func flows() -> String {
    let declared = number(1...8) * 5
    let batch = number(1...5) * 5
    let sundries = number(0...4) * 5
    let papers =
      "declared: \(declared)%, batch: \(batch)%, sundries: \(sundries)%, "
      + "by-status: \(100 - declared - batch - sundries)%"
    return """
      flows:
        goods:
          visits per day: \(number(10...50))
          convoys: \(one(of: ["1", "3", "discrete(1 = 50%, 5 = 50%)"]))
          vehicles: {van: 30%, truck: 30%, semi: 40%}
          papers: {\(papers)}
          \(one(of: ["status: {bonded: 60%, non-bonded: 40%}", "weekend factor: 0.5"]))
          empty one way: \(number(0...9) * 10)%
          trucks per declaration: \(number(1...4))
        products: {visits per day: \(number(1...9)), goods: animal and plant products, sampled share: 60%}
        cars: {cars per day: \(number(5...60))}

      """
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { chance.number(range) }

  private mutating func one(of list: [String]) -> String { chance.one(of: list) }
}
