import ClearanceRecords
import EventSimulation
import Studies

/// The papers of one truck in words, and what they cost it.
extension Wording {
  /// A time for which a truck stood still since its papers were not ready.
  func sentence(_ wait: PaperWait) -> String {
    let time = quantities.duration(wait.time.seconds)
    guard let until = wait.until else {
      return pick(
        "waits \(time) for its papers, still waiting when the run ends",
        "等待单证\(time)，仿真结束时仍在等待"
      )
    }
    return pick(
      "waits \(time) for its papers, until \(clock(until))",
      "等待单证\(time)，至\(clock(until))"
    )
  }

  /// What the papers were doing, the parts in the order of their making.
  func reasons(_ wait: PaperWait) -> [String] {
    guard !wait.parts.isEmpty else { return [] }
    let parts = self.parts(wait.parts)
    return [pick("meanwhile: \(parts)", "其间：\(parts)")]
  }

  private func parts(_ parts: [PaperWait.Part]) -> String {
    list(
      parts.map { part in
        cause(part.cause) + pick(" ", "") + quantities.duration(part.time.seconds)
      }
    )
  }

  private func cause(_ cause: PaperWait.Cause) -> String {
    switch cause {
    case .preparation: pick("preparation", "企业备单")
    case .office: pick("office", "单证审核")
    case .inspection: pick("inspection", "查验")
    case .tax: pick("tax", "缴税")
    case .lot: pick("other trucks of the lot", "同批其他车辆")
    case .other: pick("other", "其他")
    }
  }

  // MARK: The list of papers

  /// Each consignment in a few lines, after a blank one and a heading.
  func papers(_ papers: TruckPapers) -> [String] {
    guard !papers.lots.isEmpty else {
      return ["", pick("It carried no papers.", "该车无随附单证。")]
    }
    return ["", pick("Papers", "单证")]
      + papers.lots.flatMap { lot in
        goods(lot).folded() + times(lot.row.times).folded(indent: 3) + amounts(lot.row)
          + batch(lot.batch)
      }
  }

  private func goods(_ lot: TruckPapers.Lot) -> String {
    let (goods, count) = (lot.row.goods, quantities)
    let (kilograms, lines) = (count.count(goods.kilograms), count.count(goods.lines))
    let value = count.fixed(Double(goods.cents) / 100, 2)
    let trucks = counted(Int(lot.row.trucks), .truck)
    let isGathered = lot.batch != nil
    let state =
      isGathered && lot.state == "settled"
      ? pick("handed to its batch", "已归批待集中申报") : state(lot.state, lot.refusal)
    let firm = Self.printable(lot.firm)
    return pick(
      "\(lot.number). \(lot.movement), \(firm): \(kilograms) kg, \(lines) \(goods.lines == 1 ? "line" : "lines"), "
        + "\(value) US dollars, \(lot.status), \(trucks); \(state)",
      "\(lot.number)．\(movementKind(lot.movement))，\(firm)：\(kilograms)千克，\(lines)项，\(value)美元，"
        + "\(status(lot.status))，\(trucks)；\(state)"
    )
  }

  private func state(_ state: String, _ refusal: String?) -> String {
    let word =
      switch state {
      case "preparing": pick("in preparation", "办理中")
      case "approved": pick("approved", "审核通过")
      case "released": pick("released", "已放行")
      case "settled": pick("settled", "已核扣")
      // Without a reason nobody refused them: no truck brought the goods.
      case "refused": refusal == nil ? pick("withdrawn", "撤销") : pick("refused", "退单")
      default: state
      }
    guard let refusal else { return word }
    return pick("\(word) (\(reason(refusal)))", "\(word)（\(reason(refusal))）")
  }

  private func reason(_ refusal: String) -> String {
    switch refusal {
    case "book": pick("not enough on the book", "账册余量不足")
    case "guarantee": pick("beyond the guarantee", "担保额度不足")
    case "blocked": pick("the firm was late", "企业逾期未报")
    case "credit": pick("the firm's credit", "信用等级不符")
    default: refusal
    }
  }

