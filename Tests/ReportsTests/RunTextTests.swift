import ClearanceRecords
import Studies
import Testing

@testable import Reports

@Suite struct RunTextTests {
  @Test func english() throws {
    let text = RunText.summary(try Samples.run(warnings: Samples.warnings), .en)
    #expect(
      text == """
        bonded zone, main gate
          7 d per replication, of which 12 h are warm-up; 30 replications, seed 2023
          261,019 trucks and 1,234,567 events in all

        place      arrivals          mean wait          p95 wait   longest       mean queue  in use
        gate          8,340       41.2 ± 1.3 s   2.20 ± 0.14 min   6.2 min    0.606 ± 0.020   22.2%
          l1          8,340     12.50 ± 0.39 s      40.0 ± 2.6 s   112.5 s  0.1838 ± 0.0060   10.0%
          l2          8,340       56.1 ± 1.7 s   2.99 ± 0.20 min   8.4 min    0.825 ± 0.027   28.1%
        documents     8,340  3.173 ± 0.098 min  10.15 ± 0.67 min  28.6 min    2.800 ± 0.091   67.1%
        查验场        8,340    2.586 ± 0.080 h     8.28 ± 0.54 h    23.3 h      136.9 ± 4.4   99.3%
        park          8,340            0 ± 0 s           0 ± 0 s       0 s            0 ± 0       –

        flow    arrivals   mean to cleared   p95 to cleared   turned away
        trucks     6,000  71.70 ± 0.86 min  3.465 ± 0.096 h  1.23 ± 0.25%
        convoy     6,000   2.753 ± 0.033 h    7.98 ± 0.22 h    0.0 ± 0.0%
        early      6,000           0 ± 0 s          0 ± 0 s    0.0 ± 0.0%

        ±: half-width of the 95% confidence interval; means per replication, longest over all.
        Bottleneck: 查验场, with 93.2% of all waiting.
        warning: 查验场 is offered 144.2% of the work it can do, so that its queue grows as long as the run
          lasts.
        warning: one replication gives no confidence interval; run at least two.
        warning: at the end 12.2 trucks are still inside on average (4.6% of all); what they have not
          finished is not counted.
        warning: 2 replications ended early, because nobody inside could ever go on.
        warning: 2 replications ended early in a deadlock: trucks at "gate", "yard" block each other in a
          circle; give one of these stations more room, or let it turn trucks away.
        warning: gate.wait.mean is uncertain (± 21.3% of it); run longer or more often.
        Recorded in zone.sqlite as run 3; fingerprint 84bd7792bbcea4e1.
        """
    )
  }

  /// Servers that blocked trucks keep have a column, where there are any.
  @Test func showsWhoIsBlocked() throws {
    #expect(!RunText.summary(try Samples.run(), .en).contains("blocked"))
    let blocked = Samples.record("gate.blocked.share", "", 0.125, 0.01)
    let result = try Samples.run(measures: Samples.measures + [blocked])
    let lines = RunText.summary(result, .en).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("place") && $0.hasSuffix("in use  blocked") })
    #expect(lines.contains { $0.hasPrefix("gate") && $0.hasSuffix("22.2%    12.5%") }, "\(lines)")
    #expect(RunText.summary(result, .zh).contains("被堵占用率"))
  }

  @Test func chinese() throws {
    let text = RunText.summary(try Samples.run(warnings: Samples.warnings), .zh)
    #expect(
      text == """
        bonded zone, main gate
          仿真时长7天（含预热期12小时）；共30次仿真，随机种子2023
          合计到达车辆261,019辆次，事件1,234,567个

        作业点     到达辆次         平均等待     95%分位等待  最长等待  平均排队（辆）  利用率  高峰95%分位
        gate          8,340       41.2±1.3秒   2.20±0.14分钟   6.2分钟     0.606±0.020   22.2%      2.7分钟
          l1          8,340     12.50±0.39秒      40.0±2.6秒   112.5秒   0.1838±0.0060   10.0%       50.0秒
          l2          8,340       56.1±1.7秒   2.99±0.20分钟   8.4分钟     0.825±0.027   28.1%      3.7分钟
        documents     8,340  3.173±0.098分钟  10.15±0.67分钟  28.6分钟     2.800±0.091   67.1%     12.7分钟
        查验场        8,340  2.586±0.080小时   8.28±0.54小时  23.3小时       136.9±4.4   99.3%     10.3小时
        park          8,340            0±0秒           0±0秒       0秒             0±0       –          0秒

        车流    到达辆次  到达至放行（平均）  到达至放行（95%分位）      劝返率
        trucks     6,000      71.70±0.86分钟        3.465±0.096小时  1.23±0.25%
        convoy     6,000     2.753±0.033小时          7.98±0.22小时    0.0±0.0%
        early      6,000               0±0秒                  0±0秒    0.0±0.0%

        ±为95%置信区间半宽；各项为每次仿真的平均值，最长等待取全部仿真中的最大值。
        主要排队环节为查验场，占全部等待时间的93.2%。
        注意：查验场的负荷为其能力的144.2%，排队将随仿真时间不断增长。
        注意：仅仿真1次，无法给出置信区间；请至少仿真2次。
        注意：仿真结束时平均仍有12.2辆车在场（占4.6%），尚未办完的部分不计入统计。
        注意：有2次仿真提前结束：场内车辆均无法继续。
        注意：有2次仿真因相互堵死而提前结束：“gate”、“yard”的车辆互相占位，均无法离开；请增大其中某处的容
          量，或改为满时不接收。
        注意：gate.wait.mean的误差较大（±21.3%），请延长仿真或增加仿真次数。
        结果已存入zone.sqlite，运行编号3；指纹84bd7792bbcea4e1。
        """
    )
  }

  @Test func chosenMeasures() throws {
    let names = [
      "gate.wait.mean", "documents.utilisation.mean", "gate.queue.mean", "zone.wait.mean",
    ]
    #expect(
      RunText.measures(try Samples.run(), names: names, .en) == """
        measure                     estimate      ±  unit    replications
        gate.wait.mean                  41.2    1.3  s                 30
        documents.utilisation.mean     67.12   0.40  %                 30
        gate.queue.mean                0.606  0.020  trucks            30
        """
    )
    #expect(
      RunText.measures(try Samples.run(), names: names, .zh) == """
        指标                        估计值  ±半宽  单位  仿真次数
        gate.wait.mean                41.2    1.3  秒          30
        documents.utilisation.mean   67.12   0.40  %           30
        gate.queue.mean              0.606  0.020  辆          30
        """
    )
    let pooled = Samples.record("gate.wait.p99", "s", 90, 1.5, pooled: true)
    let undefined = Samples.record("gate.wait.sd", "s", nil, nil)
    let run = try Samples.run(measures: [pooled, undefined])
    #expect(
      RunText.measures(run, names: ["gate.wait.p99", "gate.wait.sd"], .en) == """
        measure        estimate    ±  unit  replications
        gate.wait.p99     90.0*  1.5  s               30
        gate.wait.sd          –    –                  30
        *: a quantile of all replications together.
        """
    )
  }

  @Test func interruptedRunsSaySo() throws {
    let run = try Samples.run(isComplete: false, replications: 12)
    let text = RunText.summary(run, .en)
    #expect(
      text.contains(
        "Interrupted: 12 of 30 replications were completed and kept; all figures rest on them."
      )
    )
    #expect(RunText.summary(run, .zh).contains("计划30次仿真，已完成并保留12次"))
    #expect(RunText.measures(run, names: [], .en).hasPrefix("Interrupted: 12 of 30"))
    let none = RunText.summary(
      try Samples.run(isComplete: false, replications: 0, measures: [], bottleneck: nil),
      .en
    )
    #expect(!none.contains("Nobody waited") && !none.contains("±") && !none.contains("place"))
  }

  @Test func oneReplicationHasNoInterval() throws {
    let text = RunText.summary(try Samples.run(replications: 1, bottleneck: nil), .en)
    #expect(text.contains("All figures are those of one replication."))
    #expect(text.contains("Nobody waited anywhere."))
  }

  /// Forty stations, ten flows, many warnings and long names still fit the page, and those with
  /// the most waiting are shown.
  @Test(arguments: Language.allCases)
  func manyPlacesFitThePage(language: Language) throws {
    let names = (0..<40).map { "station number \($0) 查验作业区" }
    let flows = (0..<10).map { "flow number \($0) with a long name" }
    let lines =
      ["scenario: many places", "runs for: 1 d", "stations:"]
      + names.map { "  \($0): {servers: 1}" } + ["arrivals:"]
      + flows.map { "  \($0): {rate: 1 per h, procedure: p}" } + ["procedures:", "  p:"]
      + names.flatMap { ["    - serve at: \($0)", "      for: 1 s"] }
    let measures =
      names.enumerated().flatMap { index, name in
        Samples.place(name, wait: Double((index * 17) % 40) * 111, use: 0.5)
      } + flows.flatMap { Samples.flow($0, clearance: 1_234, lost: 0.01) }
    let warnings = names.map { RunWarning.wideInterval(measure: "\($0).wait.mean", relative: 0.5) }
    let run = try Samples.run(
      warnings: [.noInterval] + warnings + [.stuck(replications: 1)],
      measures: measures,
      text: lines.joined(separator: "\n")
    )
    let text = RunText.summary(run, language).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(text.count <= 40)
    for line in text { #expect(line.displayWidth <= 100, "\(line)") }
    let shown = names.indices.filter { index in
      text.contains { $0.hasPrefix("station number \(index) ") }
    }
    #expect(!shown.isEmpty)
    // Waits are 0, 111, … 4329 s; whatever fits must be the upper end of them.
    let ranks = shown.map { ($0 * 17) % 40 }.sorted()
    #expect(ranks == Array((40 - ranks.count)..<40))
    let left = 40 - shown.count
    #expect(text.contains { $0.contains(language == .en ? "\(left) places" : "\(left)处") })
    #expect(text.contains { $0.contains(language == .en ? "4 flows more" : "4股车流") })
    // Warnings that matter come before the many about precision.
    #expect(text.contains { $0.contains(language == .en ? "1 replication ended" : "有1次仿真") })
    #expect(text.contains { $0.contains(language == .en ? "left out: 36" : "另有36条") })
  }
}
