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

    // Firms
    case .consolidatedByDishonest(let firm):
      return pick(
        "\(quoted(firm)) is a dishonest firm and may not declare its batches together "
          + "(Shenzhen customs notice 2 of 2025: credit not dishonest); write \"per shipment\"",
        "\(quoted(firm))为失信企业，不得办理分送集报（深关公告〔2025〕2号：企业信用等级非失信）；请写作“per shipment”"
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
