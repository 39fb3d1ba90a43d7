import RandomVariates

/// What is wrong with the parameters of a distribution.
extension Wording {
  /// One sentence.
  ///
  /// Values that may be microseconds are not repeated: they stand in the scenario with their unit.
  func distribution(_ fault: DistributionFault) -> String {
    switch fault {
    case .notFinite(let name, _):
      return pick(
        "the \(parameter(name)) is not finite; choose smaller parameters",
        "\(parameter(name))不是有限值；请减小参数"
      )
    case .notPositive(let name, _):
      return pick("the \(parameter(name)) must be above zero", "\(parameter(name))须大于0")
    case .negative(let name, _):
      return pick("the \(parameter(name)) must not be below zero", "\(parameter(name))不得小于0")
    case .outOfRange(let name, let found, let low, let high):
      let (found, low, high) = (
        quantities.plain(found), quantities.plain(low), quantities.plain(high)
      )
      return pick(
        "the \(parameter(name)) is \(found); \(low) to \(high) is allowed",
        "\(parameter(name))为\(found)；允许\(low)至\(high)"
      )
    case .reversed:
      return pick("the lower bound is above the upper one", "下限大于上限")
    case .modeOutsideRange:
      return pick("the most likely value lies outside the bounds", "最可能值不在上下限之间")
    case .hardlyEverPositive:
      return pick(
        "next to nothing of this normal distribution is above zero; choose a larger mean",
        "该正态分布几乎全部小于0；请增大均值"
      )
    case .sharesDoNotSumToOne(let found): return sharesDoNotAddUp(found)
    case .empty: return pick("there is no value in it", "其中没有任何取值")
    case .part(let index, let fault):
      return pick("part \(index + 1): ", "第\(index + 1)部分：") + distribution(fault)
    }
  }

  /// Shares that must be a whole.
  func sharesDoNotAddUp(_ found: Double) -> String {
    pick(
      "the shares add up to \(quantities.exactShare(found)); they must add up to 100%",
      "各项比例之和为\(quantities.exactShare(found))，应为100%"
    )
  }

  /// A parameter of a distribution by the name that faults carry.
  private func parameter(_ name: String) -> String {
    switch name {
    case "mean": pick("mean", "均值")
    case "sd": pick("standard deviation", "标准差")
    case "cv": pick("coefficient of variation", "变异系数")
    case "scv": pick("squared coefficient of variation", "变异系数平方")
    case "shape": pick("shape", "形状参数")
    case "scale": pick("scale", "尺度参数")
    case "mode": pick("most likely value", "最可能值")
    case "low": pick("lower bound", "下限")
    case "high": pick("upper bound", "上限")
    case "variance": pick("variance", "方差")
    case "probability": pick("share", "比例")
    default: pick("value", "取值")
    }
  }
}
