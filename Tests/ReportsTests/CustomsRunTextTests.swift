import ClearanceRecords
import Studies
import Testing

@testable import Reports

@Suite struct CustomsRunTextTests {
  @Test func english() throws {
    let text = RunText.summary(try CustomsSamples.run(), .en)
    #expect(
      text == """
        a week at the gate
          8 d per replication, of which 1 d are warm-up; 30 replications, seed 7
          261,019 trucks and 1,234,567 events in all

        Gate capacity, passes per day
        goods lanes  lane type    per day  peak hour  mean wait  p95 wait   max queue  in use  auto-lift
        main in                       100         10     44.0 s   2.2 min  8.8 (96 m)   22.0%      93.0%
          in-1       automatic         60          6     52.0 s   2.6 min        10.4   26.0%      93.0%
          in-2       contactless       40          4     30.0 s    90.0 s           6   15.0%      93.0%
        main out                       98        9.8     20.0 s    60.0 s           4   10.0%      93.0%
          out-1      automatic       57.1        5.7     25.0 s    75.0 s           5   12.5%      93.0%
          out-2      manual          40.9        4.1     15.0 s    45.0 s           3    7.5%
        total                         198
        car lanes  per day  peak hour  mean wait  p95 wait  max queue  in use
        main in      1,200        120     4.00 s    12.0 s        0.8    2.0%
        main out     1,197        120     3.00 s    9.00 s        0.6    1.5%
        total        2,397

        place            arrivals         mean wait         p95 wait  longest     mean queue  in use
        yard                   20  10.00 ± 0.20 min   30.0 ± 1.2 min        –    8.82 ± 0.29  300.0%
        document-office         4      90.0 ± 1.8 s  4.50 ± 0.19 min        –  1.324 ± 0.043   45.0%

        At 198 passes a day, in the peak hour 10 in and 9.8 out, gate main, with 2 lanes in and 2 out, lets
          95% of vehicles wait no longer than 2.2 min (95% confidence interval 2.1–2.3); the longest queue
          is 8.8 vehicles (about 96 m); utilisation of the lanes 22.0% in and 10.0% out; 3.2% of the time
          the queue is longer than the room of 120 m and stands on the road. Most time goes to laboratory:
          69.3%.

        clearance by stage       goods: mean  share      cold: mean   share
        papers              13.68 ± 0.46 min  45.6%
        gate queue           3.00 ± 0.10 min  10.0%
        gate lane            4.50 ± 0.15 min  15.0%
        manual reply            90.0 ± 3.0 s   5.0%
        inspection           6.12 ± 0.20 min  20.4%
        laboratory                                    4.63 ± 0.10 d  100.0%
        other                         72.0 s   4.0%
        to cleared, mean    30.00 ± 0.75 min          4.63 ± 0.12 d
        to cleared, p95       90.0 ± 3.0 min         13.89 ± 0.46 d

        Release forms a day: 198 passed, 2 refused (1.0%).
        Mismatches at the gate a day (share of passes): plate 2 (1.0%), weight 4.0 (2.0%).
        Inspections a day by credit (per pass): AEO 0.40 (1.0%), general credit 3.2 (2.0%). Inspections a
          day: 2.5 on a hit, 0.80 spot checks, 0.30 after a mismatch.
        Slips a day: 50; declarations a day: 3; of them reviewed by hand: 10.0%; document office in use:
          45.0%; p95 wait there: 4.5 min.

        entry and use   mean to entry     p95 to entry  mean to usable  p95 to usable
        cold           50.0 ± 1.5 min  108.3 ± 3.3 min   4.98 ± 0.10 d  8.10 ± 0.23 d

        ±: half-width of the 95% confidence interval; means per replication, longest over all.
        Bottleneck: yard, with 61.0% of all waiting.
        warning: 12.3% of the trucks of goods come while the lanes that they need at main are closed, and
          wait until these open.
        Recorded in zone.sqlite as run 3; fingerprint 84bd7792bbcea4e1.
        """
    )
  }

  @Test func chinese() throws {
    let text = RunText.summary(try CustomsSamples.run(), .zh)
    #expect(
      text == """
        a week at the gate
          仿真时长8天（含预热期1天）；共30次仿真，随机种子7
          合计到达车辆261,019辆次，事件1,234,567个

        卡口通行能力测算表
        货车通道   通道类型  日均辆次  高峰小时  平均等待  95%分位       最大排队  利用率  自动抬杆率
        main 进区                 100        10    44.0秒  2.2分钟  8.8辆（96米）   22.0%       93.0%
          in-1     自动            60         6    52.0秒  2.6分钟         10.4辆   26.0%       93.0%
          in-2     无感            40         4    30.0秒   90.0秒            6辆   15.0%       93.0%
        main 出区                  98       9.8    20.0秒   60.0秒            4辆   10.0%       93.0%
          out-1    自动          57.1       5.7    25.0秒   75.0秒            5辆   12.5%       93.0%
          out-2    人工          40.9       4.1    15.0秒   45.0秒            3辆    7.5%
        合计                      198
        小客车通道  日均辆次  高峰小时  平均等待  95%分位  最大排队  利用率
        main 进区      1,200       120    4.00秒   12.0秒     0.8辆    2.0%
        main 出区      1,197       120    3.00秒   9.00秒     0.6辆    1.5%
        合计           2,397

        作业点           到达辆次        平均等待    95%分位等待  最长等待  平均排队（辆）  利用率
        yard                   20  10.00±0.20分钟   30.0±1.2分钟         –       8.82±0.29  300.0%
        document-office         4      90.0±1.8秒  4.50±0.19分钟         –     1.324±0.043   45.0%

        在日均198辆次、高峰小时进区10辆次、出区9.8辆次条件下，main卡口2进2出，95%的车辆等待不超过2.2分钟
          （95%置信区间2.1–2.3），最大排队8.8辆（约96米），通道利用率进区22.0%、出区10.0%，排队超出120米排队
          区、占用公共道路的时间占3.2%。主要耗时环节为实验室检测，占69.3%。

        通关时效分段              goods：平均   占比     cold：平均    占比
        单证                   13.68±0.46分钟  45.6%
        卡口排队                3.00±0.10分钟  10.0%
        卡口通道                4.50±0.15分钟  15.0%
        人工处置                   90.0±3.0秒   5.0%
        查验                    6.12±0.20分钟  20.4%
        实验室检测                                    111.1±2.5小时  100.0%
        其他                           72.0秒   4.0%
        到达至放行（平均）     30.00±0.75分钟         111.1±2.8小时
        到达至放行（95%分位）    90.0±3.0分钟            333±11小时

        核放单日均通过198份、退单2份（退单率1.0%）。
        卡口比对不符，日均（占过卡比例）：车牌不符2辆次（1.0%）、重量超差4.0辆次（2.0%）。
        查验，按信用等级日均（占过卡比例）：高级认证0.40辆次（1.0%）、一般信用3.2辆次（2.0%）。查验日均：布
          控命中2.5辆次、抽查0.80辆次、比对不符转查验0.30辆次。
        出入库单日均50份；报关单日均3票；其中人工审单10.0%；单证岗利用率45.0%；该岗95%等待不超过4.5分钟。

        进区与可用  到达至进区（平均）  到达至进区（95%）  到达至可用（平均）  到达至可用（95%）
        cold              50.0±1.5分钟      108.3±3.3分钟       119.4±2.5小时      194.4±5.6小时

        ±为95%置信区间半宽；各项为每次仿真的平均值，最长等待取全部仿真中的最大值。
        主要排队环节为yard，占全部等待时间的61.0%。
        注意：车流goods中12.3%的车辆在main相应通道关闭时到达，须等候开放。
        结果已存入zone.sqlite，运行编号3；指纹84bd7792bbcea4e1。
        """
    )
  }

  /// Nothing is printed about what was not measured.
  @Test(arguments: Language.allCases)
  func whatHasNoValueIsLeftOut(language: Language) throws {
    let bare = CustomsSamples.gateMeasures("main").filter { record in
      !["auto-lift", "queue-length", "over-limit", "peak-hour", "wait.p95", "cars"].contains {
        record.name.contains($0)
      }
    }
    let text = RunText.summary(try CustomsSamples.run(measures: bare), language)
    let titles: [CustomsPhrase] = [
      .autoLift, .peakPasses, .carLanes, .stageTable, .entryTable,
    ]
    for title in titles { #expect(!text.contains(Wording(language)(title)), "\(title)") }
    for number in ["96 m", "96米", "3.2%", "95% of vehicles", "95%的车辆"] {
      #expect(!text.contains(number), "\(number)")
    }
    let words = language == .en ? ["Slips", "Inspections", "forms"] : ["出入库单", "查验", "核放单"]
    for word in words { #expect(!text.contains(word), "\(word)") }
    let sentence =
      language == .en
      ? "At 198 passes a day gate main, with 2 lanes in and 2 out; the longest queue is 8.8 vehicles"
      : "在日均198辆次条件下，main卡口2进2出，最大排队8.8辆，通道利用率"
    #expect(text.contains(sentence), "\(text)")
    // Without stages the times to cleared stand by flow.
    #expect(text.contains(language == .en ? "mean to cleared" : "到达至放行（平均）"))
  }

  /// A gate with one direction has one number for it, and without half-width no interval.
  @Test func oneWayWithoutIntervals() throws {
    let measures = CustomsSamples.gateMeasures("main").filter { $0.name.hasPrefix("main-in") }
      .map { record in
        var record = record
        record.halfWidth = nil
        return record
      }
    let run = try CustomsSamples.run(measures: measures)
    let text = RunText.summary(run, .zh)
    #expect(text.contains("在日均100辆次、高峰小时10辆次条件下，main卡口2进0出，95%的车辆等待不超过2.2分钟，"))
    #expect(text.contains("通道利用率22.0%"))
    #expect(!text.contains("合计 "))
  }

  /// Six gates with all their lanes, three flows and many warnings fit the page; the stations stay,
  /// and of the lanes those with the most waiting.
  @Test(arguments: Language.allCases)
  func manyGatesFitThePage(language: Language) throws {
    let gates = (1...6).map { "gate number \($0) 北门" }
    let warnings = (0..<30).map {
      RunWarning.wideInterval(measure: "a measure with a long name \($0).wait.mean", relative: 0.5)
    }
    let text = RunText.summary(try CustomsSamples.run(gates: gates, warnings: warnings), language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 72, "\(lines.count)")
    for line in lines { #expect(line.displayWidth <= 100, "\(line)") }
    #expect(text.contains(language == .en ? "lanes with less waiting" : "另有等待较少的"))
  }
}
