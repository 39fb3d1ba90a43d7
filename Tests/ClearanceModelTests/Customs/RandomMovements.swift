/// A zone of random firms, movements and switches with their papers, as the text of a scenario.
///
/// It runs over the end of a year, on which all that was gathered is declared, and a little on.
struct RandomMovements {
  private var chance: Chance
  private(set) var text = ""

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    text = """
      scenario: papers \(seed)
      starts: 2024-12-\(chance.number(10...20))
      runs for: \(chance.number(16...24)) d
      seed: \(seed)
      replications: 2
      \(chance.one(of: ["", "calendar: china"]))
      gates:
        main:
          turn-out: \(chance.number(0...1))
          lanes: [{name: in-1, way: in}, {name: in-2, way: in}, {name: out-1, way: out}]
      yard: {bays: \(chance.number(1...3)), crews: \(chance.number(1...2))}
      document office:
        officers: \(chance.number(1...3))
        open: \(chance.one(of: ["always", "{mon-fri: 08:00-18:00}"]))

      """
    text += firms() + flows() + policy()
    text += """
      assumptions:
        hit rate general: \(chance.number(0...30))%
        defect share: \(chance.number(0...50))%
        reply open: \(chance.number(0...30))%
        completion time: uniform(1 d, \(chance.number(2...20)) d)
        declares late share: \(chance.number(0...60))%
        declares late by: uniform(1 d, 3 d)
        items a slip: \(chance.number(1...12))
        counterparties: \(chance.number(1...5))
        merged items limit: \(chance.number(20...50))
        tax payment time: uniform(10 min, \(chance.number(1...20)) d)
        mixing error share: \(chance.number(0...30))%
        stocktake every: \(chance.number(2...9)) d
        consolidated bonded share: \(chance.number(0...10) * 5)%
        consolidated exported-in share: \(chance.number(0...10) * 5)%

      """
  }

  private mutating func firms() -> String {
    let periods = ["per shipment", "monthly", "quarterly"]
    var text = "firms:\n"
    // The last one loses its credit during the run.
    for (name, credit, share) in [("a", "aeo", 40), ("b", "general", 45), ("c", "general", 15)] {
      let business = chance.one(of: ["manufacturing", "logistics", "trading"])
      let period = name == "c" ? periods[0] : chance.one(of: periods)
      let stock = chance.one(of: ["1 d", "20 d", "60 d"])
      let line = chance.one(of: ["200000", "1 million", "20 million"])
      text += "  \(name): {credit: \(credit), share: \(share)%, business: \(business)"
      if name == "c" { text += ", credit changes: {2024-12-24: dishonest}" }
      text += ", items: \(chance.number(1...40)), declares: \(period), opening stock: \(stock)"
      text +=
        ", guarantee: \(line) yuan, goods: \(chance.one(of: ["general", "food", "auto-parts"]))}\n"
    }
    return text
  }

  private mutating func flows() -> String {
    let into = [
      "first-line", "enter-first", "two-step", "second-line", "batch", "by-status", "sundries",
      "empty",
    ]
    let out = ["first-line", "second-line", "batch", "by-status", "sundries", "empty"]
    let consolidated = ["consolidated-abroad", "consolidated-inland"]
    return """
      flows:
        goods:
          visits per day: \(chance.number(20...50))
          vehicles: {van: 30%, truck: 30%, semi: 40%}
          documents per truck: discrete(1 = 60%, 2 = 20%, 3 = 20%)
          movements:
            in: \(chance.shares(of: into))
            out: \(chance.shares(of: out + consolidated))
        lots:
          visits per day: \(chance.number(4...20))
          weekend factor: 0.5
          trucks per declaration: \(chance.number(2...5))
          movements:
            in: \(chance.shares(of: into))
            out: \(chance.shares(of: out))

      """
  }

  private mutating func policy() -> String {
    let states = ["on", "off", "50%"]
    return """
      policy:
        advance declaration: {share: \(chance.number(0...10) * 10)%, lead: \(chance.number(1...30)) h}
        two-step: \(chance.one(of: states))
        four-self-one-simplification: \(chance.one(of: states))
        split release: \(chance.one(of: ["on", "off"]))
        mix two-step: \(chance.one(of: ["on", "off"]))
        tariff election: \(chance.one(of: states))
        rate date: \(chance.one(of: ["acceptance", "gate"]))
        guarantee waiver: \(chance.one(of: ["on", "off"]))
        lateness blocks: \(chance.one(of: ["on", "off"]))
        goods by status: \(chance.one(of: ["on", "off"]))

      """
  }
}
