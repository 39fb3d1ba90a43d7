import EventSimulation
import Studies

/// Why a truck waited at a place.
extension Wording {
  /// The most trucks that are named as having had the place.
  private static let holderLimit = 3
  /// The most closed times that are named.
  private static let closureLimit = 3

  /// The reasons, one sentence each; none where it did not wait.
  func reasons(_ visit: TruckVisit) -> [String] {
    guard visit.wait > .zero else { return [] }
    return ahead(of: visit) + traits(visit) + closures(visit) + overtakers(visit) + holders(visit)
  }

  private func ahead(of visit: TruckVisit) -> [String] {
    let (waiting, inService) = (visit.waitingAhead, visit.inServiceAhead)
    guard waiting + inService > 0 else {
      return [pick("nobody was ahead", "前方无车")]
    }
    return [
      pick(
        "ahead when it came: \(waiting) waiting, \(inService) in service",
        "到达时前方有\(waiting)辆等待、\(inService)辆正在办理"
      )
    ]
  }

  /// What visits do not tell: when servers failed, and who was missing.
  private func traits(_ visit: TruckVisit) -> [String] {
    var sentences: [String] = []
    if visit.traits.company > 1 {
      let trucks = counted(visit.traits.company, .truck)
      sentences.append(
        pick("a server waits until \(trucks) are there", "每个作业位凑足\(trucks)才开始办理")
      )
    }
    if visit.traits.fails {
      sentences.append(
        pick("its servers fail, and are repaired meanwhile", "该作业点会故障，修复期间不办理")
      )
    }
    return sentences
  }

  private func closures(_ visit: TruckVisit) -> [String] {
    var sentences = visit.closures.prefix(Self.closureLimit).map { closure in
      if closure.from == visit.arrivedAt {
        guard let until = closure.until else {
          return pick("closed all the while", "期间一直未开放")
        }
        return pick("closed until \(clock(until))", "至\(clock(until))方开放")
      }
      guard let until = closure.until else {
        return pick("closed from \(clock(closure.from))", "\(clock(closure.from))起未开放")
      }
      return pick(
        "closed from \(clock(closure.from)) until \(clock(until))",
        "\(clock(closure.from))至\(clock(until))未开放"
      )
    }
    let left = visit.closures.count - Self.closureLimit
    if left > 0 { sentences.append(pick("and closed \(left) times more", "另有\(left)段时间未开放")) }
    return sentences
  }

  private func overtakers(_ visit: TruckVisit) -> [String] {
    guard visit.overtakers > 0 else { return [] }
    let trucks = counted(visit.overtakers, .truck)
    return [
      pick("\(trucks) that came later went first", "后到的\(trucks)先行办理")
    ]
  }

  private func holders(_ visit: TruckVisit) -> [String] {
    var sentences = visit.holders.prefix(Self.holderLimit).map(holder)
    let left = visit.holders.count - Self.holderLimit
    if left > 0 {
      let trucks = counted(left, .truck)
      sentences.append(pick("and \(trucks) more had it for less", "另有\(trucks)占用较短时间"))
    }
    return sentences
  }

  private func holder(_ holder: TruckVisit.Holder) -> String {
    let time = quantities.duration(holder.time.seconds)
    let places = holder.elsewhere.map { elsewhere($0) }.joined(separator: pick(", ", "，"))
    let documents = holder.documents.map {
      pick("\($0.name): \($0.state)", "\($0.name)：\($0.state)")
    }
    .joined(separator: pick(", ", "，"))
    let what = pick("\(holder.truck) had it for \(time)", "\(holder.truck)占用\(time)")
    guard !places.isEmpty else { return what }
    let papers = documents.isEmpty ? "" : pick(" (\(documents))", "（\(documents)）")
    return what + pick(" and kept it while \(places)", "，其间未让出：\(places)") + papers
  }

  private func elsewhere(_ visit: TruckVisit.Elsewhere) -> String {
    let waited = quantities.duration(visit.waited.seconds)
    let served = quantities.duration(visit.served.seconds)
    if visit.waited == .zero {
      return pick("served at \(visit.place) for \(served)", "在\(visit.place)办理\(served)")
    }
    if visit.served == .zero {
      return pick("waiting at \(visit.place) for \(waited)", "在\(visit.place)等待\(waited)")
    }
    return pick(
      "waiting at \(visit.place) for \(waited) and served there for \(served)",
      "在\(visit.place)等待\(waited)、办理\(served)"
    )
  }
}
