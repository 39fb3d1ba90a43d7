extension CustomsPhrase {
  /// The phrases that read a scenario back.
  var scenarioTexts: (en: String, zh: String) {
    switch self {
    // What a scenario says
    case .customsHeading: ("Customs", "海关监管")
    case .zoneIs: ("zone {zone}", "综合保税区：{zone}")
    case .startsOn: ("time 0 is {date}, midnight", "仿真起点为{date}零时")
    case .firstDayIsMonday: ("time 0 is the midnight before a Monday", "仿真起点为周一零时")
    case .turnOut: ("turn-out for {count}", "退出道可停{count}")
    case .noTurnOut:
      ("no turn-out: mismatches are answered in the lane", "无退出道，比对不符在通道内处置")
    case .queueSpace: ("room for a queue of {room} before the road", "公共道路前可排队{room}")
    case .laneIn: ("in", "进区")
    case .laneOut: ("out", "出区")
    case .laneOpen: ("open {hours}", "开放时间：{hours}")
    case .forCars: ("for cars", "小客车通道")
    case .serves: ("serves {words}", "适用{words}")
    case .firmsHeading: ("Firms", "企业")
    case .declaresPerShipment: ("declares each shipment", "逐票申报")
    case .declaresMonthly: ("declares monthly", "按月集中申报")
    case .declaresQuarterly: ("declares quarterly", "按季集中申报")
    case .firmsLeftOut: ("… and {count} firms more", "……另有{count}家企业未列出")
    case .firmShare: ("share", "占比")
    case .firmCredit: ("credit", "信用等级")
    case .firmBusiness: ("business", "业务类型")
    case .firmGoods: ("goods", "商品")
    case .firmItems: ("items", "账册项数")
    case .firmDeclares: ("batches", "批次申报")
    case .firmGuarantee: ("guarantee", "担保额度")
    case .firmOpening: ("stock", "期初库存")
    case .fromDay: ("from {date} {what}", "{date}起{what}")
    case .guaranteeOf: ("guarantee {amount}", "担保额度{amount}")
    case .joins: ("joins on {date}", "{date}入区")
    case .joinsAndRamps:
      ("joins on {date}, at its full share on {full}", "{date}入区，{full}达到满额")
    case .leaves: ("leaves on {date}", "{date}退出")
    case .goodsHeading: ("Goods", "商品类别")
    case .goodsValue: ("USD per t", "美元/吨")
    case .goodsDuty: ("duty", "关税")
    case .goodsVAT: ("VAT", "增值税")
    case .goodsConsumption: ("consumption tax", "消费税")
    case .goodsMaterialShare: ("materials", "料件占比")
    case .goodsMaterialDuty: ("duty on them", "料件关税")
    case .movementsHeading: ("Movements", "业务构成")
    case .movementsIn: ("in: {kinds}", "进区：{kinds}")
    case .movementsOut: ("out: {kinds}", "出区：{kinds}")
    case .documentsPerTruck: ("{count} documents a truck", "每车{count}票")
    case .trucksPerDeclaration: ("{count} trucks a declaration", "每票{count}车")
    case .laboratoryTests: ("laboratory {name} tests {goods}", "实验室{name}检测{goods}")
    case .laboratoryFar:
      (
        "laboratory {name} tests {goods}; samples travel for {time}",
        "实验室{name}检测{goods}；样品运输时间{time}"
      )
    case .laboratoryIdle:
      ("nothing comes to laboratory {name}", "没有货物送至实验室{name}")
    case .keptAt:
      (
        "kept {temperature}, may warm by {budget} degree-hours",
        "{temperature}存放，允许累计升温{budget}度·小时"
      )
    case .testedFor: ("samples tested for {time}", "样品检测{time}")
    case .failingShare: ("{share} of them fail", "{share}不合格")
    case .modesHeading: ("Inspection modes, the first rule that fits", "查验模式，按先后顺序适用第一条符合的规则")
    case .modeRule: ("{number}. {whose}: {mode} ({rule})", "规则{number}：{whose}：{mode}（{rule}）")
    case .modeGoods: ("{name} ({share} not compliant)", "{name}（不合格率{share}）")
    case .modeAllGoods: ("all goods", "所有货物")
    case .modesElse:
      (
        "animal and plant products that no rule fits are tested before entry; other goods as ever",
        "不符合任何规则的动植物产品检测后入区；其他货物按常规"
      )
    case .policyIs: ("policy: {name} = {value}", "政策：{name}＝{value}")
    case .customsFlows: ("flows in customs words: {flows}", "按海关用语描述的车流：{flows}")
    case .assumptionsHeading: ("Assumptions", "假设参数")
    case .assumption:
      (
        "{key} = {value}{range}: {meaning}; source: {source}",
        "{key}＝{value}{range}：{meaning}；来源：{source}"
      )
    case .assumptionSet:
      (
        "* {key} = {value}, set by the scenario{range}: {meaning}; default from: {source}",
        "* {key}＝{value}，本方案设定{range}：{meaning}；默认值来源：{source}"
      )
    case .shortAssumption:
      ("{key} = {value}{range}: {meaning}", "{key}＝{value}{range}：{meaning}")
    case .shortAssumptionSet:
      (
        "* {key} = {value}, set by the scenario{range}: {meaning}",
        "* {key}＝{value}，本方案设定{range}：{meaning}"
      )
    case .rangeIs: (" (range {range})", "（范围{range}）")
    case .rangeAndDefault:
      (" (default {default}, range {range})", "（默认{default}，范围{range}）")
    case .defaultIs: (" (default {default})", "（默认{default}）")
    case .assumptionsCount:
      (
        "The scenario rests on {count} assumptions; it has set {set} of them (*).",
        "本方案依据{count}项假设，其中{set}项由方案设定（*）。"
      )
    case .shortAssumptions:
      (
        "--assumptions tells where each default comes from.",
        "加 --assumptions 可列出各项来源。"
      )
    case .shortProcedures:
      (
        "--procedures reads out all steps, stations and attributes.",
        "加 --procedures 可列出全部步骤、作业点和属性。"
      )
    case .comesWhenClosed:
      (
        "{share} of the trucks of {flow} come while the lanes that they need at {gate} are closed, "
          + "and wait until these open.",
        "车流{flow}中{share}的车辆在{gate}相应通道关闭时到达，须等候开放。"
      )

    // The general words behind
    case .documentsHeading: ("Documents", "单证")
    case .attributesHeading: ("Attributes", "属性")
    case .sharedHeading:
      ("Attributes that a truck, or its lot, shares with its companions", "车辆（或同批车辆）与随行单证的共享属性")
    case .anyOf: ("one of {words}", "取值：{words}")
    case .aNumber: ("a number", "数值")
    case .aDuration: ("a length of time", "时长")
    case .aWeight: ("a weight", "重量")
    case .aLength: ("a length", "长度")
    case .documentWay: ("{state} → {next}", "{state}→{next}")
    case .documentEnds: ("final: {states}", "终态：{states}")
    case .collectionsHeading: ("Collections", "归并")
    case .onePile: ("one pile", "统一归并")
    case .onePileFor: ("one pile for each {words}", "按{words}分别归并")
    case .closing: ("before {cut} → {due}", "{cut}前→{due}")
    case .closingsLeftOut: ("… and {count} dates more", "……另有{count}个日期")
    case .inLots: ("{count} in a lot", "每批{count}")
    case .drawnAs: ("{name}: {shares}", "{name}：{shares}")
    case .drawnByTheClock:
      ("{name}: by the clock in {steps} of {step}", "{name}：随时间变化，共{steps}，每段{step}")
    case .forEachTruck: ("{fact} (for each truck)", "{fact}（逐车抽取）")
    case .roomInMetres: ("room for a queue of {room}", "可排队{room}")
    case .attributeIs: ("{name} = {words}", "{name}＝{words}")
    case .everyDay: ("daily {hours}", "每天{hours}")
    case .onDays: ("{days} {hours}", "{days}{hours}")
    case .fromDayToDay: ("{first}–{last}", "{first}至{last}")
    case .openHours: ("{count} at {hours}", "{hours}开放{count}个")
    case .closed: ("closed", "关闭")
    case .loadsByFreeFlow:
      (
        "measured where nobody waits: servers without limit, {replications} over {length}",
        "按无排队条件实测：服务台不限，{replications}，时长{length}"
      )
    default: preconditionFailure("the phrase \(self) has no text")
    }
  }
}
