import ClearanceModel
import ScenarioFiles

/// The parts of a scenario, in words.
extension Wording {
  /// A part with keys of its own.
  func section(_ section: SectionKind) -> String {
    switch section {
    case .scenario: pick("the scenario", "方案")
    case .demand: pick("demand", "需求（demand）")
    case .station: pick("a station", "作业点")
    case .lane: pick("a lane", "通道")
    case .shift: pick("a shift", "班次")
    case .arrivals: pick("a flow", "车流")
    case .profile: pick("a profile", "到达率曲线（profile）")
    case .step: pick("a step", "步骤")
    case .branch: pick("a branch", "分支")
    case .gate: pick("a gate", "卡口")
    case .gateLane: pick("a lane of a gate", "卡口通道")
    case .office: pick("an office", "办公岗位")
    case .yard: pick("the yard", "查验场")
    case .scanner: pick("the scanner", "机检设备")
    case .laboratory: pick("the laboratory", "实验室")
    case .testLaboratory: pick("a laboratory", "实验室")
    case .samplers: pick("the samplers", "抽样人员")
    case .warehouses: pick("the warehouses", "监管仓库")
    case .warehouse: pick("a warehouse", "仓库")
    case .goodsClass: pick("a class of goods", "商品类别")
    case .firm: pick("a firm", "企业")
    case .firmsFile: pick("firms in a file", "企业名单文件的引用")
    case .movements: pick("the movements of a flow", "车流的业务构成（movements）")
    case .advanceDeclaration: pick("advance declaration", "提前申报")
    case .twoStep: pick("two-step declaration", "两步申报")
    case .policySwitch: pick("a switch of policy", "政策开关")
    case .entrusted: pick("entrusted processing", "委托加工")
    case .customsFlow: pick("a flow", "车流")
    case .banks: pick("the banks of a flow", "航班波（banks）")
    case .policy: pick("policy", "政策（policy）")
    case .inspectionMode: pick("a rule of the inspection modes", "查验模式规则")
    case .consolidated: pick("consolidated declaration", "集中申报")
    case .assumptions: pick("assumptions", "假设（assumptions）")
    case .calendar: pick("the calendar", "日历（calendar）")
    case .layer: pick("a layer of the calendar", "日历的需求层（layers）")
    case .outages: pick("outages", "系统故障（outages）")
    case .outage: pick("an outage", "一项系统故障")
    case .procedureSource: pick("a procedure in a file", "流程文件的引用")
    case .procedureFile: pick("the file of a procedure", "流程文件")
    case .attributeSteps: pick("an attribute by the clock", "分时段的属性取值")
    case .classChange: pick("a change of class", "类别的变更")
    case .collection: pick("a collection", "汇总（collections）")
    case .closing: pick("a closing", "汇总的截止与办理日期")
    case .rate: pick("a rate that varies", "变化的到达率（rate）")
    case .rateState: pick("a state of a rate", "到达率状态（states）")
    case .team: pick("a team", "班组（teams）")
    case .officer: pick("an officer", "关员（officers）")
    case .roster: pick("a roster", "排班（rosters）")
    case .standard: pick("a service standard", "服务标准（standards）")
    }
  }

  /// Whether the English words for a part are a plural.
  func isPlural(_ section: SectionKind) -> Bool {
    switch section {
    case .samplers, .warehouses, .banks, .assumptions, .movements, .firmsFile, .outages: true
    default: false
    }
  }

  /// What carries a name.
  func kind(_ kind: NamedKind) -> String {
    switch kind {
    case .station: pick("station", "作业点")
    case .lane: pick("lane", "通道")
    case .place: pick("station or lane", "作业点或通道")
    case .classOfTrucks: pick("class", "类别")
    case .flow: pick("flow", "车流")
    case .procedure: pick("procedure", "流程")
    case .step: pick("step", "步骤")
    case .mark: pick("mark", "标记")
    case .truck: pick("truck", "车辆")
    case .attribute: pick("attribute", "属性")
    case .collection: pick("collection", "汇总")
    case .amount: pick("amount", "累计量")
    case .word: pick("word", "取值")
    case .state: pick("state", "状态")
    case .property: pick("property", "参数")
    case .gate: pick("gate", "卡口")
    case .firm: pick("firm", "企业")
    case .layer: pick("layer", "需求层")
    case .team: pick("team", "班组")
    case .officer: pick("officer", "关员")
    case .skill: pick("skill", "技能")
    case .goods: pick("class of goods", "商品类别")
    case .stage: pick("stage", "环节")
    case .standard: pick("service standard", "服务标准")
    }
  }

  /// Several of what carries a name.
  func kinds(_ kind: NamedKind) -> String {
    switch kind {
    case .classOfTrucks: pick("classes", "类别")
    case .place: pick("stations and lanes", "作业点和通道")
    case .goods: pick("classes of goods", "商品类别")
    case .property: pick("properties", "参数")
    default: pick(self.kind(kind) + "s", self.kind(kind))
    }
  }

  /// What a node of the scenario is.
  func node(_ kind: NodeKind) -> String {
    switch kind {
    case .text: pick("a text", "文本")
    case .list: pick("a list", "列表")
    case .mapping: pick("keys with values", "键值组")
    case .nothing: pick("nothing", "空值")
    }
  }

  /// What a number with a unit measures.
  func quantity(_ kind: QuantityKind) -> String {
    switch kind {
    case .duration: pick("a length of time", "时长")
    case .share: pick("a share", "比例")
    case .rate: pick("a rate", "到达率")
    case .weight: pick("a weight", "重量")
    case .length: pick("a length", "长度")
    case .money: pick("an amount of money", "金额")
    case .value: pick("a value by weight", "单位重量价值")
    case .temperature: pick("a temperature", "温度")
    }
  }

  /// What numbers of a dimension measure.
  func dimension(_ dimension: Dimension) -> String {
    switch dimension {
    case .number: pick("a plain number", "纯数")
    case .duration: quantity(.duration)
    case .weight: quantity(.weight)
    case .length: quantity(.length)
    }
  }
}
