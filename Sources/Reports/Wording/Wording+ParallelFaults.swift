import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ParallelFault) -> String {
    switch fault {
    case .goToAcross(let step):
      let target = step == Step.endName ? pick("the end", "流程结束") : quoted(step)
      return pick(
        "\"go to\" can neither enter nor leave a branch of \"do in parallel\"; \(target) is not in "
          + "the same branch",
        "go to不能进入或离开do in parallel的分支；\(target)不在同一分支内"
      )
    case .setTwice(let attribute):
      return pick(
        "the attribute \(quoted(attribute)) is set in two branches of one \"do in parallel\", and "
          + "which value remains would be left to chance",
        "属性\(quoted(attribute))在同一个do in parallel的两个分支中都被设定，无法确定最终取值"
      )
    case .setsShared(let attribute):
      return pick(
        "the shared attribute \(quoted(attribute)) cannot be set within \"do in parallel\"; set it "
          + "before or after, or in a companion",
        "共享属性\(quoted(attribute))不能在do in parallel中设定；请在其前后或由随行单证设定"
      )
    case .releaseAcross(let station):
      return pick(
        "\(quoted(station)) is seized in another branch or outside; a branch of \"do in parallel\" "
          + "gives back only what it has seized itself, and what it still holds at its end",
        "\(quoted(station))在该分支之外占用；do in parallel的分支只能释放本分支占用的，"
          + "分支结束时仍占用的自动释放"
      )
    case .cannotSeizeTogether(let station, let reason):
      return pick(
        "\(quoted(station)) cannot be seized together with others: \(english(reason))",
        "\(quoted(station))不能与其他作业点一次占用：\(chinese(reason))"
      )
    case .differentQueues(let station, let other):
      return pick(
        "\(quoted(station)) and \(quoted(other)) have different orders of service (\"queue\"); "
          + "who seizes both could wait for ever",
        "\(quoted(station))与\(quoted(other))的排队规则（queue）不同；同时占用两者的车辆可能互相等待，"
          + "永不结束"
      )
    }
  }

  private func english(_ reason: SeizeObstacle) -> String {
    switch reason {
    case .order: "it serves in random order, so that two trucks could wait for each other for ever"
    case .blocksUpstream: "it blocks upstream when it is full"
    case .jockeys:
      "trucks change its lanes (\"jockeying\"), so that two could wait for each other for ever"
    case .goesFirst:
      "some go before all others there (\"goes first\"), so that two could wait for each other for ever"
    }
  }

  private func chinese(_ reason: SeizeObstacle) -> String {
    switch reason {
    case .order: "该作业点按随机顺序服务，车辆可能互相等待，永不结束"
    case .blocksUpstream: "该作业点满员时阻塞上游"
    case .jockeys: "该作业点允许换道（jockeying），车辆可能互相等待，永不结束"
    case .goesFirst: "该作业点有优先车辆（goes first），车辆可能互相等待，永不结束"
    }
  }
}
