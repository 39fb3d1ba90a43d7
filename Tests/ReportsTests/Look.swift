import Testing
@testable import Reports
@Suite struct Look {
  @Test func look() throws {
    for l in Language.allCases {
      print(CheckText.text(try Samples.check(warnings: [Samples.warnings[0]]), l)); print("=====")
      print(RunText.summary(try Samples.run(warnings: Samples.warnings), l)); print("=====")
      print(RunText.measures(try Samples.run(), names: ["gate.wait.mean","documents.utilisation.mean", "gate.queue.mean", "gate.arrivals.count"], l)); print("=====")
    }
    print(RunJSON.text(try Samples.run(warnings: Samples.warnings), version: "0.1", .en))
    print(CheckJSON.text(try Samples.check(), version: "0.1", .en))
  }
}
