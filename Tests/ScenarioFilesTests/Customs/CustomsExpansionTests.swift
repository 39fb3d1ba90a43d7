import RandomVariates
import Testing

@testable import ScenarioFiles

@Suite("Expansion of customs words")
struct CustomsExpansionTests {
  private func root(_ change: (String, String)...) throws -> SourceNode {
    var text = acceptedZone
    for (old, new) in change {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let expansion = try expansion(of: text)
    #expect(expansion.problems.problems.problems == [])
    return expansion.tree.root
  }

  @Test("is written as YAML that reads as the same tree")
  func yaml() throws {
    let tree = try expansion(of: acceptedZone).tree
    let again = try SourceTree.parse(tree.yaml, file: "again.yaml")
    let origin = SourcePosition(line: 1, column: 1)
    #expect(again.yaml == tree.yaml)
    #expect(plain(again.root) == plain(tree.root))
    #expect(again.root.moved(to: origin).kind == .mapping)
  }

  /// A node without places and quotes.
  private func plain(_ node: SourceNode) -> String {
    switch node.content {
    case .null, .made: "~"
    case .scalar(let text, _): "'\(text)'"
    case .sequence(let items): "[\(items.map(plain).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \(plain($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test("leaves no customs word at the top, and keeps general ones")
  func top() throws {
    let root = try root(
      ("runs for: 7 d", "runs for: 7 d\nwarm up: 1 d\nstations: {my-lot: {servers: 2}}")
    )
    let keys = root.entries?.map(\.key) ?? []
    for key in Vocabulary.customsKeys { #expect(!keys.contains(key), "\(key)") }
    #expect(root["warm up"]?.text == "1 d")
    #expect(root.at("stations", "my-lot", "servers")?.text == "2")
    #expect(root.at("stations", "yard", "servers")?.text == "4")
    #expect(root["classes"]?.texts == ["aeo", "general", "dishonest"])
  }

  @Test("a station of the scenario's own replaces the one of its name")
  func ownStation() throws {
    let root = try root(("runs for: 7 d", "runs for: 7 d\nstations: {outer-lot: {servers: 9}}"))
    #expect(root.at("stations", "outer-lot", "servers")?.text == "9")
    #expect(root["stations"]?.entries?.count { $0.key == "outer-lot" } == 1)
  }

  @Test("lanes take what they serve and have the properties of their technology")
  func lanes() throws {
    let root = try root()
    let automatic = root.at("stations", "main-in", "lanes", "0")
    #expect(automatic?.at("takes", "lane kind")?.texts == ["declared"])
    #expect(automatic?.at("takes", "status") == nil)
    #expect(automatic?.at("properties", "pass")?.text == "lognormal(mean = 20 s, sd = 5 s)")
    #expect(automatic?.at("properties", "gap")?.text == "uniform(4 s, 8 s)")
    #expect(automatic?.at("properties", "by hand")?.text == "0")
    let contactless = root.at("stations", "main-in", "lanes", "1")
    #expect(contactless?.at("takes", "lane kind")?.texts == ["not-declared", "sundries"])
    #expect(contactless?.at("properties", "gap")?.text == "0 s")
    let manual = root.at("stations", "main-out", "lanes", "0")
    #expect(manual?.at("takes") == nil)
    #expect(manual?.at("properties", "by hand")?.text == "1")
    #expect(manual?.at("properties", "unread plate")?.text == "0%")
    #expect(root.at("stations", "main-in", "queue space")?.text == "120 m")
    #expect(root.at("stations", "main-cars-in", "lanes", "0", "servers")?.text == "1")
  }

  @Test("hours turn into shifts of a week that begins on the weekday of the start")
  func hours() throws {
    // 2024-03-06 is a Wednesday.
    let root = try root(("2024-03-04", "2024-03-06"))
    let lane = root.at("stations", "main-in", "lanes", "0")
    #expect(lane?.at("servers", "0", "from")?.text == "0 us")
    #expect(lane?.at("servers", "0", "count")?.text == "0")
    #expect(lane?.at("servers", "1", "from")?.text == "7.5 h")
    #expect(lane?["repeats every"]?.text == "7 d")
    #expect(lane?["on closing"]?.text == "finish")
    let crew = root.at("stations", "crew")
    let from = crew?["servers"]?.items?.compactMap { $0["from"]?.text } ?? []
    // Wednesday to Friday 8–12 and 13:30–18, Saturday 9–12, then Monday and Tuesday.
    #expect(from.count == 1 + 3 * 4 + 2 + 2 * 4)
    #expect(from[1...4] == ["8 h", "12 h", "13.5 h", "18 h"])
    #expect(from[13...14] == ["81 h", "3.5 d"])
    #expect(crew?["on closing"]?.text == "return to queue")
  }

  @Test("a week's rates add up to its visits, whatever the convoys and the weekday of the start")
  func rates() throws {
    for start in ["2024-03-04", "2024-03-08"] {
      let root = try root(
        ("2024-03-04", start),
        ("convoys: 1", "convoys: discrete(1 = 50%, 3 = 50%)")
      )
      let profile = root.at("arrivals", "goods", "profile")
      let rates = profile?["per h"]?.texts.compactMap(Double.init) ?? []
      #expect(rates.count == 168)
      // 5 days of 100 and 2 of 25, in convoys of 2 on average.
      #expect(abs(rates.reduce(0, +) - 275) < 1e-6)
      let friday = start == "2024-03-08" ? 0 : 4
      let saturday = (friday + 1) % 7
      #expect(abs(rates[saturday * 24 + 9] - rates[friday * 24 + 9] / 4) < 1e-9)
      #expect(root.at("arrivals", "goods", "batch")?.text == "discrete(1 = 50%, 3 = 50%)")
    }
  }

  @Test("a vehicle that may come at night only keeps its day's total")
  func restrictedVehicles() throws {
    let root = try root(
      ("convoys: 1", "convoys: 1\n    may arrive: {semi: 23:00-05:30}"),
      ("vehicles:", "vehicles:")
    )
    let flow = root.at("arrivals", "goods")
    #expect(flow?.at("profile", "step")?.text == "30 min")
    let rates = flow?.at("profile", "per h")?.texts.compactMap(Double.init) ?? []
    let rows = flow?.at("attributes", "vehicle", "per step")?.items ?? []
    #expect(rates.count == 336)
    #expect(rows.count == 48)
    var semis = 0.0
    var total = 0.0
    for (rate, row) in zip(rates, rows) {
      let shares = (row.entries ?? []).map { (try? parseShare($0.value.text ?? "")) ?? 0 }
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      semis += rate / 2 * ((row["semi"]?.text).flatMap { try? parseShare($0) } ?? 0)
      total += rate / 2
    }
    #expect(abs(total - 100) < 1e-6)
    #expect(abs(semis - 40) < 1e-6)
    // Noon: no semi; after midnight, where the profile is all zero but for 5:00: semis alone.
    #expect(rows[24].entries?.map(\.key) == ["van", "truck"])
    #expect(rates[10] > 0 && rows[10].entries?.map(\.key).contains("semi") == true)
  }

  @Test("where all allowed hours have weight zero a vehicle is spread evenly")
  func evenNight() throws {
    let root = try root(("convoys: 1", "convoys: 1\n    may arrive: {semi: 00:00-04:00}"))
    let rates =
      root.at("arrivals", "goods", "profile", "per h")?.texts.compactMap(Double.init) ?? []
    for hour in 0..<4 { #expect(abs(rates[hour] - 10) < 1e-9) }
  }

  @Test("banks come every day, fewer at weekends, as large as ever")
  func banks() throws {
    let root = try root(
      (
        """
            visits per day: 100
            weekend factor: 0.25
            profile: qinhuangdao
            convoys: 1
        """,
        """
            banks: {at: [05:40, 02:10], size: "discrete(3 = 50%, 8 = 50%)"}
            weekend factor: 0.5
        """
      )
    )
    let flow = root.at("arrivals", "goods")
    let times = flow?["at"]?.texts ?? []
    #expect(times.count == 12)
    #expect(times.prefix(2) == [minutesText(130), minutesText(340)])
    // Of the four banks at the weekend the second and the fourth.
    #expect(times.suffix(2) == [minutesText(5 * 1440 + 340), minutesText(6 * 1440 + 340)])
    #expect(flow?["batch"]?.text == "discrete(3 = 50%, 8 = 50%)")
  }

  @Test("firms give classes, shares and how batches are declared")
  func firms() throws {
    let root = try root()
    let flow = root.at("arrivals", "goods")
    #expect(root.at("attributes", "firm")?.texts == ["parts", "others"])
    #expect(flow?.at("attributes", "firm", "parts")?.text == "20%")
    #expect(flow?.at("class by", "firm", "parts")?.text == "aeo")
    #expect(
      flow?.at("with", "declares")?.text == "firm(parts = monthly, others = per shipment)"
    )
    #expect(flow?.at("with", "reply")?.text == "reply in turn-out")
    #expect(flow?.at("with", "inspection")?.text == "inspect")
  }

  @Test("a flow sets assumptions for itself")
  func flowAssumptions() throws {
    let root = try root(
      ("convoys: 1", "convoys: 1\n    papers ready: 80%\n    hit rate factor: 0.5")
    )
    #expect(root.at("arrivals", "goods", "with", "papers ready")?.text == "80%")
    #expect(root.at("arrivals", "goods", "with", "hit rate factor")?.text == "0.5")
    #expect(root.at("values", "weight tolerance")?.text == "4%")
    #expect(root.at("values", "paper wait")?.text == Assumption.named("paper wait")?.defaultText)
  }

  @Test("without a turn-out and a yard other procedures are used, and no such stations made")
  func withoutTurnOut() throws {
    let root = try root(
      ("open: 07:30-20:00", "turn-out: 0"),
      (
        """
        yard:
          bays: 4
          open: {mon-fri: [08:00-12:00, 13:30-18:00], sat: 09:00-12:00}
          scanner: {machines: 1, open: 08:00-12:00}

        """, ""
      ),
      ("convoys: 1", "convoys: 1\n    hit rate factor: 0")
    )
    let stations = root["stations"]?.entries?.map(\.key) ?? []
    for name in ["main-turn-out", "yard", "crew", "scanner", "laboratory", "port-store"] {
      #expect(!stations.contains(name), "\(name)")
    }
    #expect(root.at("arrivals", "goods", "with", "reply")?.text == "reply in lane")
    #expect(root.at("arrivals", "goods", "with", "look")?.text == "spot check at gate")
    let procedures = root["procedures"]?.entries?.map(\.key) ?? []
    #expect(procedures.contains("reply in lane") && procedures.contains("car visit"))
    #expect(!procedures.contains("reply in turn-out") && !procedures.contains("inspect"))
  }

  @Test("goods and policy choose the procedure")
  func goods() throws {
    let change = ("convoys: 1", "convoys: 1\n    goods: animal and plant products")
    let first = try root(change)
    #expect(first.at("arrivals", "goods", "procedure")?.text == "enter first test later")
    #expect(first.at("stations", "laboratory", "servers")?.text == "4")
    let later = try root(
      change,
      ("policy:", "policy:\n  animal and plant products: test before entry")
    )
    #expect(later.at("arrivals", "goods", "procedure")?.text == "test before entry")
    #expect(later.at("stations", "port-store", "servers")?.text == "unlimited")
    #expect(later.at("stations", "supervised-warehouse") == nil)
  }

  @Test("what customs words say is read back")
  func summary() throws {
    let customs = try expansion(of: acceptedZone).customs
    #expect(customs.zone == "example")
    #expect(customs.starts == CalendarDate(year: 2024, month: 3, day: 4))
    #expect(customs.flows == ["goods", "cars"])
    #expect(customs.gates.map(\.queueSpace) == [120])
    #expect(
      customs.gates[0].stations == ["main-in", "main-out", "main-cars-in", "main-cars-out"]
    )
    #expect(customs.gates[0].lanes.map(\.place).first == "main-in.in-1")
    #expect(customs.firms.map(\.declares) == ["monthly", "per shipment"])
    let set = customs.assumptions.filter(\.isSet)
    #expect(set.map(\.key) == ["weight tolerance"])
    #expect(set.first?.value == "4%")
    #expect(customs.assumptions.contains { $0.key == "card pass" })
    #expect(!customs.assumptions.contains { $0.key == "test time" || $0.key == "aeo share" })
    // Between 20:00 and 7:30 come 8 of 100 trucks.
    guard case .comesWhenClosed("goods", "main", let share) = customs.notes.first else {
      Issue.record("\(customs.notes)")
      return
    }
    #expect(abs(share - 0.06) < 1e-9)
  }
}
