import ClearanceRecords
import EventSimulation
import Foundation
import ResultStore
import Studies
import Testing

@testable import Reports
@testable import Studies

/// Stories made by hand, with everything that can happen to a truck.
@Suite struct ExplainTextTests {
  private static func minute(_ minute: Double) -> SimulatedTime {
    SimulatedTime(rounding: minute * 60e6)
  }

  private static func event(
    _ at: Double,
    _ what: TruckEvent.What,
    companion: UInt32 = 0
  ) -> TruckEvent {
    TruckEvent(at: minute(at), what: what, companion: companion)
  }

  private static func visit(
    _ place: String,
    _ at: Double,
    _ start: Double?,
    _ left: Double?,
    _ outcome: Outcome = .completed,
    ahead: (Int, Int) = (0, 0),
    overtakers: Int = 0,
    closures: [TruckVisit.Closure] = [],
    holders: [TruckVisit.Holder] = []
  ) -> TruckEvent {
    let visit = TruckVisit(
      place: place,
      outcome: outcome,
      arrivedAt: minute(at),
      startedAt: start.map(minute),
      leftAt: left.map(minute),
      wait: minute((start ?? left ?? 3000) - at),
      waitingAhead: ahead.0,
      inServiceAhead: ahead.1,
      overtakers: overtakers,
      closures: closures,
      holders: holders
    )
    return TruckEvent(at: minute(at), what: .visit(visit))
  }

  private static func story(
    _ events: [TruckEvent],
    source: ExplainResult.Source = .recorded,
    className: String = "aeo",
    startsOn: String? = "2024-03-04",
    knowsOpeningHours: Bool = true,
    papers: TruckPapers? = nil
  ) -> ExplainResult {
    ExplainResult(
      database: "zone.sqlite",
      run: 3,
      scenario: "bonded zone, main gate",
      startsOn: startsOn,
      replication: 2,
      source: source,
      fingerprint: "84bd7792bbcea4e1",
      truck: "goods#17",
      className: className,
      stay: TruckRow(
        number: 17,
        flow: 0,
        classIndex: 0,
        outcome: .completed,
        arrivedAt: minute(1925),
        clearedAt: minute(1984),
        leftAt: .never
      ),
      events: events,
      knowsOpeningHours: knowsOpeningHours,
      papers: papers
    )
  }

  private static let long = story(
    [
      event(1925, .arrived),
      event(1925, .document(name: "form in", state: "applied")),
      event(1925, .step(name: "delay", of: nil, until: minute(1935))),
      visit(
        "main-in.in-1",
        1935,
        1947.5,
        1948,
        ahead: (2, 1),
        overtakers: 1,
        closures: [
          .init(from: minute(1935), until: minute(1937)),
          .init(from: minute(1940), until: minute(1941)),
        ],
        holders: [
          .init(
            truck: "goods#12",
            time: minute(6),
            elsewhere: [
              .init(place: "main-turn-out", waited: minute(2), served: .zero),
              .init(place: "control-room", waited: minute(1), served: minute(2.5)),
            ],
            documents: [.init(name: "form in", state: "refused")]
          ),
          .init(truck: "goods#14", time: minute(1), elsewhere: [], documents: []),
          .init(
            truck: "goods#15",
            time: minute(0.5),
            elsewhere: [.init(place: "yard", waited: .zero, served: minute(0.5))],
            documents: []
          ),
          .init(truck: "goods#16", time: minute(0.25), elsewhere: [], documents: []),
        ]
      ),
      event(1948, .document(name: "form in", state: "passed")),
      event(1948, .gathered(collection: "monthly", closing: 1)),
      event(1948, .gathered(collection: "quarterly", closing: nil)),
      visit(
        "yard",
        1948,
        1978,
        1984,
        closures: [.init(from: minute(1948), until: minute(1978))]
      ),
      event(1984, .cleared),
      event(1984, .companionStarted(procedure: "declare", gathered: nil), companion: 4),
      visit("store", 1984, 1984, 1984.1),
      visit("full", 1985, nil, 1985, .turnedAway),
      visit("last", 1986, 1990, nil, .inServiceAtEnd, ahead: (0, 1)),
      event(
        2100,
        .companionStarted(procedure: "declare together", gathered: 12),
        companion: 9
      ),
      event(2100, .document(name: "declaration", state: "submitted"), companion: 9),
      event(2101, .companionEnded, companion: 9),
      event(2990, .step(name: "delay", of: "leave", until: nil)),
      visit(
        "laboratory",
        2995,
        nil,
        nil,
        .waitingAtEnd,
        closures: [.init(from: minute(2998), until: nil)]
      ),
      event(3000, .stillInside),
    ],
    source: .simulatedAgain
  )

