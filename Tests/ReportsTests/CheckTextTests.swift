import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

@Suite struct CheckTextTests {
  @Test func english() throws {
    let text = CheckText.text(try Samples.check(warnings: [Samples.warnings[0]]), .en)
    #expect(
      text == """
        bonded zone, main gate
          7 d per replication, of which 12 h are warm-up; 30 replications, seed 2023
          classes in order of priority: aeo, ordinary
          there is room for 400 trucks in all; whoever finds it full is turned away
          demand is multiplied by 1.2; the flows below are shown before that

        Stations
          gate: 2 lanes; trucks join the shortest queue of the lanes for their class; first come, first
            served
            l1: 1 server; takes aeo
            l2: 2 servers; takes aeo, ordinary
          documents: servers by the clock: 1 from the start, 4 from 8 h; repeats every 1 d; a closing server
            finishes its truck; first come, first served
          查验场: 3 servers; served by class, then first come; room for 20 trucks with those in service,
            whoever finds it full is turned away
          park: unlimited servers; first come, first served

        Flows
          trucks: Poisson arrivals, 40 per h on average; by the clock in 3 steps of 8 h, 70 per h at the
            peak from 16 h, repeating; classes: aeo 30%, ordinary 70%; 5 trucks present at the start;
            procedure pass
          convoy: time between arrivals: uniform from 30 min to 90 min; trucks in a convoy: 2 (50%), 6
            (50%); at most 1,200 trucks; classes: ordinary 100%; procedure pass
          early: 3 given times, from 0 s to 5 min; classes: aeo 100%; procedure nothing

        Procedures
          pass
            1. queue at gate, service time: lognormal, mean 45 s, standard deviation 15 s
            2. review: queue at documents, service time: exponential, mean 2 min
            3. one of these ways:
               if class = aeo and queue at 查验场 > 5 or time of day ≥ 18:00: go to step 4 (release)
               otherwise:
                 3.1. queue at 查验场 and keep 2 servers
                 3.2. one of these ways:
                    15%:
                      3.2.1. a delay: triangular from 10 min to 2 h, most likely 30 min
                      then go to step 2 (review)
                    the other 85%: go on
                 3.3. give back what is held of 查验场
            4. release: the truck is cleared
            5. queue at park, service time: exponential, mean 90 min
          nothing
            no steps: trucks leave at once

        Offered load
          station    visits/h  mean service    servers    load  note
          gate           53.2        45.0 s          3   22.2%
          documents      60.4       2.0 min          3   67.1%
          查验场         41.2       6.3 min          3  144.2%  overloaded; lower bound: held over steps
          park           52.9      90.0 min  unlimited       –

        warning: 查验场 is offered 144.2% of the work it can do, so that its queue grows as long as the run
          lasts.
        4 stations, 3 flows: the scenario is valid.
        """
    )
  }

  @Test func chinese() throws {
    let text = CheckText.text(try Samples.check(warnings: [Samples.warnings[0]]), .zh)
    #expect(
      text == """
        bonded zone, main gate
          仿真时长7天（含预热期12小时）；共30次仿真，随机种子2023
          类别（按优先次序）：aeo、ordinary
          全场最多容纳400辆车，满后劝返
          需求倍数1.2；以下车流为乘倍数前的数值

        作业点
          gate：2条通道；车辆在本类别专用通道中选排队最短的；先到先服务
            l1：1个服务台；接收aeo
            l2：2个服务台；接收aeo、ordinary
          documents：服务台按班次开放：开始时1个、8小时起4个；每1天循环一次；关闭前办完手中车辆；先到先服务
          查验场：3个服务台；按类别优先，同类先到先服务；最多容纳20辆车（含正在办理的），满后劝返
          park：服务台数量不限；先到先服务

        车流
          trucks：泊松到达，平均每小时40辆次；随时间变化：共3个时段，每段8小时，高峰每小时70（自16小时起），
            循环往复；类别：aeo 30%、ordinary 70%；开始时已有5辆车在场；流程：pass
          convoy：到达间隔：均匀分布，30分钟至90分钟；每队车辆数：2（50%）、6（50%）；最多1,200辆车；类别：
            ordinary 100%；流程：pass
          early：按给定时刻到达：3个时刻，自0秒至5分钟；类别：aeo 100%；流程：nothing

        流程
          pass
            1. 在gate排队办理，服务时间：对数正态分布，均值45秒，标准差15秒
            2. review：在documents排队办理，服务时间：指数分布，均值2分钟
            3. 按下列情形之一：
               如果类别=aeo且查验场排队数>5，或时刻≥18:00：转至第4步（release）
               其他情形：
                 3.1. 在查验场排队，占用2个服务台
                 3.2. 按下列情形之一：
                    15%的车辆：
                      3.2.1. 延时：三角分布，10分钟至2小时，最可能值30分钟
                      然后转至第2步（review）
                    其余85%的车辆：继续
                 3.3. 释放占用的查验场
            4. release：车辆放行
            5. 在park排队办理，服务时间：指数分布，均值90分钟
          nothing
            没有步骤，车辆随即离开

        负荷测算
          作业点     辆次/小时  平均服务时间  服务台    负荷  备注
          gate            53.2        45.0秒       3   22.2%
          documents       60.4       2.0分钟       3   67.1%
          查验场          41.2       6.3分钟       3  144.2%  超负荷；跨步骤占用，负荷为下限
          park            52.9      90.0分钟    不限       –

        注意：查验场的负荷为其能力的144.2%，排队将随仿真时间不断增长。
        4个作业点，3股车流：方案校验通过。
        """
    )
  }

  /// The words that the golden scenario does not use.
  @Test func otherWords() throws {
    let loaded = try Samples.loaded(
      """
      scenario: other words
      runs until: empty
      stations:
        a: {servers: 1, queue: lifo}
        b: {servers: [{from: 0 h, count: 1}, {from: 1 h, count: 0}, {from: 2 h, count: 1}], \
      queue: random, on closing: return to queue}
        c: {joins: random, lanes: [{name: l1}]}
        d: {joins: shortest queue, lanes: [{name: l1}, {name: l2}]}
        e: {jockeying: yes, queue: shortest-job, lanes: [{name: l1}, {name: l2}]}
        h: {servers: 2, serves together: 5}
        i: {servers: 1, serves together: exactly 3}
      arrivals:
        f: {rate: 7.5 per h, batch: 3, at most: 1, procedure: p}
        g: {profile: {per h: [1, 2], step: 30 min}, procedure: p}
      procedures:
        p:
          - serve at: a
            for: 1 s
          - serve at: b
            for: 1 s
          - mark: inspected
          - serve at: c
            for: 1 s
          - serve at: d
            for: 1 s
          - choose:
              - when: flow != f and present at a <= 3
                do:
                  - delay for: 2 h
      """
    )
    let result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    let english = CheckText.text(result, .en)
    for sentence in [
      "each replication runs until nobody is left inside; 10 replications, seed 1",
      "a: 1 server; last come, first served",
      "1 from the start, 0 from 1 h, 1 from 2 h; a closing server sends its truck back",
      "served in random order", "1 lane; trucks pick a lane at random",
      "2 lanes; trucks join the shortest queue;",
      "convoys with Poisson arrivals, 7.5 per h on average; trucks in a convoy: 3; at most 1 truck",
      "Poisson arrivals, 1.5 per h on average; by the clock in 2 steps of 30 min, 2 per h at the",
      "then no more", "3. note the time to inspected", "if flow ≠ f and present at a ≤ 3:",
      "6.1. a delay: 2 h", "otherwise: go on",
      "shortest queue; trucks go over to a shorter lane; shortest service first",
      "h: 2 servers; first come, first served; a server takes up to 5 trucks at a time",
      "a server takes 3 trucks at a time and waits until so many are there",
      "7 stations, 2 flows: the scenario is valid.",
    ] {
      #expect(english.unfolded.contains(sentence), "\(sentence)")
    }
    let chinese = CheckText.text(result, .zh)
    for sentence in [
      "每次仿真至场内清空为止；共10次仿真，随机种子1", "a：1个服务台；后到先服务", "关闭时手中车辆退回队首",
      "随机次序服务", "1条通道；车辆随机选通道", "车辆选排队最短的通道",
      "车队泊松到达，平均每小时7.5队；每队车辆数：3；最多1辆车", "之后不再到达", "记录到达此处的时刻：inspected",
      "如果车流≠f且a在场数≤3：", "6.1. 延时：2小时", "其他情形：继续",
      "车辆选排队最短的通道；车辆可中途换到较短的通道；作业时间短者优先", "每个服务台一次最多办理5辆车",
      "每个服务台凑足3辆车后一并办理", "7个作业点，2股车流：方案校验通过。",
    ] {
      #expect(
        chinese.filter { !$0.isWhitespace }.contains(sentence.filter { !$0.isWhitespace }),
        "\(sentence)"
      )
    }
    for line in (english + "\n" + chinese).split(separator: "\n") {
      #expect(line.displayWidth <= 100, "\(line)")
    }
  }
}

extension String {
  /// The text in one line, as it was before it was folded at blanks.
  fileprivate var unfolded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
