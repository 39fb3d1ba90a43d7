import ScenarioFiles

extension Wording {
  /// Why a mode is not for some goods, with the rule.
  func forbidden(_ mode: InspectionMode, _ reason: CustomsFault.ModeReason) -> String {
    let name = quoted(mode.rawValue)
    let rule = self.rule(of: mode)
    switch reason {
    case .goods(let goods):
      let kind =
        mode == .sampleThenRelease
        ? pick("food alone", "食品")
        : pick("animal and plant products other than food alone", "食品以外的动植物产品")
      return pick(
        "\(name) is for \(kind) (\(rule)); \(quoted(goods)) is of another \"kind\"",
        "\(name)仅适用于\(kind)（\(rule)）；\(quoted(goods))不属此类（见“kind”）"
      )
    case .designatedSite(let goods):
      return pick(
        "\(quoted(goods)) may be inspected at a designated site alone, and not by \(name)",
        "\(quoted(goods))只能在指定监管场地查验，不得适用\(name)"
      )
    case .dishonest:
      return pick(
        "\(name) rests on the importer's promise (\(rule)); that of a dishonest firm is assumed not "
          + "to be taken",
        "\(name)以进口商承诺为前提（\(rule)）；假定失信企业的承诺不被接受"
      )
    case .noPromise(let firm):
      return pick(
        "\(quoted(firm)) does not promise conformity with the national standards and keep records of "
          + "purchases and sales, without which nothing is released on its sample (\(rule))",
        "\(quoted(firm))未承诺符合国家标准并留存进货和销售记录，不得抽样后即放行（\(rule)）"
      )
    case .staysInCountry(let flow):
      return pick(
        "\(name) is for goods from abroad that go abroad again (\(rule)); give flow \(quoted(flow)) "
          + "\"leaves for: abroad\", or name other goods",
        "\(name)仅适用于入境后复出境的货物（\(rule)）；请在车流\(quoted(flow))写明“leaves for: abroad”，或改写货物"
      )
    case .bonded(let flow):
      return pick(
        "\(name) are for goods that are not bonded (\(rule)); flow \(quoted(flow)) has bonded ones",
        "\(name)仅适用于非保税货物（\(rule)）；车流\(quoted(flow))中有保税货物"
      )
    case .noScanner:
      return pick(
        "\(name) needs images; give \"yard\" a \"scanner\"",
        "\(name)须先机检；请在“yard”中写明“scanner”"
      )
    case .noYard:
      return pick(
        "inspection modes need a yard to inspect in; give \"yard\" with \"bays\"",
        "查验模式须有查验场；请在“yard”中写明“bays”"
      )
    }
  }

  /// Goods that are marked before they may be.
  func goodsNotFree(_ mark: String, _ state: String) -> String {
    pick(
      "goods that may be \(quoted(state)) here cannot be marked \(quoted(mark)): "
        + rule(ofState: state),
      "货物至此可能处于\(quoted(state))，不得标记为\(quoted(mark))：" + rule(ofState: state)
    )
  }

  /// What the rule says of goods in a state.
  func rule(ofState state: String) -> String {
    switch state {
    case "due":
      pick(
        "quarantine at the port of entry comes first (GACC notice 36 of 2019)",
        "须先完成口岸检疫（海关总署公告2019年第36号）"
      )
    case "on hold":
      pick(
        "they stay in the supervised warehouse until the result (GACC notice 36 of 2019)",
        "检测结果出具前应存放于监管仓库（海关总署公告2019年第36号）"
      )
    case "on promise":
      pick(
        "they are released after their sample is taken (GACC notice 29 of 2019)",
        "抽样后方可放行（海关总署公告2019年第29号）"
      )
    case "to inspect":
      pick(
        "they are inspected once, at the place of their mode (GACC plan 77 of 2023)",
        "须在所选地点查验一次（署贸发〔2023〕77号）"
      )
    case "in test", "before test", "failed":
      pick(
        "customs acts on the result of the test (GACC notices 29 and 36 of 2019)",
        "海关按检测结果处置（海关总署公告2019年第29号、第36号）"
      )
    default:
      pick("they must be \"released\" first", "须先“released”（放行）")
    }
  }
}
