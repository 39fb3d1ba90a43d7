import ScenarioFiles

extension Wording {
  /// The sentence of a fault.
  func fault(_ fault: ArrivalFault) -> String {
    switch fault {
    case .besidePopulation(let key):
      return pick(
        "\(quoted(key)) makes no sense beside \"population\": the same trucks come round and round",
        "\(quoted(key))不能与“population”并用：固定车队始终是同一批车辆循环往返"
      )
    case .populationStays(let flow):
      return pick(
        "flow \(quoted(flow)) is a population, which always stays, so that the run would not end; "
          + "use \"runs for\"",
        "车流\(quoted(flow))是固定车队，始终在场，仿真无法结束；请用“runs for”"
      )
    case .roundWithoutTime(let procedure):
      return pick(
        "a truck of this population can come through \(quoted(procedure)) without any time passing, "
          + "and so round and round at one instant; put \"serve at\" or \"delay for\" on each way",
        "固定车队可不耗时地走完流程\(quoted(procedure))，会在同一时刻无限循环；"
          + "请在每条路径上加入“serve at”或“delay for”"
      )
    case .tooFewStates(let found):
      return pick(
        "a rate that changes needs at least 2 states, not \(found); for one write rate: RATE",
        "到达率转换至少须有2个状态，此处有\(found)个；不变的到达率请直接写rate: RATE"
      )
    case .statesChangeTooOften(let found, let allowed):
      let (found, most) = (quantities.count(found), quantities.count(allowed))
      return pick(
        "the states would change some \(found) times in a replication; at most \(most) are allowed",
        "每次仿真中状态约转换\(found)次；最多允许\(most)次"
      )
    case .timeGoesBack(let time):
      return pick(
        "\(time) is before the time of the row above; sort the rows by time",
        "\(time)早于上一行的时刻；请按时间先后排列"
      )
    case .factorWithTrace:
      return pick(
        "arrivals from a file come at its times, which no \"demand.factor\" can multiply; leave the "
          + "factor at 1 or describe this flow by a rate",
        "从文件读取的到达时刻不能乘以需求倍数（demand.factor）；请将倍数保持为1，或改用到达率描述该车流"
      )
    case .besideClassColumn(let key):
      return pick(
        "the file has a column \"class\", which decides the class of each truck; delete "
          + "\(quoted(key)) or the column",
        "文件中已有“class”列逐车给出类别；请删去\(quoted(key))或该列"
      )
    case .traceTooShort(let rows, let needed, let flow):
      let (found, wanted) = (quantities.count(rows), quantities.count(needed))
      return pick(
        "this row is missing: flow \(quoted(flow)) takes a row for each truck or convoy, \(wanted) in "
          + "all, and there are \(found)",
        "缺少此行：车流\(quoted(flow))逐车（或逐队）取一行，共需\(wanted)行，现有\(found)行"
      )
    }
  }

  /// What a trace does when its rows are used up.
  func sentence(_ trace: RepeatingTrace) -> String {
    let values: KeyValuePairs = [
      "file": Self.printable(trace.file), "column": quoted(trace.column),
      "rows": quantities.count(trace.rows),
    ]
    return self(.traceRepeats, values)
  }
}
