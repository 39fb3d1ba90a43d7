import EventSimulation
import ScenarioFiles
import Studies

/// The fixed phrases about warm-ups that are found and about batches of one long run.
///
/// A part in braces, such as `{length}`, is filled in where the phrase is used.
enum SteadyStatePhrase: PhraseTable {
  // What a scenario says
  case lengthWithSearch, lengthInBatches
  // Results
  case found, foundInSystem, nothingToWarm, neverSettles, warmUpTooShort, wholeSystem
  case batchNote, batchesCorrelated, batchesCutPeriods
  // What is refused
  case automaticUntilEmpty, batchesUntilEmpty, batchesOfReplications, tooFewPeriods
  case batchesWithOption

  var texts: (en: String, zh: String) {
    switch self {
    case .lengthWithSearch:
      (
        "{length} per replication, whose warm-up is found from the run itself",
        "仿真时长{length}（预热期由仿真自动确定）"
      )
    case .lengthInBatches: (", in {batches} batches of equal length", "，按等长分为{batches}批")
    case .found:
      (
        "Steady state: the warm-up of {length} was found by MSER-5 from {replications}; {place} decided.",
        "稳态仿真：预热期{length}由MSER-5法据{replications}确定，决定环节为{place}。"
      )
    case .foundInSystem:
      (
        "Steady state: the warm-up of {length} was found by MSER-5 from {replications}; the number inside decided.",
        "稳态仿真：预热期{length}由MSER-5法据{replications}确定，依据为在场车辆数。"
      )
    case .nothingToWarm:
      (
        "Steady state: MSER-5 found from {replications} that no warm-up is needed.",
        "稳态仿真：MSER-5法据{replications}判断无需预热期。"
      )
    case .neverSettles:
      (
        "at {place} the number present does not settle before the middle of the run; half of it was taken as warm-up: run longer.",
        "{place}的在场数在仿真前半段未趋于平稳，已取一半时长为预热期；请延长仿真。"
      )
    case .warmUpTooShort:
      (
        "the warm-up of {length} is too short: {place} still shows the start; MSER-5 proposes {proposed}.",
        "预热期{length}偏短：{place}仍受初始状态影响；MSER-5法建议{proposed}。"
      )
    case .wholeSystem: ("the whole system", "全区")
    case .batchNote:
      (
        "±: half-width of the {confidence} confidence interval, from {batches} batches of {length} each.",
        "±为{confidence}置信区间半宽，由{batches}批、每批{length}求得。"
      )
    case .batchesCorrelated:
      (
        "successive batches of {measure} are alike (von Neumann's ratio {ratio}): its interval is too narrow; take fewer batches or run longer.",
        "{measure}的相邻批次相关（冯·诺依曼比{ratio}），置信区间偏窄；请减少批数或延长仿真。"
      )
    case .batchesCutPeriods:
      (
        "batches of {length} do not hold whole periods of {period}, in which demand and opening hours repeat: their intervals are wider than need be.",
        "每批{length}不是周期{period}（需求与开放时间的重复周期）的整数倍，置信区间会偏宽。"
      )
    case .automaticUntilEmpty:
      (
        "a run until empty has no warm-up to be found; delete it or use \"runs for\"",
        "运行至清空的仿真没有预热期可确定；请删去，或改用“runs for”"
      )
    case .batchesUntilEmpty:
      (
        "a run until empty cannot be cut into batches; use \"runs for\" or replications",
        "运行至清空的仿真不能分批；请改用“runs for”，或增加仿真次数"
      )
    case .batchesOfReplications:
      (
        "batches are parts of one long run, not of {found}; write replications: 1 or delete one of the two",
        "分批只用于一次长仿真，而此处为{found}；请改为“replications: 1”，或删去其中一项"
      )
    case .tooFewPeriods:
      (
        "warm up: automatic needs at least {least} periods of {period}, in which demand and opening hours repeat; the run lasts {horizon}: run longer or give the warm-up",
        "warm up: automatic要求仿真至少包含{least}个周期（需求与开放时间每{period}重复一次），而时长仅{horizon}；请延长仿真，或直接给出预热期"
      )
    case .batchesWithOption:
      (
        "{option} means several replications, but the scenario asks for batches of one long run; delete batches or {option}",
        "{option}意味着多次仿真，而情景要求对一次长仿真分批；请删去batches或{option}"
      )
    }
  }
}

extension Wording {
  /// A phrase with its parts in braces filled in.
  ///
  /// - Precondition: there is a value for each part.
  func callAsFunction(
    _ phrase: SteadyStatePhrase,
    _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(phrase.text(language), "\(phrase)", values)
  }

  /// What is wrong with a warm-up or batches in the file.
  func fault(_ fault: SteadyStateFault) -> String {
    switch fault {
    case .automaticUntilEmpty: self(SteadyStatePhrase.automaticUntilEmpty)
    case .batchesUntilEmpty: self(SteadyStatePhrase.batchesUntilEmpty)
    case .batchesOfReplications(let found):
      self(
        SteadyStatePhrase.batchesOfReplications,
        ["found": counted(found, .replication)]
      )
    }
  }

  /// Why no warm-up can be found.
  func warmUpFault(_ fault: WarmUpFault) -> String {
    switch fault {
    case .tooFewPeriods(let period, let horizon, let least):
      self(
        SteadyStatePhrase.tooFewPeriods,
        [
          "least": "\(least)", "period": quantities.length(period),
          "horizon": quantities.length(horizon),
        ]
      )
    }
  }

  /// The warm-up that was found.
  func sentence(_ finding: WarmUpFinding) -> String {
    let replications = counted(finding.replications, .replication)
    let length = quantities.length(finding.length)
    guard finding.length > .zero else {
      return self(SteadyStatePhrase.nothingToWarm, ["replications": replications])
    }
    guard let place = finding.place else {
      return self(
        SteadyStatePhrase.foundInSystem,
        ["length": length, "replications": replications]
      )
    }
    return self(
      SteadyStatePhrase.found,
      ["length": length, "replications": replications, "place": place]
    )
  }

  /// A station, or the whole system.
  func placeOrSystem(_ place: String?) -> String {
    place ?? self(SteadyStatePhrase.wholeSystem)
  }
}
