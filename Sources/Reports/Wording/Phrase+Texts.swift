extension Phrase {
  var texts: (en: String, zh: String) {
    switch self {
    // The run in a few words
    case .lengthOfRun: ("{length} per replication", "仿真时长{length}")
    case .lengthWithWarmUp:
      ("{length} per replication, of which {warmUp} are warm-up", "仿真时长{length}（含预热期{warmUp}）")
    case .untilEmpty: ("each replication runs until nobody is left inside", "每次仿真至场内清空为止")
    case .replicationsAndSeed: ("{replications}, seed {seed}", "共{replications}，随机种子{seed}")
    case .trucksAndEvents:
      ("{trucks} trucks and {events} events in all", "合计到达车辆{trucks}辆次，事件{events}个")
    case .interruptedRun:
      (
        "Interrupted: {count} of {total} were completed and kept; all figures rest on them.",
        "仿真已中断：计划{total}，已完成并保留{count}次，以下结果均据此得出。"
      )
    case .intervalNote:
      (
        "±: half-width of the {confidence} confidence interval; means per replication, longest over all.",
        "±为{confidence}置信区间半宽；各项为每次仿真的平均值，最长等待取全部仿真中的最大值。"
      )
    case .singleNote: ("All figures are those of one replication.", "各项均为单次仿真的结果。")
    case .pooledNote:
      ("*: a quantile of all replications together.", "*：由全部仿真合并计算的分位值。")
    case .bottleneck:
      (
        "Bottleneck: {place}, with {share} of all waiting.",
        "主要排队环节为{place}，占全部等待时间的{share}。"
      )
    case .nobodyWaits: ("Nobody waited anywhere.", "各作业点均无车辆等待。")
    case .recorded:
      (
        "Recorded in {database} as run {run}; fingerprint {fingerprint}.",
        "结果已存入{database}，运行编号{run}；指纹{fingerprint}。"
      )

    // Titles of tables
    case .place: ("place", "作业点")
    case .arrivals: ("arrivals", "到达辆次")
    case .waitMean: ("mean wait", "平均等待")
    case .waitP95: ("p95 wait", "95%分位等待")
    case .waitMax: ("longest", "最长等待")
    case .queueMean: ("mean queue", "平均排队（辆）")
    case .utilisation: ("in use", "利用率")
    case .blockedShare: ("blocked", "被堵占用率")
    case .peakHourP95: ("p95 at peak", "高峰95%分位")
    case .flow: ("flow", "车流")
    case .clearanceMean: ("mean to cleared", "到达至放行（平均）")
    case .clearanceP95: ("p95 to cleared", "到达至放行（95%分位）")
    case .lostShare: ("turned away", "劝返率")
    case .measure: ("measure", "指标")
    case .estimate: ("estimate", "估计值")
    case .halfWidth: ("±", "±半宽")
    case .unit: ("unit", "单位")
    case .replications: ("replications", "仿真次数")
    case .station: ("station", "作业点")
    case .visitsPerHour: ("visits/h", "辆次/小时")
    case .serviceMean: ("mean service", "平均服务时间")
    case .servers: ("servers", "服务台")
    case .load: ("load", "负荷")
    case .remark: ("note", "备注")
    case .placesLeftOut:
      (
        "… and {count} with less waiting; --measures shows any of them.",
        "……另有等待较少的{count}未列出，可用 --measures 查看。"
      )
    case .flowsLeftOut: ("… and {count} more.", "……另有{count}未列出。")
    case .warningsLeftOut: ("… warnings left out: {count}.", "……另有{count}条提示未列出。")

    // Units
    case .trucksUnit: ("trucks", "辆")
    case .perHourUnit: ("1/h", "辆次/小时")
    case .noUnit: ("s²", "秒²")

    // Warnings
    case .warning: ("warning: {text}", "注意：{text}")
    case .unstable:
      (
        "{place} is offered {load} of the work it can do, so that its queue grows as long as the "
          + "run lasts.",
        "{place}的负荷为其能力的{load}，排队将随仿真时间不断增长。"
      )
    case .neverOpen:
      (
        "{place} is not open in this run; what comes to it waits to the end.",
        "{place}在仿真期间不开放，到达后须一直等候。"
      )
    case .wideInterval:
      (
        "{measure} is uncertain (± {relative} of it); run longer or more often.",
        "{measure}的误差较大（±{relative}），请延长仿真或增加仿真次数。"
      )
    case .noInterval:
      (
        "one replication gives no confidence interval; run at least two.",
        "仅仿真1次，无法给出置信区间；请至少仿真2次。"
      )
    case .stillInside:
      (
        "at the end {trucks} are still inside on average ({share} of all); what they have not "
          + "finished is not counted.",
        "仿真结束时平均仍有{trucks}在场（占{share}），尚未办完的部分不计入统计。"
      )
    case .stuck:
      (
        "{replications} ended early, because nobody inside could ever go on.",
        "有{replications}提前结束：场内车辆均无法继续。"
      )
    case .deadlock:
      (
        "{replications} ended early in a deadlock: trucks at {stations} block each other in a "
          + "circle; give one of these stations more room, or let it turn trucks away.",
        "有{replications}因相互堵死而提前结束：{stations}的车辆互相占位，均无法离开；"
          + "请增大其中某处的容量，或改为满时不接收。"
      )
    case .deadlockAlone:
      (
        "{replications} ended early in a deadlock: trucks at {stations} wait for room there and "
          + "keep all its servers; give it more room, or let it turn trucks away.",
        "有{replications}因堵死而提前结束：{stations}的作业位全被等待再次进入该处的车辆占用；"
          + "请增大其容量，或改为满时不接收。"
      )

    // What a scenario says
    case .stationsHeading: ("Stations", "作业点")
    case .flowsHeading: ("Flows", "车流")
    case .proceduresHeading: ("Procedures", "流程")
    case .loadsHeading: ("Offered load", "负荷测算")
    case .classesInOrder: ("classes in order of priority: {classes}", "类别（按优先次序）：{classes}")
    case .demandFactor:
      (
        "demand is multiplied by {factor}; the flows below are shown before that",
        "需求倍数{factor}；以下车流为乘倍数前的数值"
      )
    case .systemCapacity:
      (
        "there is room for {count} in all; whoever finds it full is turned away",
        "全场最多容纳{count}，满后劝返"
      )
    case .isValid:
      ("{stations}, {flows}: the scenario is valid.", "{stations}，{flows}：方案校验通过。")
    case .unlimitedServers: ("unlimited servers", "服务台数量不限")
    case .serversByTheClock: ("servers by the clock: {shifts}", "服务台按班次开放：{shifts}")
    case .serversFromStart: ("{count} from the start", "开始时{count}个")
    case .serversFrom: ("{count} from {time}", "{time}起{count}个")
    case .repeatsEvery: ("repeats every {period}", "每{period}循环一次")
    case .closingFinishes: ("a closing server finishes its truck", "关闭前办完手中车辆")
    case .closingReturns:
      ("a closing server sends its truck back to the queue", "关闭时手中车辆退回队首")
    case .fifo: ("first come, first served", "先到先服务")
    case .lifo: ("last come, first served", "后到先服务")
    case .random: ("served in random order", "随机次序服务")
    case .priority: ("served by class, then first come", "按类别优先，同类先到先服务")
    case .goesFirst: ("those with {who} go before all others", "{who}的车辆优先于其他车辆")
    case .room:
      (
        "room for {count} with those in service, whoever finds it full is turned away",
        "最多容纳{count}（含正在办理的），满后劝返"
      )
    case .blocksUpstream:
      (
        "room for {count} with those in service; whoever finds it full waits where it is and keeps "
          + "its server",
        "最多容纳{count}（含正在办理的），满后车辆留在原处等候并占用原作业位"
      )
    case .preemptive:
      (
        "a higher class takes the server of a lower one, which resumes later",
        "高优先类别可中断低优先类别的作业，后者随后接续办理"
      )
    case .failsWhenBusy:
      (
        "servers fail; service until a failure: {uptime}; time of repair: {repair}",
        "单个作业位会故障；累计作业至故障的时间：{uptime}；修复时间：{repair}"
      )
    case .failsAnyTime:
      (
        "servers fail; time until a failure, idle or not: {uptime}; time of repair: {repair}",
        "单个作业位会故障；修复后至再次故障的时间（无论忙闲）：{uptime}；修复时间：{repair}"
      )
    case .takes: ("takes {classes}", "接收{classes}")
    case .takesAll: ("takes all classes", "接收所有类别")
    case .joinsShortest: ("trucks join the shortest queue", "车辆选排队最短的通道")
    case .joinsRandom: ("trucks pick a lane at random", "车辆随机选通道")
    case .joinsDedicated:
      ("trucks join the shortest queue of the lanes for their class", "车辆在本类别专用通道中选排队最短的")
    case .poisson: ("Poisson arrivals, {rate} per h on average", "泊松到达，平均每小时{rate}辆次")
    case .poissonConvoys:
      ("convoys with Poisson arrivals, {rate} per h on average", "车队泊松到达，平均每小时{rate}队")
    case .profile:
      (
        "by the clock in {steps} of {step}, {peak} per h at the peak from {time}",
        "随时间变化：共{steps}，每段{step}，高峰每小时{peak}（自{time}起）"
      )
    case .profileRepeats: ("repeating", "循环往复")
    case .profileEnds: ("then no more", "之后不再到达")
    case .gaps: ("time between arrivals: {law}", "到达间隔：{law}")
    case .givenTimes:
      ("{times}, from {first} to {last}", "按给定时刻到达：{times}，自{first}至{last}")
    case .waving:
      (
        "Poisson arrivals, {rate} per h on average, swinging by {swing} like a sine of {period}",
        "泊松到达，平均每小时{rate}辆次，按周期{period}的正弦曲线上下波动{swing}"
      )
    case .wavingConvoys:
      (
        "convoys with Poisson arrivals, {rate} per h on average, swinging by {swing} like a sine "
          + "of {period}",
        "车队泊松到达，平均每小时{rate}队，按周期{period}的正弦曲线上下波动{swing}"
      )
    case .modulated:
      (
        "Poisson arrivals, {rate} per h in the long run, with a rate that changes at random: "
          + "{states}, then again from the first",
        "泊松到达，长期平均每小时{rate}辆次，到达率随机转换：{states}，依次循环"
      )
    case .modulatedConvoys:
      (
        "convoys with Poisson arrivals, {rate} per h in the long run, with a rate that changes at "
          + "random: {states}, then again from the first",
        "车队泊松到达，长期平均每小时{rate}队，到达率随机转换：{states}，依次循环"
      )
    case .rateState:
      ("{rate} per h for {length} on average", "每小时{rate}（平均持续{length}）")
    case .fromFile:
      (
        "{times} of {file}, from {first} to {last}",
        "按文件{file}到达：{times}，自{first}至{last}"
      )
    case .population:
      (
        "a population of {trucks}: all begin at the start, and who is done begins anew",
        "固定车队{trucks}：均自开始时出发，办完后随即重新开始"
      )
    case .noLoadOfPopulation:
      (
        "{flows}: a population has no rate, and so offers no load; its trucks come round as often "
          + "as waiting lets them",
        "{flows}：固定车队没有到达率，不计入负荷；往返次数取决于等待时间"
      )
    case .note: ("note: {text}", "说明：{text}")
    case .traceRepeats:
      (
        "{file}, column {column}, has {rows} rows; it is not known how many trucks come, and after "
          + "the last row the first is taken again.",
        "{file}的{column}列有{rows}行；到达车辆数事先未知，用完后从第一行重新取用。"
      )
    case .convoySize: ("trucks in a convoy: {law}", "每队车辆数：{law}")
    case .atMost: ("at most {count}", "最多{count}")
    case .classShares: ("classes: {classes}", "类别：{classes}")
    case .presentAtStart: ("{count} present at the start", "开始时已有{count}在场")
    case .followsProcedure: ("procedure {name}", "流程：{name}")
    case .unlimited: ("unlimited", "不限")
    case .isOverloaded: ("overloaded", "超负荷")
    case .isHeld: ("lower bound: held over steps", "跨步骤占用，负荷为下限")

    // Steps
    case .serve: ("queue at {station}, service time: {law}", "在{station}排队办理，服务时间：{law}")
    case .delay: ("a delay: {law}", "延时：{law}")
    case .seize: ("queue at {station} and keep {servers}", "在{station}排队，占用{servers}")
    case .release: ("give back what is held of {station}", "释放占用的{station}")
    case .waitUntil: ("wait until {condition}", "等待，直到{condition}")
    case .startClock: ("the truck, announced until now, is here", "预告的车辆到达，开始计时")
    case .parallel: ("at the same time, and on when all is done:", "同时进行以下各项，全部完成后继续：")
    case .parallelBranch: ("branch {number}:", "第{number}项：")
    case .nothingToDo: ("nothing", "无")
    case .seizeTogether:
      ("queue for and keep, all at once: {servers}", "同时排队并一次占用：{servers}")
    case .releaseSome: ("give back {servers}", "释放{servers}")
    case .serversOf: ("{servers} of {station}", "{station}的{servers}")
    case .choose: ("one of these ways:", "按下列情形之一：")
    case .goTo: ("go to {step}", "转至{step}")
    case .mark: ("note the time to {mark}", "记录到达此处的时刻：{mark}")
    case .setAttributes: ("set {values}", "设定{values}")
    case .useProcedure: ("the steps of {name}:", "执行流程{name}：")
    case .startCompanion:
      ("send papers through {name}, and go on", "单证另行办理{name}，车辆继续")
    case .startCompanions:
      (
        "send papers through {name}, as many as {times} says, and go on",
        "单证另行办理{name}（份数为{times}），车辆继续"
      )
    case .beginStage: ("the stage {stage} begins", "进入环节：{stage}")
    case .count: ("count {counter}", "计数：{counter}")
    case .countAt: ("count {counter} at {station}", "在{station}计数：{counter}")
    case .gather: ("join what is gathered as {name}", "归入汇总{name}")
    case .classBy:
      ("the class follows from {attribute}: {classes}", "类别由{attribute}确定：{classes}")
    case .classFrom: ("from {time} on {class}", "自{time}起{class}")
    case .parameters: ("with {values}", "参数：{values}")
    case .procedureWith: ("{name} with {values}", "{name}（参数：{values}）")
    case .goToEnd: ("go to the end", "转至流程结束")
    case .thenGoToEnd: ("then go to the end", "然后转至流程结束")
    case .markCleared: ("the truck is cleared", "车辆放行")
    case .emptyProcedure: ("no steps: trucks leave at once", "没有步骤，车辆随即离开")
    case .stepNamed: ("step {number} ({name})", "第{number}步（{name}）")
    case .branchShare: ("{share}:", "{share}的车辆：")
    case .branchRest: ("the other {share}:", "其余{share}的车辆：")
    case .branchWhen: ("if {condition}:", "如果{condition}：")
    case .branchOtherwise: ("otherwise:", "其他情形：")
    case .goOn: ("go on", "继续")
    case .thenGoTo: ("then go to {step}", "然后转至{step}")

    // Conditions
    case .classOfTruck: ("class", "类别")
    case .flowOfTruck: ("flow", "车流")
    case .queueAt: ("queue at {place}", "{place}排队数")
    case .openAt: ("open servers at {place}", "{place}开放的服务台数")
    case .presentAt: ("present at {place}", "{place}在场数")
    case .timeOfDay: ("time of day", "时刻")
    case .and: (" and ", "且")
    case .or: (" or ", "，或")

    // One truck
    case .traceHead:
      ("Truck {truck} in replication {replication}", "第{replication}次仿真中的车辆{truck}")
    case .traceHeadOfClass:
      (
        "Truck {truck}, class {class}, in replication {replication}",
        "第{replication}次仿真中的车辆{truck}，类别{class}"
      )
    case .traceNobody:
      (
        "Truck {truck} does not come in replication {replication}.",
        "第{replication}次仿真中没有车辆{truck}。"
      )
    case .traceTime: ("day and time", "日 时刻")
    case .traceStep: ("step", "步骤")
    case .traceWait: ("wait", "等待")
    case .traceTook: ("took", "用时")
    case .traceUnfinished: ("not over", "未结束")
    case .traceInside: ("It is still inside when the run ends.", "仿真结束时该车仍在场内。")
    case .traceLeft: ("It leaves at {time}.", "该车于{time}离开。")

    // Progress
    case .replicationOf: ("replication {number} of {total}", "第{number}次仿真，共{total}次")
    case .replicationNumber: ("replication {number}", "第{number}次仿真")
    case .interrupted:
      (
        "interrupted: {count} complete and recorded in {database} as run {run}",
        "已中断：{count}已完成并存入{database}，运行编号{run}"
      )
    case .interruptedOf:
      (
        "interrupted: {count} of {total} are complete and recorded in {database} as run {run}",
        "已中断：共{total}，已完成{count}次并存入{database}，运行编号{run}"
      )

    // The results file
    case .notADatabase:
      (
        "{path}: this is no results file; name another one with --database",
        "{path}：不是结果文件；请用 --database 另行指定"
      )
    case .foreignDatabase:
      (
        "{path}: this database belongs to another program; name another file with --database",
        "{path}：该数据库属于其他程序；请用 --database 另行指定"
      )
    case .newerSchema:
      (
        "{path}: written by a later release of kakou (format {found}; this one reads up to "
          + "{known}); use that release or another file",
        "{path}：由更新版本的kakou写入（格式{found}，本版本最高支持{known}）；请升级或换用其他文件"
      )
    case .cannotOpen: ("{path}: cannot be opened: {reason}", "{path}：无法打开：{reason}")
    case .readOnly:
      (
        "{path}: the file or its folder may not be written",
        "{path}：没有写入该文件或其所在文件夹的权限"
      )
    case .diskFull: ("{path}: the disk is full", "{path}：磁盘空间不足")
    case .busy:
      (
        "{path}: another run is writing to it; wait for that or name another file with --database",
        "{path}：另一个仿真正在写入；请稍候，或用 --database 另行指定"
      )
    case .folderMissing: ("{path}: there is no such folder", "{path}：文件夹不存在")
    case .fileMissing:
      (
        "{path}: there is no such file, or it was moved or removed meanwhile",
        "{path}：文件不存在，或写入期间被移动或删除"
      )
    case .otherDatabaseError:
      ("the results file failed: {message} (SQLite {code})", "结果文件出错：{message}（SQLite {code}）")

    // Options
    case .optionNotPositive:
      (
        "{option} {found}: the value must be above zero",
        "{option} {found}：取值须大于0"
      )
    case .optionValue: ("{option}: {text}", "{option}：{text}")
    case .optionsConflict:
      ("{first} and {second} exclude each other; keep one", "{first}与{second}不能同时使用；请只保留一个")
    case .replicationBeyond:
      (
        "--replication {found}: the scenario has {replications}; 1 to {count} is allowed",
        "--replication {found}：方案共{replications}；允许1至{count}"
      )
    case .optionTruck:
      (
        "{option}: {found} is no truck; write FLOW#N, such as trucks#17",
        "{option}：{found}不是车辆编号，应写成“流名#序号”，如trucks#17"
      )
    case .daysUntilEmpty:
      (
        "--days {days}: this scenario runs until it is empty and has no length in days",
        "--days {days}：该方案运行至场内清空为止，不能指定天数"
      )
    case .daysWithinWarmUp:
      (
        "--days {days}: the run must be longer than its warm-up of {warmUp}",
        "--days {days}：仿真时长须大于预热期 {warmUp}"
      )
    case .unknownMeasure: ("--measures: there is no measure {name}", "--measures：没有指标{name}")
    case .similarMeasures: ("; there are: {names}", "；相近的有：{names}")

    // How stations serve
    case .shortestJob: ("shortest service first", "作业时间短者优先")
    case .servesTogether: ("a server takes up to {count} at a time", "每个服务台一次最多办理{count}")
    case .servesExactly:
      (
        "a server takes {count} at a time and waits until so many are there",
        "每个服务台凑足{count}后一并办理"
      )
    case .jockeys: ("trucks go over to a shorter lane", "车辆可中途换到较短的通道")
    }
  }
}
