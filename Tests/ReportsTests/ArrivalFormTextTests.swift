import ClearanceModel
import Foundation
import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Waves, states, files and populations, read back.
@Suite struct ArrivalFormTextTests {
  private func texts() throws -> (en: String, zh: String, json: String) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "arrival-forms-\(ProcessInfo.processInfo.globallyUniqueString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let csv = "time (min),class\n0,a\n0,b\n90,b\n"
    try csv.write(to: folder.appending(path: "seen.csv"), atomically: true, encoding: .utf8)
    let services = "t (s)\n60\n30\n90\n"
    try services.write(to: folder.appending(path: "s.csv"), atomically: true, encoding: .utf8)
    let loaded = try LoadedScenario.parse(
      """
      scenario: forms
      runs for: 1 d
      classes: [a, b]
      stations: {gate: {servers: 1}}
      arrivals:
        c: {population: 12, class: a, procedure: p}
        t: {from: seen.csv, procedure: p}
        w: {rate: {mean: 20 per h, swing: 12.5%, period: 1 d}, class: a, procedure: p}
        v: {rate: {mean: 20 per h, swing: 50%, period: 90 min}, batch: 2, class: a, procedure: p}
        s: {rate: {states: [{rate: 10 per h, leave: 0.5 per h}, {rate: 50 per h, leave: 7 per h}]}, \
      class: a, procedure: p}
        u: {rate: {states: [{rate: 0 per h, leave: 1 per h}, {rate: 2 per h, leave: 1 per h}]}, \
      batch: 2, class: a, procedure: p}
      procedures: {p: [{serve at: gate, for: "trace(s.csv, t)"}]}
      """,
      file: folder.appending(path: "forms.yaml").path
    )
    let result = CheckResult(scenario: loaded.scenario, plan: loaded.plan, loads: [], warnings: [])
    return (
      CheckText.text(result, .en), CheckText.text(result, .zh),
      CheckJSON.text(result, version: "1", .en)
    )
  }

  @Test func sentences() throws {
    let (english, chinese, json) = try texts()
    let flat = english.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for sentence in [
      "c: a population of 12 trucks: all begin at the start, and who is done begins anew; classes: a",
      "t: 3 given times of seen.csv, from 0 s to 1.5 h; classes: a 1, b 2;",
      "w: Poisson arrivals, 20 per h on average, swinging by 12.5% like a sine of 1 d;",
      "v: convoys with Poisson arrivals, 20 per h on average, swinging by 50% like a sine of 1.5 h;",
      "s: Poisson arrivals, 12.67 per h in the long run, with a rate that changes at random: 10 per "
        + "h for 2 h on average, 50 per h for 8.6 min on average, then again from the first;",
      "u: convoys with Poisson arrivals, 1 per h in the long run, with a rate",
      "c: a population has no rate, and so offers no load;",
      "note: s.csv, column \"t\", has 3 rows; it is not known how many trucks come,",
    ] {
      #expect(flat.contains(sentence), "\(sentence)")
    }
    let dense = chinese.filter { !$0.isWhitespace }
    for sentence in [
      "c：固定车队12辆车：均自开始时出发，办完后随即重新开始；类别：a", "t：按文件seen.csv到达：3个时刻，自0秒至1.5小时；类别：a1、b2；",
      "w：泊松到达，平均每小时20辆次，按周期1天的正弦曲线上下波动12.5%；", "v：车队泊松到达，平均每小时20队，按周期1.5小时的正弦曲线上下波动50%；",
      "s：泊松到达，长期平均每小时12.67辆次，到达率随机转换：每小时10（平均持续2小时）、每小时50（平均持续8.6分钟），依次循环；",
      "u：车队泊松到达，长期平均每小时1队，到达率随机转换：", "c：固定车队没有到达率，不计入负荷；",
      "说明：s.csv的“t”列有3行；到达车辆数事先未知，用完后从第一行重新取用。",
    ] {
      #expect(dense.contains(sentence), "\(sentence)")
    }
    #expect(json.contains("\"notes\": [\n    \"s.csv, column \\\"t\\\", has 3 rows;"), "\(json)")
  }
}
