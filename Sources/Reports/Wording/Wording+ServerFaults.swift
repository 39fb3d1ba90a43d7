import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ServerFault) -> String {
    switch fault {
    case .preemptiveWithoutPriority:
      pick(
        "preemption needs classes with priority; write \"queue: priority\" too",
        "中断低优先类别须按类别排队；请同时写明“queue: priority”"
      )
    case .blocksWithoutCapacity:
      pick(
        "a station that holds trucks back when it is full needs a \"capacity\"",
        "满后留车等候的作业点须写明“capacity”"
      )
    case .unlimitedServersFail:
      pick(
        "unlimited servers cannot fail one by one; give a number of servers",
        "不限数量的作业位无法逐个故障；请给出作业位数量"
      )
    case .failsAtOnce(let text):
      pick(
        "\(quoted(text)) lets servers fail at once, again and again; their time to failure needs a "
          + "mean above 0",
        "\(quoted(text))会使作业位不停故障；无故障时间的均值须大于0"
      )
    case .goesFirstBySeveral(let found):
      pick(
        "who goes first is said by the words of one attribute; here are \(quantities.count(found))",
        "优先车辆须按一个属性的取值确定；此处有\(quantities.count(found))个属性"
      )
    case .goesFirstElsewhere:
      pick(
        "\"goes first\" needs \"queue: fifo\" or \"queue: priority\", without \"preemptive\"",
        "“goes first”只能用于“queue: fifo”或“queue: priority”，且不得写“preemptive”"
      )
    case .seizesInterruptible(let station, .fails):
      pick(
        "servers of \(quoted(station)) fail, so they cannot be seized: what is seized is kept until "
          + "it is released; use \"serve at\"",
        "\(quoted(station))的作业位会故障，不能占用（seize）：占用的作业位须保持到释放；"
          + "请改用“serve at”"
      )
    case .seizesInterruptible(let station, .isPreemptive):
      pick(
        "a higher class takes servers of \(quoted(station)), so they cannot be seized: what is "
          + "seized is kept until it is released; use \"serve at\"",
        "\(quoted(station))的作业位会被高优先类别中断，不能占用（seize）：占用的作业位须保持到释放；"
          + "请改用“serve at”"
      )
    }
  }
}