  @Test func english() {
    #expect(
      ExplainText.text(Self.long, .en) == """
        Truck goods#17, class aeo
        replication 2 of run 3 in zone.sqlite: bonded zone, main gate
        Simulated again from the recorded scenario; it took the recorded course (fingerprint
          84bd7792bbcea4e1).
        Day 0 is 2024-03-04.

        1 08:05:00  arrives
        1 08:05:00  form in: applied
        1 08:05:00  delay, until 1 08:15:00
        1 08:15:00  main-in.in-1: waits 12.5 min, there for 30.0 s until 1 08:28:00
                      - ahead when it came: 2 waiting, 1 in service
                      - closed until 1 08:17:00
                      - closed from 1 08:20:00 until 1 08:21:00
                      - 1 truck that came later went first
                      - goods#12 had it for 6.0 min and kept it while waiting at main-turn-out for 2.0 min,
                          waiting at control-room for 60.0 s and served there for 2.5 min (form in: refused)
                      - goods#14 had it for 60.0 s
                      - goods#15 had it for 30.0 s and kept it while served at yard for 30.0 s
                      - and 1 truck more had it for less
        1 08:28:00  form in: passed
        1 08:28:00  added to monthly, for closing 1
        1 08:28:00  added to quarterly, after the last closing
        1 08:28:00  yard: waits 30.0 min, there for 6.0 min until 1 09:04:00
                      - nobody was ahead
                      - closed until 1 08:58:00
        1 09:04:00  cleared
        1 09:04:00  (companion 4) begins declare
        1 09:04:00  store: no wait, there for 6.00 s until 1 09:04:06
        1 09:05:00  turned away at full: full, or its queue too long
        1 09:06:00  last: waits 4.0 min, there from 1 09:10:00, not over
                      - ahead when it came: 0 waiting, 1 in service
        1 11:00:00  (companion 9) begins declare together for 12 gathered; declaration: submitted
        1 11:01:00  (companion 9) is done
        2 01:50:00  delay (leave), not over
        2 01:55:00  laboratory: waits 5.0 min, still waiting when the run ends
                      - nobody was ahead
                      - closed from 2 01:58:00
        2 02:00:00  still inside when the run ends

        Waited 51.5 min in all: yard 30.0 min, main-in.in-1 12.5 min, laboratory 5.0 min, last 4.0 min.
        """
    )
  }

  @Test func chinese() {
    #expect(
      ExplainText.text(Self.long, .zh) == """
        车辆goods#17，类别aeo
        zone.sqlite，运行3，第2次仿真：bonded zone, main gate
        依据记录的方案重新仿真，过程与记录一致（指纹84bd7792bbcea4e1）。
        第0日为2024-03-04。

        1 08:05:00  到达
        1 08:05:00  form in：applied
        1 08:05:00  延时，至1 08:15:00
        1 08:15:00  main-in.in-1：等待12.5分钟，办理30.0秒，至1 08:28:00
                      - 到达时前方有2辆等待、1辆正在办理
                      - 至1 08:17:00方开放
                      - 1 08:20:00至1 08:21:00未开放
                      - 后到的1辆车先行办理
                      - goods#12占用6.0分钟，其间未让出：在main-turn-out等待2.0分钟，在control-room等待60.0
                          秒、办理2.5分钟（form in：refused）
                      - goods#14占用60.0秒
                      - goods#15占用30.0秒，其间未让出：在yard办理30.0秒
                      - 另有1辆车占用较短时间
        1 08:28:00  form in：passed
        1 08:28:00  归入monthly，第1期
        1 08:28:00  归入quarterly，此后不再集中申报
        1 08:28:00  yard：等待30.0分钟，办理6.0分钟，至1 09:04:00
                      - 前方无车
                      - 至1 08:58:00方开放
        1 09:04:00  放行
        1 09:04:00  （随附4）开始办理declare
        1 09:04:00  store：无需等待，办理6.00秒，至1 09:04:06
        1 09:05:00  full已满或排队过长，被劝返
        1 09:06:00  last：等待4.0分钟，1 09:10:00起办理，未结束
                      - 到达时前方有0辆等待、1辆正在办理
        1 11:00:00  （随附9）开始办理declare together，归集12份；declaration：submitted
        1 11:01:00  （随附9）办结
        2 01:50:00  延时（leave），未结束
        2 01:55:00  laboratory：等待5.0分钟，仿真结束时仍在等待
                      - 前方无车
                      - 2 01:58:00起未开放
        2 02:00:00  仿真结束时仍在场内

        合计等待51.5分钟：yard 30.0分钟、main-in.in-1 12.5分钟、laboratory 5.0分钟、last 4.0分钟。
        """
    )
  }

  @Test func aShortStory() {
    let story = Self.story(
      [Self.event(5, .arrived), Self.event(5, .left(turnedAway: true))],
      className: "",
      startsOn: nil,
      knowsOpeningHours: false
    )
    #expect(
      ExplainText.text(story, .en) == """
        Truck goods#17
        replication 2 of run 3 in zone.sqlite: bonded zone, main gate
        Opening hours are not known, as the recorded scenario cannot be read here.

        0 00:05:00  arrives
        0 00:05:00  is turned away

        It waited nowhere.
        """
    )
    #expect(ExplainText.text(story, .zh).contains("被劝返"))
    #expect(ExplainText.text(story, .zh).hasPrefix("车辆goods#17\n"))
  }

  @Test(arguments: Language.allCases)
  func theStoryFitsThePage(language: Language) {
    let name = String(repeating: "gate number 1 查验作业区 ", count: 8)
    let holder = TruckVisit.Holder(
      truck: "goods#12",
      time: .minutes(1),
      elsewhere: [.init(place: name, waited: .minutes(1), served: .minutes(2))],
      documents: [.init(name: name, state: name)]
    )
    let story = Self.story([
      Self.visit(name, 144_000, 144_010, 144_011, holders: [holder]),
      Self.event(144_011, .document(name: name, state: name), companion: 7),
    ])
    for line in ExplainText.text(story, language).split(separator: "\n") {
      #expect(line.displayWidth <= 100, "\(line)")
    }
  }

  @Test func json() throws {
    let text = ExplainJSON.text(Self.long, version: "1.2.3")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["source"] as? String == "simulated again")
    #expect(object["truck"] as? String == "goods#17")
    #expect(object["leftAt"] is NSNull)
    #expect(object["clearedAt"] as? Double == 119_040.0)
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events.count == Self.long.events.count)
    let kinds = Set(events.compactMap { $0["event"] as? String })
    #expect(
      kinds == [
        "arrived", "document", "step", "visit", "gathered", "cleared", "companion started",
        "companion ended", "still inside",
      ]
    )
    let gate = events[3]
    #expect(gate["waitSeconds"] as? Double == 750)
    #expect(gate["waitingAhead"] as? Int == 2)
    let held = try #require(gate["heldBy"] as? [[String: Any]])
    #expect(held.compactMap { $0["truck"] as? String }.first == "goods#12")
    let closed = try #require(events.last { $0["place"] as? String == "laboratory" }?["closed"])
    #expect((closed as? [[String: Any]])?.first?["until"] is NSNull)
    let waits = try #require(object["waits"] as? [[String: Any]])
    #expect(
      waits.compactMap { $0["place"] as? String }
        == ["yard", "main-in.in-1", "laboratory", "last"]
    )
  }

  // MARK: Papers

  private static func lot(
    _ number: UInt32,
    refusal: String? = nil,
    batch: TruckPapers.Batch? = nil
  ) -> TruckPapers.Lot {
    TruckPapers.Lot(
      number: Int(number),
      firm: "parts-a",
      movement: batch == nil ? "second-line-out" : "batch-out",
      isIn: false,
      status: "bonded",
      state: refusal == nil ? "settled" : "refused",
      refusal: refusal,
      row: row(number, slips: 0, paid: refusal == nil && batch == nil),
      batch: batch
    )
  }

  private static func row(_ number: UInt32, slips: UInt32, paid: Bool) -> ConsignmentRow {
    ConsignmentRow(
      number: number,
      head: number,
      firm: 0,
      flow: 0,
      truck: 17,
      trucks: 2,
      trucksPassed: 2,
      goods: .init(
        movement: 5,
        status: 0,
        phase: 4,
        lines: 12,
        slips: slips,
        declarations: 1,
        kilograms: 17_950,
        cents: 1_016_700
      ),
      amounts: paid ? .init(duty: 1_234_56, vat: 2_000_00, lateFee: 50_00) : .init(),
      times: .init(
        openedAt: minute(1925),
        approvedAt: minute(1930),
        submittedAt: paid ? minute(1930) : .never,
        releasedAt: paid ? minute(3370) : .never,
        paidAt: paid ? minute(3370) : .never
      )
    )
  }

  private static let papers = TruckPapers(
    lots: [
      lot(41), lot(42, refusal: "guarantee"),
      lot(43, batch: .init(number: 77, state: "released", row: row(77, slips: 5, paid: true))),
    ],
    papersWait: minute(192),
    lanesWait: minute(12.5),
    parts: [
      .init(cause: .preparation, time: minute(30)), .init(cause: .office, time: minute(102)),
      .init(cause: .inspection, time: minute(20)), .init(cause: .tax, time: minute(20)),
      .init(cause: .lot, time: minute(10)), .init(cause: .other, time: minute(10)),
    ]
  )

  private static let waiting = story(
    [
      event(1900, .announced), event(1925, .arrived),
      event(
        1925,
        .waitedForPapers(
          .init(
            until: minute(2117),
            time: minute(192),
            parts: [
              .init(cause: .office, time: minute(102)), .init(cause: .tax, time: minute(90)),
            ]
          )
        )
      ),
      event(2990, .waitedForPapers(.init(until: nil, time: minute(10), parts: []))),
      event(3000, .stillInside),
    ],
    papers: papers
  )

  @Test func papersInEnglish() {
    #expect(
      ExplainText.text(Self.waiting, .en) == """
        Truck goods#17, class aeo
        replication 2 of run 3 in zone.sqlite: bonded zone, main gate
        Day 0 is 2024-03-04.

        1 07:40:00  is announced
        1 08:05:00  arrives
        1 08:05:00  waits 3.2 h for its papers, until 1 11:17:00
                      - meanwhile: office 102.0 min, tax 90.0 min
        2 01:50:00  waits 10.0 min for its papers, still waiting when the run ends
        2 02:00:00  still inside when the run ends

        Papers
        41. second-line-out, parts-a: 17,950 kg, 12 lines, 10,167.00 US dollars, bonded, 2 trucks; settled
           opened 1 08:05:00, approved 1 08:10:00 (+5.0 min), submitted 1 08:10:00, released 2 08:10:00
             (+24.0 h), paid 2 08:10:00
           duty 1,234.56 yuan, VAT and consumption tax 2,000.00 yuan, late fee 50.00 yuan
        42. second-line-out, parts-a: 17,950 kg, 12 lines, 10,167.00 US dollars, bonded, 2 trucks; refused
          (beyond the guarantee)
           opened 1 08:05:00, approved 1 08:10:00 (+5.0 min)
        43. batch-out, parts-a: 17,950 kg, 12 lines, 10,167.00 US dollars, bonded, 2 trucks; handed to its
          batch
           opened 1 08:05:00, approved 1 08:10:00 (+5.0 min)
           in batch 77: 5 slips, merged into 12 items, 1 declaration; released
           opened 1 08:05:00, approved 1 08:10:00 (+5.0 min), submitted 1 08:10:00, released 2 08:10:00
             (+24.0 h), paid 2 08:10:00
           duty 1,234.56 yuan, VAT and consumption tax 2,000.00 yuan, late fee 50.00 yuan

        Its papers made it wait: 3.2 h for papers, 12.5 min at lanes and other places. The papers waited
          for: preparation 30.0 min, office 102.0 min, inspection 20.0 min, tax 20.0 min, other trucks of
          the lot 10.0 min, other 10.0 min.
        """
    )
  }

  @Test func papersInChinese() {
    #expect(
      ExplainText.text(Self.waiting, .zh) == """
        车辆goods#17，类别aeo
        zone.sqlite，运行3，第2次仿真：bonded zone, main gate
        第0日为2024-03-04。

        1 07:40:00  预报
        1 08:05:00  到达
        1 08:05:00  等待单证3.2小时，至1 11:17:00
                      - 其间：单证审核102.0分钟、缴税90.0分钟
        2 01:50:00  等待单证10.0分钟，仿真结束时仍在等待
        2 02:00:00  仿真结束时仍在场内

        单证
        41．二线出区，parts-a：17,950千克，12项，10,167.00美元，保税，2辆车；已核扣
           建立 1 08:05:00，审核 1 08:10:00（+5.0分钟），申报 1 08:10:00，放行 2 08:10:00（+24.0小时），缴税
             2 08:10:00
           关税1,234.56元，增值税、消费税2,000.00元，滞报金50.00元
        42．二线出区，parts-a：17,950千克，12项，10,167.00美元，保税，2辆车；退单（担保额度不足）
           建立 1 08:05:00，审核 1 08:10:00（+5.0分钟）
        43．分送集报出区，parts-a：17,950千克，12项，10,167.00美元，保税，2辆车；已归批待集中申报
           建立 1 08:05:00，审核 1 08:10:00（+5.0分钟）
           归入第77批：出入库单5份，归并12项，报关单1票；已放行
           建立 1 08:05:00，审核 1 08:10:00（+5.0分钟），申报 1 08:10:00，放行 2 08:10:00（+24.0小时），缴税
             2 08:10:00
           关税1,234.56元，增值税、消费税2,000.00元，滞报金50.00元

        等待主要由单证造成：单证3.2小时，通道等作业点12.5分钟。单证等待的环节：企业备单30.0分钟、单证审核
          102.0分钟、查验20.0分钟、缴税20.0分钟、同批其他车辆10.0分钟、其他10.0分钟。
        """
    )
  }

  /// The branch is named by the longer time.
  @Test func theBranchOfTheLongerTime() {
    func end(_ papers: Double, _ lanes: Double, _ language: Language) -> String {
      let papers = TruckPapers(
        lots: [],
        papersWait: Self.minute(papers),
        lanesWait: Self.minute(lanes),
        parts: []
      )
      let text = ExplainText.text(Self.story([], papers: papers), language)
      return text.split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(
      end(10, 20, .en)
        == "The lane made it wait: 20.0 min at lanes and other places, 10.0 min for papers."
    )
    #expect(end(10, 20, .zh) == "等待主要由通道造成：通道等作业点20.0分钟，单证10.0分钟。")
    #expect(end(20, 10, .en).hasPrefix("Its papers made it wait: 20.0 min for papers, 10.0 min"))
    #expect(end(0, 0, .en) == "Neither papers nor lanes made it wait.")
    #expect(ExplainText.text(Self.story([], papers: nil), .en).hasSuffix("It waited nowhere."))
  }

  @Test func papersInJSON() throws {
    let text = ExplainJSON.text(Self.waiting, version: "1")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    let papers = try #require(object["papers"] as? [String: Any])
    #expect(papers["branch"] as? String == "papers")
    #expect(papers["papersSeconds"] as? Double == 11_520)
    #expect(papers["lanesSeconds"] as? Double == 750)
    let lots = try #require(papers["consignments"] as? [[String: Any]])
    #expect(lots.map { $0["number"] as? Int } == [41, 42, 43])
    #expect(lots[0]["duty"] as? Int == 123_456)
    #expect(lots[0]["passedAt"] is NSNull)
    #expect(lots[1]["refusal"] as? String == "guarantee")
    let batch = try #require(lots[2]["batch"] as? [String: Any])
    #expect(batch["slips"] as? Int == 5)
    let parts = try #require(papers["waitedFor"] as? [[String: Any]])
    #expect(
      parts.map { $0["cause"] as? String }
        == ["preparation", "office", "inspection", "tax", "lot", "other"]
    )
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events[0]["event"] as? String == "announced")
    #expect(events[2]["event"] as? String == "waited for papers")
    #expect((events[2]["for"] as? [Any])?.count == 2)
    #expect(!ExplainJSON.text(Self.long, version: "1").contains("consignments"))
  }

  @Test func faults() {
    let faults: [(ExplainFault, String, String)] = [
      (
        .noSuchRun(9, runs: [1, 2]), "--run 9: there is no such run; there are: 1, 2",
        "--run 9：没有该编号的运行；现有：1、2"
      ),
      (.noCompleteRun(runs: []), "the file has no runs", "结果文件中没有任何运行"),
      (
        .noCompleteRun(runs: [1]),
        "no run of this file is complete; name one with --run; there are: 1",
        "结果文件中没有已完成的运行；请用 --run 指定；现有：1"
      ),
      (
        .noSuchReplication(3, run: 2, complete: [1]),
        "--replication 3: run 2 has no such complete replication; there are: 1",
        "--replication 3：运行2中没有该次已完成的仿真；现有：1"
      ),
      (
        .noSuchTruck("goods#99", replication: 1, trucks: 42),
        "there is no truck \"goods#99\": 42 trucks of that flow came in replication 1",
        "没有车辆“goods#99”：第1次仿真中该车流共到达42辆车"
      ),
      (
        .otherCourse(replication: 1, found: "0a", recorded: "0b", version: "1.0"),
        "replication 1, simulated again, takes another course than the recorded one (fingerprint 0a, "
          + "recorded 0b by version 1.0); use that version, or run the scenario again with "
          + "--record steps",
        "重新仿真第1次得到的过程与记录不一致（指纹0a，记录为0b，由版本1.0写入）；"
          + "请使用该版本，或加 --record steps 重新运行方案"
      ),
      (
        .unreadableOptions(run: 4),
        "the options of run 4 are in a form that this release does not know",
        "运行4的选项格式本版本无法识别"
      ),
    ]
    for (fault, en, zh) in faults {
      #expect(Wording(.en).studyError(.explain(fault)) == en)
      #expect(Wording(.zh).studyError(.explain(fault)) == zh)
    }
    let file = StudyError.resultsFile(.notADatabase(path: "x.txt"))
    #expect(Wording(.en).studyError(file) == "x.txt: this is no results file")
    #expect(Wording(.zh).studyError(file) == "x.txt：不是结果文件")
  }

  /// What visits do not tell by their times: blocked servers, interruptions, failures, company.
  @Test func whatElseKeepsTrucks() {
    var visit = TruckVisit(
      place: "s",
      outcome: .completed,
      arrivedAt: Self.minute(1),
      startedAt: Self.minute(6),
      leftAt: Self.minute(16),
      wait: Self.minute(5),
      waitingAhead: 0,
      inServiceAhead: 0,
      overtakers: 0,
      closures: [],
      holders: []
    )
    visit.blocked = Self.minute(2)
    visit.traits = TruckVisit.Traits(company: 3, fails: true, interrupts: true)
    let event = TruckEvent(at: visit.arrivedAt, what: .visit(visit))
    #expect(
      Wording(.en).sentence([event])
        == "s: waits 5.0 min, there for 10.0 min until 0 00:16:00, interruptions included, of which "
        + "2.0 min blocked after service"
    )
    #expect(
      Wording(.zh).sentence([event])
        == "s：等待5.0分钟，办理10.0分钟（含中断时间）（办完后因前方无位滞留2.0分钟），至0 00:16:00"
    )
    #expect(
      Wording(.en).reasons(visit) == [
        "nobody was ahead", "a server waits until 3 trucks are there",
        "its servers fail, and are repaired meanwhile",
      ]
    )
    #expect(Wording(.zh).reasons(visit).dropFirst() == ["每个作业位凑足3辆车才开始办理", "该作业点会故障，修复期间不办理"])
    let step = TruckEvent.What.step(name: "do in parallel", of: nil, until: Self.minute(3))
    #expect(Wording(.zh).sentence([TruckEvent(at: .zero, what: step)]) == "同时进行多项，至0 00:03:00")
  }
}