  /// The states in their order, with the time that passed before each.
  private func times(_ times: ConsignmentRow.Times) -> String {
    let states: [(at: SimulatedTime, word: String)] = [
      (times.openedAt, pick("opened", "建立")), (times.approvedAt, pick("approved", "审核")),
      (times.submittedAt, pick("submitted", "申报")), (times.releasedAt, pick("released", "放行")),
      (times.passedAt, pick("passed", "过卡")), (times.formalAt, pick("deducted", "核扣")),
      (times.paidAt, pick("paid", "缴税")),
    ]
    let reached = states.enumerated().filter { $0.element.at != .never }
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    var (words, last) = ([String](), times.openedAt)
    for state in reached {
      let after = quantities.duration((state.at - last).seconds)
      let lost = state.at > last ? pick(" (+\(after))", "（+\(after)）") : ""
      words.append("\(state.word) \(clock(state.at))\(lost)")
      last = state.at
    }
    return words.joined(separator: pick(", ", "，"))
  }

  private func amounts(_ row: ConsignmentRow) -> [String] {
    let amounts = [
      (row.amounts.duty, pick("duty", "关税")),
      (row.amounts.vat, pick("VAT and consumption tax", "增值税、消费税")),
      (row.amounts.lateFee, pick("late fee", "滞报金")),
    ].filter { $0.0 > 0 }
    guard !amounts.isEmpty else { return [] }
    let words = amounts.map { fen, word in
      let yuan = quantities.fixed(Double(fen) / 100, 2)
      return pick("\(word) \(yuan) yuan", "\(word)\(yuan)元")
    }
    return words.joined(separator: pick(", ", "，")).folded(indent: 3)
  }

  private func batch(_ batch: TruckPapers.Batch?) -> [String] {
    guard let batch else { return [] }
    let goods = batch.row.goods
    let (slips, lines) = (quantities.count(goods.slips), quantities.count(goods.lines))
    let text = pick(
      "in batch \(batch.number): \(slips) \(goods.slips == 1 ? "slip" : "slips"), merged into "
        + "\(lines) \(goods.lines == 1 ? "item" : "items"), \(goods.declarations) "
        + "\(goods.declarations == 1 ? "declaration" : "declarations"); \(state(batch.state, nil))",
      "归入第\(batch.number)批：出入库单\(slips)份，归并\(lines)项，报关单\(goods.declarations)票；"
        + state(batch.state, nil)
    )
    return text.folded(indent: 3) + times(batch.row.times).folded(indent: 3) + amounts(batch.row)
  }

  private func movementKind(_ word: String) -> String {
    switch word {
    case "first-line-in": "一线进境"
    case "enter-first": "先入区后报关"
    case "two-step-in": "两步申报进境"
    case "first-line-out": "一线出境"
    case "second-line-in": "二线进区"
    case "second-line-out": "二线出区"
    case "batch-in": "分送集报进区"
    case "batch-out": "分送集报出区"
    case "by-status-in": "按状态分类监管进区"
    case "by-status-out": "按状态分类监管出区"
    default: word
    }
  }

  private func status(_ word: String) -> String {
    switch word {
    case "bonded": "保税"
    case "non-bonded": "非保税"
    case "exported-in": "出口入区"
    default: word
    }
  }

  // MARK: The end

  /// The branch that made the truck wait, with the time that either cost.
  func branch(_ papers: TruckPapers) -> [String] {
    let (paper, lane) = (
      quantities.duration(papers.papersWait.seconds), quantities.duration(papers.lanesWait.seconds)
    )
    var text =
      switch papers.branch {
      case .neither: pick("Neither papers nor lanes made it wait.", "单证与通道均未造成等待。")
      case .papers:
        pick(
          "Its papers made it wait: \(paper) for papers, \(lane) at lanes and other places.",
          "等待主要由单证造成：单证\(paper)，通道等作业点\(lane)。"
        )
      case .lane:
        pick(
          "The lane made it wait: \(lane) at lanes and other places, \(paper) for papers.",
          "等待主要由通道造成：通道等作业点\(lane)，单证\(paper)。"
        )
      }
    if !papers.parts.isEmpty {
      let parts = self.parts(papers.parts)
      text += pick(" The papers waited for: \(parts).", "单证等待的环节：\(parts)。")
    }
    return text.folded()
  }
}
