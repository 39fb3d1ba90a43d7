import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: SumFault) -> String {
    switch fault {
    case .otherKind(let amount, let found, let first, let position):
      let (found, first) = (dimension(found), dimension(first))
      return pick(
        "this adds \(found) to \(quoted(amount)), which is \(first) in \(place(position))",
        "此处向\(quoted(amount))累加的是\(found)，而\(place(position))累加的是\(first)"
      )
    case .otherWhole(let amount, let found, let first, let position):
      return pick(
        "\(quoted(amount)) is a share of \(quoted(found)) here and of \(quoted(first)) in "
          + "\(place(position)); one of them must go",
        "\(quoted(amount))在此处按\(quoted(found))计算占比，而\(place(position))按\(quoted(first))计算；"
          + "只能保留一个"
      )
    case .wholeOfOtherKind(let amount, let own, let whole, let other):
      return pick(
        "\(quoted(amount)) is \(dimension(own)) and \(quoted(whole)) \(dimension(other)), so that "
          + "one is no share of the other",
        "\(quoted(amount))是\(dimension(own))，\(quoted(whole))是\(dimension(other))，不能计算占比"
      )
    case .nameOfCounter(let name, let position):
      return pick(
        "\(quoted(name)) is counted in \(place(position)); an amount needs a name of its own",
        "\(place(position))已有名为\(quoted(name))的计数；累计量须另取名称"
      )
    }
  }

  /// What a step adds to an amount, as a sentence.
  func sentence(_ action: SumAction) -> String {
    let (amount, text) = (action.amount.text, action.text)
    let sum = pick("add \(text) to \(amount)", "累计\(amount)：加\(text)")
    guard let whole = action.whole?.text else { return sum }
    return sum + pick(", a share of \(whole)", "（占\(whole)的比例）")
  }

  /// Where something else stands: its line, with the file where that is another.
  private func place(_ position: SourcePosition) -> String {
    let line = pick("line \(position.line)", "第\(position.line)行")
    if let option = position.override { return quoted("--set \(option)") }
    return position.file.map { pick("\(line) of \($0)", "\($0)\(line)") } ?? line
  }
}
