import ClearanceModel
import EventSimulation
import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite struct CustomsCheckTextTests {
  /// The words behind, as a compiler would lay them out.
  private func check() throws -> CheckResult {
    let loaded = try Samples.loaded(CustomsSamples.text())
    var plan = loaded.plan
    plan.attributes = [
      AttributePlan(name: "vehicle", kind: .words(["van", "truck", "semi"])),
      AttributePlan(name: "measured", kind: .number(.weight)),
      AttributePlan(name: "length", kind: .number(.length)),
      AttributePlan(name: "firm", kind: .words(["parts-a", "others"])),
      AttributePlan(
        name: "form in",
        kind: .states(
          ["draft", "applied", "passed", "void"],
          following: [[1], [2, 3], [], []]
        )
      ),
    ]
    // The way out has the same states, and is read out beside the way in.
    plan.attributes.append(AttributePlan(name: "form out", kind: plan.attributes[4].kind))
    plan.collections = [
      CollectionPlan(
        name: "monthly",
        keys: [3],
        closings: [
          .init(cut: .days(28), due: .days(57) + .hours(9)),
          .init(cut: .days(58), due: .days(87)),
        ],
        countAttribute: nil,
        firstStep: 0
      )
    ]
    let goods = try #require(plan.flows.firstIndex { $0.name == "goods" })
    plan.flows[goods].lot = 3
    plan.flows[goods].attributes = [
      FlowAttributePlan(
        attribute: 0,
        isPerLot: false,
        drawStep: 1,
        rows: [
          [
            .init(value: 0, below: 0.25), .init(value: 1, below: 0.6),
            .init(value: 2, below: 1),
          ]
        ]
      ),
      FlowAttributePlan(
        attribute: 1,
        isPerLot: true,
        drawStep: 2,
        rows: [[.init(value: 4_500, below: 1)]]
      ),
      FlowAttributePlan(
        attribute: 3,
        isPerLot: true,
        drawStep: 3,
        step: .hours(1),
        rows: [[.init(value: 0, below: 1)], [.init(value: 1, below: 1)]]
      ),
    ]
    let yard = try #require(plan.places.firstIndex { $0.name == "yard" })
    plan.places[yard].queueSpace = 80
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: plan,
      loads: [
        OfferedLoad(
          place: "yard",
          visitsPerHour: 5,
          serviceSeconds: 3_600,
          servers: 4,
          load: 1.25,
          isHeld: false
        )
      ],
      warnings: []
    )
    result.customs = CustomsSamples.customs()
    result.freeFlow = FreeFlowSample(replications: 5, length: .days(8))
    return result
  }

  @Test func english() throws {
    let text = CheckText.text(try check(), .en, showsSources: true)
    #expect(
      text == """
        a week at the gate
          8 d per replication, of which 1 d are warm-up; 30 replications, seed 7
          classes in order of priority: aeo, general, dishonest

        Customs
          zone qinhuangdao
          time 0 is 2024-03-04 (Monday), midnight
          main: 6 lanes; turn-out for 1 truck; room for a queue of 120 m before the road
            in-1: in; automatic; serves declared, bonded
            in-2: in; contactless; serves not declared, sundries
            out-1: out; automatic; serves declared
            out-2: out; manual; serves not declared
            cars-in: in; for cars
            cars-out: out; for cars
          flows in customs words: goods, cold, cars
          policy: animal and plant products = enter first, test later

        Firms
          parts-a: AEO; declares monthly
          others: general credit; declares each shipment
          cold-b: dishonest; declares quarterly

        Documents
          form in, form out: draft → applied; applied → passed, void; final: passed, void

        Stations
          yard: 4 servers; first come, first served; room for a queue of 80 m
          document-office: 1 server; first come, first served

        Flows
          goods: Poisson arrivals, 5 per h on average; classes: aeo 20%, general 80%; 3 trucks in a lot;
            vehicle: van 25%, truck 35%, semi 40% (for each truck); measured: 4,500 kg; firm: by the clock
            in 2 steps of 1 h; procedure visit
          cold: Poisson arrivals, 1 per h on average; classes: general 100%; procedure visit
          cars: Poisson arrivals, 50 per h on average; classes: general 100%; procedure visit

        Collections
          monthly: one pile for each firm; before 2024-04-01 → 2024-04-30 09:00; before 2024-05-01 →
            2024-05-30

        Procedures
          visit: 6 steps
          --procedures reads out all steps, stations and attributes.

        Offered load
          measured where nobody waits: servers without limit, 5 replications over 8 d
          station  visits/h  mean service  servers    load  note
          yard          5.0      60.0 min        4  125.0%  overloaded

        Assumptions
          * weight tolerance = 5%, set by the scenario (default 3%, range 2% to 10%): deviation from the
            form that passes; default from: practitioner's estimate
          paper wait = 25 min: time until missing papers are there; source: practitioner's estimate
          The scenario rests on 2 assumptions; it has set 1 of them (*).

        warning: 12.3% of the trucks of goods come while the lanes that they need at main are closed, and
          wait until these open.
        6 stations, 3 flows: the scenario is valid.
        """
    )
  }

  @Test func chinese() throws {
    let text = CheckText.text(try check(), .zh, showsSources: true)
    #expect(
      text == """
        a week at the gate
          仿真时长8天（含预热期1天）；共30次仿真，随机种子7
          类别（按优先次序）：aeo、general、dishonest

        海关监管
          综合保税区：qinhuangdao
          仿真起点为2024年3月4日（星期一）零时
          main：6条通道；退出道可停1辆车；公共道路前可排队120米
            in-1：进区；自动；适用报关货物、保税
            in-2：进区；无感；适用非报关货物、便捷进出区物品
            out-1：出区；自动；适用报关货物
            out-2：出区；人工；适用非报关货物
            cars-in：进区；小客车通道
            cars-out：出区；小客车通道
          按海关用语描述的车流：goods、cold、cars
          政策：animal and plant products＝enter first, test later

        企业
          parts-a：高级认证；按月集中申报
          others：一般信用；逐票申报
          cold-b：失信；按季集中申报

        单证
          form in、form out：draft→applied；applied→passed、void；终态：passed、void

        作业点
          yard：4个服务台；先到先服务；可排队80米
          document-office：1个服务台；先到先服务

        车流
          goods：泊松到达，平均每小时5辆次；类别：aeo 20%、general 80%；每批3辆车；vehicle：van 25%、truck
            35%、semi 40%（逐车抽取）；measured：4,500千克；firm：随时间变化，共2个时段，每段1小时；流程：
            visit
          cold：泊松到达，平均每小时1辆次；类别：general 100%；流程：visit
          cars：泊松到达，平均每小时50辆次；类别：general 100%；流程：visit

        归并
          monthly：按firm分别归并；2024-04-01前→2024-04-30 09:00；2024-05-01前→2024-05-30

        流程
          visit：6步
          加 --procedures 可列出全部步骤、作业点和属性。

        负荷测算
          按无排队条件实测：服务台不限，5次仿真，时长8天
          作业点  辆次/小时  平均服务时间  服务台    负荷  备注
          yard          5.0      60.0分钟       4  125.0%  超负荷

        假设参数
          * weight tolerance＝5%，本方案设定（默认3%，范围2%至10%）：放行的重量偏差；默认值来源：业内估计
          paper wait＝25 min：补齐单证所需时间；来源：业内估计
          本方案依据2项假设，其中1项由方案设定（*）。

        注意：车流goods中12.3%的车辆在main相应通道关闭时到达，须等候开放。
        6个作业点，3股车流：方案校验通过。
        """
    )
  }

  /// Asked for, everything behind the customs words is read out.
  @Test func completeText() throws {
    let short = CheckText.text(try check(), .en)
    #expect(short.contains("  * weight tolerance = 5%, set by the scenario (default 3%, range"))
    #expect(!short.contains("practitioner"))
    let full = CheckText.text(try check(), .en, showsProcedures: true)
    for words in [
      "vehicle: one of van, truck, semi", "measured: a weight", "length: a length", "Attributes",
      "main-in: 2 lanes", "1. queue at yard, service time: 60 min",
    ] {
      #expect(full.contains(words) && !short.contains(words), "\(words)")
    }
    #expect(!full.contains("--procedures"))
    let zh = CheckText.text(try check(), .zh, showsProcedures: true)
    #expect(zh.contains("vehicle：取值：van、truck、semi") && zh.contains("measured：重量"))
    for line in (full + "\n" + zh).split(separator: "\n") {
      #expect(line.displayWidth <= 100, "\(line)")
    }
  }

  @Test func withoutDateOrRoom() throws {
    var result = try check()
    result.customs?.starts = nil
    result.customs?.gates[0].turnOut = 0
    result.customs?.gates[0].queueSpace = nil
    let text = CheckText.text(result, .en)
    #expect(text.contains("time 0 is the midnight before a Monday"))
    #expect(text.contains("main: 6 lanes; no turn-out: mismatches are answered in the lane\n"))
    #expect(text.contains("before 28 d → 1377 h"))
    #expect(CheckText.text(result, .zh).contains("无退出道"))
  }

  /// Weekly hours by day and clock, lanes by words, whatever the weekday of time zero.
  @Test(arguments: [nil, CalendarDate(year: 2024, month: 3, day: 7)])
  func weeks(start: CalendarDate?) throws {
    // 2024-03-07 is a Thursday.
    let offset: Int64 = start == nil ? 0 : 3
    var changes: [(Int64, String)] = []
    for day in 0..<Int64(5) {
      for (hour, count) in [(8, 2), (12, 0), (13, 3), (18, 0)] as [(Int64, Int)] {
        let at = (day - offset + 7) % 7 * 24 + hour
        changes.append((at, "{from: \(at) h, count: \(count)}"))
      }
    }
    // Sunday night goes on into Monday.
    let night = (6 - offset + 7) % 7 * 24 + 22
    let morning = (0 - offset + 7) % 7 * 24 + 6
    changes += [
      (night, "{from: \(night) h, count: 1}"), (morning, "{from: \(morning) h, count: 0}"),
    ]
    if offset == 0 { changes.append((0, "{from: 0 h, count: 1}")) }
    if offset != 0 { changes.append((0, "{from: 0 h, count: 0}")) }
    let shifts = changes.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ", ")
    let rates = (0..<168).map { $0 == (2 - offset + 7) % 7 * 24 + 9 ? "9" : "1" }
    var loaded = try Samples.loaded(
      """
      scenario: weeks
      runs for: 14 d
      stations:
        yard: {servers: [\(shifts)], repeats every: 7 d, properties: {gap: "uniform(4 s, 8 s)"}}
        gate: {lanes: [{name: a}, {name: b}]}
      arrivals:
        f: {profile: {per h: [\(rates.joined(separator: ", "))], step: 1 h}, procedure: p}
      procedures: {p: [{serve at: yard, for: 1 s}, {serve at: gate, for: 1 s}]}
      """
    )
    loaded.plan.attributes = [
      AttributePlan(name: "status", kind: .words(["bonded", "non-bonded"])),
      AttributePlan(name: "papers", kind: .words(["declared", "batch", "sundries"])),
    ]
    let lane = try #require(loaded.plan.places.firstIndex { $0.name == "gate.a" })
    loaded.plan.places[lane].takesWords = [
      WordMask(attribute: 0, words: 0b10), WordMask(attribute: 1, words: 0b101),
    ]
    var result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    var customs = CustomsScenario()
    customs.starts = start
    result.customs = customs
    let english = CheckText.text(result, .en).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(
      english.contains(
        "Mon 1 at 00:00–06:00, 2 at 08:00–12:00, 3 at 13:00–18:00; "
          + "Tue–Fri 2 at 08:00–12:00, 3 at 13:00–18:00; Sat closed; Sun 1 at 22:00–24:00"
      ),
      "\(english)"
    )
    #expect(english.contains("9 per h at the peak from Wed 09:00"), "\(english)")
    #expect(
      english.contains("a: 1 server; takes status = non-bonded and papers = declared, sundries")
    )
    #expect(english.contains("b: 1 server; takes all classes"))
    #expect(english.contains("first come, first served; gap = uniform(4 s, 8 s)"))
    let chinese = CheckText.text(result, .zh).filter { !$0.isWhitespace }
    #expect(chinese.contains("周二至周五08:00–12:00开放2个、13:00–18:00开放3个；周六关闭"), "\(chinese)")
  }

  @Test func json() throws {
    let text = CheckJSON.text(try check(), version: "1", .zh)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let object = try #require(value as? [String: Any])
    let customs = try #require(object["customs"] as? [String: Any])
    #expect(customs["zone"] as? String == "qinhuangdao")
    #expect(customs["starts"] as? String == "2024-03-04")
    let gates = try #require(object["gates"] as? [[String: Any]])
    let lanes = try #require(gates.first?["lanes"] as? [[String: Any]])
    #expect(lanes.count == 6 && lanes[3]["technology"] as? String == "manual")
    #expect(lanes[3]["way"] as? String == "out" && lanes[4]["technology"] is NSNull)
    let assumptions = try #require(object["assumptions"] as? [[String: Any]])
    #expect(assumptions.map { $0["set"] as? Bool } == [true, false])
    #expect(assumptions[0]["source"] as? String == "业内估计")
    #expect(assumptions[0]["default"] as? String == "3%" && assumptions[1]["range"] is NSNull)
    #expect((object["firms"] as? [Any])?.count == 3)
    let attributes = try #require(object["attributes"] as? [[String: Any]])
    #expect((attributes[4]["states"] as? [String: [String]])?["applied"] == ["passed", "void"])
    let collections = try #require(object["collections"] as? [[String: Any]])
    let closings = try #require(collections[0]["closings"] as? [[String: Double]])
    let due: [Double?] = [4_957_200, 7_516_800]
    #expect(closings.map { $0["due"] } == due)
    #expect((object["loadsMeasured"] as? [String: Any])?["simulated"] as? String == "8 d")
    // A scenario of the general layer has none of these keys.
    let plain = CheckJSON.text(try Samples.check(), version: "1", .en)
    for key in ["customs", "gates", "attributes", "collections", "loadsMeasured", "assumptions"] {
      #expect(!plain.contains("\"\(key)\""), "\(key)")
    }
  }
}

@Suite struct DatesTests {
  /// Leap days, ends of months and years, against the calendar.
  @Test(arguments: [
    (0, "2023-12-31"), (1, "2024-01-01"), (60, "2024-02-29"), (61, "2024-03-01"),
    (366, "2024-12-31"), (367, "2025-01-01"), (426, "2025-03-01"),
  ])
  func days(_ days: Int, _ text: String) {
    let start = CalendarDate(year: 2023, month: 12, day: 31)
    #expect(Quantities(.en).instant(.days(Int64(days)), from: start) == text)
  }

  @Test func prose() {
    let day = CalendarDate(year: 2024, month: 2, day: 29)
    #expect(Quantities(.en).prose(day) == "2024-02-29 (Thursday)")
    #expect(Quantities(.zh).prose(day) == "2024年2月29日（星期四）")
    let late = SimulatedTime.days(1) + .hours(9)
    #expect(Quantities(.zh).instant(late, from: day) == "2024-03-01 09:00")
    #expect(Quantities(.zh).instant(.days(2), from: nil) == "2天")
  }
}
