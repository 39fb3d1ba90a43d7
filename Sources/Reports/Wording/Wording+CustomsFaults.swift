import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: CustomsFault) -> String {
    switch fault {
    case .notADate(let text):
      return pick(
        "\(quoted(text)) is no day of the calendar; write it like 2024-03-04",
        "\(quoted(text))不是有效日期；请写作2024-03-04的形式"
      )
    case .notHours(let text):
      return pick(
        "\(quoted(text)) is no part of the day; write it like 07:30-20:00",
        "\(quoted(text))不是有效时段；请写作07:30-20:00的形式"
      )
    case .notAMonth(let text):
      return pick(
        "\(quoted(text)) is no month; write it like 2024-03",
        "\(quoted(text))不是有效月份；请写作2024-03的形式"
      )
    case .monthsNotAscending:
      return pick("months must ascend", "月份须按先后顺序排列")
    case .notAQuantity(let text, let units):
      return pick("\(quoted(text)) has no unit", "\(quoted(text))没有单位") + allowed(units)
    case .needsDate:
      return pick(
        "consolidated declarations fall due by the calendar (GACC notice 78 of 2020; "
          + "Order 256, art. 25); give the first day by \"starts\"",
        "集中申报按日历到期（公告2020年第78号；海关总署令第256号第二十五条）；请用“starts”写明起始日期"
      )

    // People
    case .rostersOverlap(let officer, let first, let second, let day, let hours):
      return pick(
        "officer \(quoted(officer)) is on the rosters \(quoted(first)) and \(quoted(second)) at the "
          + "same time: \(day) \(hours)",
        "关员\(quoted(officer))同时排在\(quoted(first))和\(quoted(second))两个班次：\(day) \(hours)"
      )
    case .officerWithoutRoster(let officer):
      return pick(
        "officer \(quoted(officer)) is on no roster, so nobody knows when to expect them; add the "
          + "name to \"officers\" of a roster",
        "关员\(quoted(officer))未列入任何排班；请加入某一排班的“officers”"
      )
    case .skillNeverStaffed(let skill):
      return pick(
        "officers with the skill \(quoted(skill)) never work by their rosters",
        "具备\(quoted(self.skill(skill)))技能的关员按排班从不在岗"
      )
    case .staffedByOfficers(let word, let skill):
      return pick(
        "officers with the skill \(quoted(skill)) serve here by their rosters; leave out "
          + "\(quoted(word)), or the skill",
        "此处由具备\(quoted(self.skill(skill)))技能的关员按排班服务；请删去\(quoted(word))或该技能"
      )

    // Gates and lanes
    case .noGate:
      return pick(
        "this flow comes to a gate, but the zone has none; give \"gates\"",
        "该车流须经卡口进出，但区域没有卡口；请写明“gates”"
      )
    case .severalGates(let names):
      return pick(
        "the zone has several gates; say by \"gate\" which one this flow uses",
        "区域有多个卡口；请用“gate”写明该车流使用的卡口"
      ) + there(names)
    case .carsAmongGoods(let lane):
      return pick(
        "lane \(quoted(lane)) cannot serve cars and goods: cars have lanes of their own, without a "
          + "scale; serve either \"cars\" or goods",
        "通道\(quoted(lane))不能同时服务小客车和货车：小客车走专用通道，不设地磅；请只写“cars”或只写货物类别"
      )
    case .noLaneServes(let kind, let status, let leadsIn, let gate):
      let who = kinds(kind, status)
      return pick(
        "no lane \(leadsIn ? "in" : "out") of gate \(quoted(gate)) serves \(who); add it to the "
          + "\"serves\" of a lane",
        "卡口\(quoted(gate))没有服务\(who)的\(leadsIn ? "进" : "出")区通道；请在某一通道的“serves”中加入"
      )
    case .lanesNeverOpen(let kind, let leadsIn, let gate):
      return pick(
        "the lanes \(leadsIn ? "in" : "out") of gate \(quoted(gate)) that serve \(quoted(kind)) "
          + "never open",
        "卡口\(quoted(gate))服务\(quoted(kind))的\(leadsIn ? "进" : "出")区通道从不开放"
      )

    // Yard and goods
    case .hitsWithoutBays:
      return pick(
        "declarations are picked for inspection (hit rates above 0), but no yard has a bay for it; "
          + "give \"yard\" with \"bays\", or set \"hit rate factor\" to 0",
        "设有布控查验（查验率大于0），但没有查验台位；请在“yard”中写明“bays”，或将“hit rate factor”设为0"
      )
    case .goodsNotHandled(let goods, let handled):
      return pick(
        "the zone does not handle \(quoted(goods)); \"handles\" has: ",
        "区域不经营\(quoted(goods))；“handles”中有："
      ) + list(handled)
    case .noDesignatedSite(let goods):
      return pick(
        "\(quoted(goods)) may be inspected at a designated site alone; the zone has "
          + "none for it under \"designated sites\"",
        "\(quoted(goods))只能在指定监管场地查验；区域的“designated sites”中没有相应场地"
      )
    case .noLaboratory(let goods, let laboratories):
      return pick(
        "\(quoted(goods)) must be tested, and no laboratory may test it; add it to the \"tests\" of one "
          + "of: ",
        "\(quoted(goods))须抽样检测，但没有实验室可以检测；请在以下某一实验室的“tests”中加入："
      ) + list(laboratories)
    case .noColdStore(let goods, let temperature, let places):
      let places = quantities.count(places)
      return pick(
        "\(quoted(goods)) is kept \(temperature) while it waits for its test, and the supervised warehouse "
          + "with its \(places) places is for ambient goods; give \(quoted("supervised \(temperature)")) "
          + "under \"warehouses\"",
        "\(quoted(goods))待检期间须\(temperature == "chilled" ? "冷藏" : "冷冻")存放，"
          + "而有\(places)个货位的监管仓库为常温库；请在“warehouses”中写明\(quoted("supervised \(temperature)"))"
      )
    case .aboveWeightLimit(let vehicle, let least, let limit):
      let (found, most) = (quantities.plain(least), quantities.plain(limit))
      return pick(
        "every loaded \(quoted(vehicle)) weighs at least \(found) t; the limit is \(most) t",
        "\(quoted(vehicle))载货后至少重\(found)吨；限值为\(most)吨"
      )

    // Demand and shares
    case .profileWeights(let found):
      return pick(
        "a profile has 24 weights, one for each hour of the day; here are \(quantities.count(found))",
        "到达分布须有24个小时权重；此处有\(quantities.count(found))个"
      )
    case .tooManyBanks(let most):
      let most = quantities.count(most)
      return pick(
        "these banks come too often in the run; at most \(most) are allowed: shorten the run, or "
          + "list fewer",
        "仿真期间航班波次数过多，最多\(most)次；请缩短仿真时长或减少航班波"
      )
    case .sharesAboveAll(let keys, let sum):
      let names = keys.map(quoted).joined(separator: pick(" and ", "与"))
      let share = quantities.share(sum)
      return pick(
        "\(names) add up to \(share); at most 100% is allowed",
        "\(names)之和为\(share)；不得超过100%"
      )

    // Inspection modes
    case .modeForbidden(let mode, let reason):
      return forbidden(mode, reason)
    case .modesWithoutFlow:
      return pick(
        "no flow's goods can fall under these rules: they hold for flows without \"movements\" and "
          + "without a \"procedure\" of their own, with goods that some rule is for",
        "没有车流的货物适用这些规则：规则只适用于未写“movements”和“procedure”、且货物符合某条规则的车流"
      )
    case .goodsNotFree(let mark, let state):
      return goodsNotFree(mark, state)

    // Firms and papers
    case .dateWithoutStart:
      return pick(
        "dates have no place in a run without a first day; give it by \"starts\"",
        "方案没有起始日期，无法确定日期所在位置；请用“starts”写明"
      )
    case .dateBeforeStart(let text, let start):
      let day = start.isoText
      return pick(
        "\(quoted(text)) is not after the first day of the run, \(day)",
        "\(quoted(text))不晚于仿真起始日\(day)"
      )
    case .notAPeriodEnd(let date, let quarterly, let nearest):
      let (day, next) = (date.isoText, nearest.isoText)
      let period = pick(quarterly ? "quarter" : "month", quarterly ? "季度" : "月份")
      return pick(
        "on \(day) no \(period) begins; how a firm declares changes at a period's end alone "
          + "(Order 256, art. 25); did you mean \(next)?",
        "\(day)不是\(period)的起始日；申报方式只能在申报周期结束时变更（海关总署令第256号第二十五条）；是否为\(next)？"
      )
    case .leavesBeforeJoining(let firm):
      return pick("\(quoted(firm)) leaves before it joins", "\(quoted(firm))的退出日期早于入区日期")
    case .negativeBook(let text):
      return pick(
        "an account book cannot begin with \(quoted(text)): no item of it is ever below zero "
          + "(GACC Order 256, account books)",
        "账册期初不得为\(quoted(text))：账册任何项号的库存不得小于零（海关总署令第256号，电子账册）"
      )
    case .manyToMany(let documents, let trucks):
      return pick(
        "\(quoted(documents)) documents per truck and \(trucks) trucks per declaration: a release form "
          + "binds one truck to many documents, or one document to many trucks, and not many to many "
          + "(gate release form, binding types 1 to 3)",
        "每车\(quoted(documents))票且每票\(trucks)车：核放单绑定类型为一车多票、一票一车或一票多车，不支持多车多票"
      )
    case .forbiddenByCredit(let facilitation, let firm):
      let (en, zh) = self.facilitation(facilitation)
      return pick(
        "\(quoted(firm)) is a dishonest firm and may not use \(en); give it a flow of its own "
          + "without, or another credit",
        "\(quoted(firm))为失信企业，不得适用\(zh)；请为其单设不含此项的车流，或改写信用等级"
      )
    case .waiverWithoutCertificate(let firm):
      return pick(
        "\(quoted(firm)) is never advanced-certified; only such firms may be exempted from "
          + "guarantees (GACC notice 148 of 2023)",
        "\(quoted(firm))始终不是高级认证企业；仅高级认证企业可免除担保（海关总署公告2023年第148号）"
      )
    case .consolidatedByDishonest(let firm):
      return pick(
        "\(quoted(firm)) is a dishonest firm and may not declare its batches together "
          + "(Shenzhen customs notice 2 of 2025: credit not dishonest); write \"per shipment\"",
        "\(quoted(firm))为失信企业，不得办理分送集报（深关公告〔2025〕2号：企业信用等级非失信）；请写作“per shipment”"
      )
    }
  }

  /// A facilitation with the notice that its credit rule stands in.
  private func facilitation(_ facilitation: CustomsFault.Facilitation) -> (en: String, zh: String) {
    switch facilitation {
    case .batch:
      (
        "batches with a consolidated declaration (Shenzhen customs notice 2 of 2025: credit not "
          + "dishonest)",
        "分送集报（深关公告〔2025〕2号：企业信用等级非失信）"
      )
    case .twoStep:
      (
        "two-step declaration (GACC notice 127 of 2019: general credit or better)",
        "两步申报（海关总署公告2019年第127号：一般信用及以上企业）"
      )
    case .fourSelf:
      (
        "four-self-one-simplification (GACC notice 26 of 2019: general credit or better)",
        "四自一简（海关总署公告2019年第26号：一般信用及以上企业）"
      )
    }
  }

  /// A kind of lane, with the status of the goods where only that one is meant.
  private func kinds(_ kind: String, _ status: String?) -> String {
    guard let status else { return quoted(kind) }
    return pick(
      "\(quoted(kind)) goods that are \(quoted(status))",
      "\(quoted(status))的\(quoted(kind))货物"
    )
  }
}
