import ScenarioFiles
import Testing

@testable import Reports
@testable import Studies

/// Work side by side, and several stations at once, read back.
@Suite struct ParallelCheckTextTests {
  private static let scenario = """
    scenario: side by side
    runs for: 1 d
    stations: {dock: {servers: 3}, crane: {servers: 2}}
    arrivals: {t: {every: 1 h, procedure: p}}
    procedures:
      p:
        - name: both
          do in parallel:
            - - delay for: 1 min
              - do in parallel: [[], [{mark: x}]]
            - - name: last
                delay for: 2 min
        - seize: {dock: 2, crane: 1}
        - release: {dock: 1}
        - release: {crane: 1, dock: 1}
        - choose: [{share: 1%, go to: both}]
    """

  private static func procedure(_ language: Language) throws -> [Substring] {
    let loaded = try LoadedScenario.parse(scenario, file: "side.yaml")
    let result = CheckResult(
      scenario: loaded.scenario,
      plan: loaded.plan,
      loads: [],
      warnings: []
    )
    let lines = CheckText.text(result, language).split(separator: "\n")
    let first = try #require(lines.firstIndex { $0 == "  p" })
    return Array(lines[(first + 1)...].prefix(14))
  }

  @Test func english() throws {
    #expect(
      try Self.procedure(.en).joined(separator: "\n") == """
            1. both: at the same time, and on when all is done:
               branch 1:
                 1.1. a delay: 60 s
                 1.2. at the same time, and on when all is done:
                    branch 1: nothing
                    branch 2:
                      1.2.1. note the time to x
               branch 2:
                 1.3. last: a delay: 2 min
            2. queue for and keep, all at once: 2 servers of dock, 1 server of crane
            3. give back 1 server of dock
            4. give back 1 server of crane, 1 server of dock
            5. one of these ways:
               1%: go to step 1 (both)
        """
    )
  }

  @Test func chinese() throws {
    #expect(
      try Self.procedure(.zh).joined(separator: "\n") == """
            1. both：同时进行以下各项，全部完成后继续：
               第1项：
                 1.1. 延时：60秒
                 1.2. 同时进行以下各项，全部完成后继续：
                    第1项：无
                    第2项：
                      1.2.1. 记录到达此处的时刻：x
               第2项：
                 1.3. last：延时：2分钟
            2. 同时排队并一次占用：dock的2个服务台、crane的1个服务台
            3. 释放dock的1个服务台
            4. 释放crane的1个服务台、dock的1个服务台
            5. 按下列情形之一：
               1%的车辆：转至第1步（both）
        """
    )
  }
}
