extension CustomsPhrase {
  var texts: (en: String, zh: String) {
    switch self {
    // The table of gates
    case .gateTable: ("Gate capacity, passes per day", "卡口通行能力测算表")
    case .goodsLanes: ("goods lanes", "货车通道")
    case .carLanes: ("car lanes", "小客车通道")
    case .technology: ("lane type", "通道类型")
    case .passesPerDay: ("per day", "日均辆次")
    case .peakPasses: ("peak hour", "高峰小时")
    case .longestQueue: ("max queue", "最大排队")
    case .autoLift: ("auto-lift", "自动抬杆率")
    case .total: ("total", "合计")
    case .wayIn: ("in", "进区")
    case .wayOut: ("out", "出区")
    case .waitP95Short: ("p95 wait", "95%分位")
    case .vehiclesAlone: ("{vehicles}", "{vehicles}辆")
    case .vehiclesAndMetres: ("{vehicles} ({metres})", "{vehicles}辆（{metres}）")
    case .lanesLeftOut:
      (
        "… and {count} with less waiting; --measures shows any of them.",
        "……另有等待较少的{count}未列出，可用 --measures 查看。"
      )

    // The sentence about a gate
    case .demandOfGate: ("At {passes} passes a day", "在日均{passes}")
    case .peakOfGate: (", in the peak hour {passes},", "、高峰小时{passes}")
    case .lanesOfGate:
      (" gate {gate}, with {lanes} in and {out} out", "条件下，{gate}卡口{lanes}进{out}出")
    case .waitOfGate:
      (
        ", lets 95% of vehicles wait no longer than {wait} ({confidence} confidence interval "
          + "{interval})",
        "，95%的车辆等待不超过{wait}（{confidence}置信区间{interval}）"
      )
    case .waitOfGateAlone:
      (", lets 95% of vehicles wait no longer than {wait}", "，95%的车辆等待不超过{wait}")
    case .queueOfGate: ("; the longest queue is {vehicles}{metres}", "，最大排队{vehicles}{metres}")
    case .metresOfQueue: (" (about {metres})", "（约{metres}）")
    case .useOfGate: ("; utilisation of the lanes {use}", "，通道利用率{use}")
    case .roadOfGate:
      (
        "; {share} of the time the queue is longer than the room of {room} and stands on the road",
        "，排队超出{room}排队区、占用公共道路的时间占{share}"
      )
    case .longestStage:
      ("Most time goes to {stage}: {share}.", "主要耗时环节为{stage}，占{share}。")
    case .gatesLeftOut: ("… and {count} gates more.", "……另有{count}个卡口未列出。")

    // Stages
    case .stageTable: ("clearance by stage", "通关时效分段")
    case .stageMean: ("{flow}: mean", "{flow}：平均")
    case .stageShare: ("share", "占比")
    case .otherStages: ("other", "其他")
    case .clearanceMean: ("to cleared, mean", "到达至放行（平均）")
    case .clearanceP95: ("to cleared, p95", "到达至放行（95%分位）")
    case .stagesOfMore: ("… and {count} more with stages.", "……另有分段的{count}未列出。")

    // Papers and inspections
    case .mismatches:
      (
        "Mismatches at the gate a day (share of passes): {reasons}.",
        "卡口比对不符，日均（占过卡比例）：{reasons}。"
      )
    case .forms:
      (
        "Release forms a day: {passed} passed, {refused} refused ({share}).",
        "核放单日均通过{passed}份、退单{refused}份（退单率{share}）。"
      )
    case .formsPassed: ("Release forms a day: {passed} passed.", "核放单日均通过{passed}份。")
    case .inspections:
      (
        "Inspections a day by credit (per pass): {classes}.",
        "查验，按信用等级日均（占过卡比例）：{classes}。"
      )
    case .inspectionKinds: ("Inspections a day: {kinds}.", "查验日均：{kinds}。")
    case .slips: ("Slips a day: {count}", "出入库单日均{count}份")
    case .declarations: ("declarations a day: {count}", "报关单日均{count}票")
    case .byHand: ("of them reviewed by hand: {share}", "其中人工审单{share}")
    case .officeUse: ("document office in use: {share}", "单证岗利用率{share}")
    case .officeWait: ("p95 wait there: {wait}", "该岗95%等待不超过{wait}")

    // Entry and use
    case .entryTable: ("entry and use", "进区与可用")
    case .entryMean: ("mean to entry", "到达至进区（平均）")
    case .entryP95: ("p95 to entry", "到达至进区（95%）")
    case .usableMean: ("mean to usable", "到达至可用（平均）")
    case .usableP95: ("p95 to usable", "到达至可用（95%）")

    default: scenarioTexts
    }
  }
}
