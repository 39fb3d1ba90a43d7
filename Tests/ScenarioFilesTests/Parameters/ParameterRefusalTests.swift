import ClearanceModel
import Foundation
import Testing

@testable import ScenarioFiles

/// What is refused about parameters, uses and files of procedures, with its line and column.
@Suite struct ParameterRefusalTests {
  /// A fault at the mark, in a scenario whose procedure mentions a stop and a time.
  @Test(
    arguments: [
      (
        "dwell: 2 min", "dwell: «2",
        .missingUnit(text: "2", kind: .duration, allowed: TimeUnit.names)
      ),
      (
        "stop: gate}", "stop: «gaet}",
        .unknownName("gaet", kind: .station, existing: ["gate"], nearest: "gate")
      ),
      ("dwell: 2 min, stop", "«a/b: 2, dwell: 2 min, stop", .attribute(.wrongParameterName("a/b"))),
      (
        "dwell: 2 min, stop", "more: «[1], dwell: 2 min, stop",
        .wrongKind(found: .list, expected: [.text])
      ),
      (
        "with: {dwell: 2 min, stop: gate}", "with: «3",
        .wrongKind(found: .text, expected: [.mapping])
      ),
      (
        "delay for: <dwell>", "delay for: «<dwel>",
        .attribute(.unboundParameter("dwel", nearest: "dwell"))
      ),
      // Where there is more than a parameter, the place is that of the text.
      (
        "serve at: <stop>", "serve at: «<stop>-in",
        .unknownName("gate-in", kind: .station, existing: ["gate"], nearest: nil)
      ),
      ("{<stop>: 2}", "{<stop>: 2, «gate: 1}", .duplicateKey("gate")),
    ] as [(String, String, ScenarioFault)]
  )
  func parameters(old: String, new: String, fault: ScenarioFault) {
    let text = """
      scenario: parameters
      runs for: 1 d
      stations: {gate: {servers: 3}}
      arrivals:
        a: {rate: 1 per h, procedure: pass, with: {dwell: 2 min, stop: gate}}
        b: {rate: 1 per h, procedure: other}
      procedures:
        pass:
          - seize: {<stop>: 2}
          - {delay for: <dwell>}
          - {serve at: <stop>, for: 1 min}
        other:
          - {use: pass, with: {stop: gate, dwell: 1 s}}
      """
    #expect(text.contains(old))
    let (marked, position) = unmarked(text.replacing(old, with: new))
    let found = problems(in: marked).filter { $0.position == position }
    #expect(found.map(\.fault).first == fault)
  }

  @Test(
    arguments: [
      (
        "- delay for: 2 min", "- use: «pas",
        [.unknownName("pas", kind: .procedure, existing: ["pass"], nearest: "pass")]
      ),
      ("- delay for: 2 min", "- use: «pass", [.attribute(.procedureRing(["pass", "pass"]))]),
      (
        "- delay for: 2 min", "- start: «pas",
        [.unknownName("pas", kind: .procedure, existing: ["pass"], nearest: "pass")]
      ),
      (
        "- delay for: 2 min", "- {delay for: 2 min, «with: {a: b}}",
        [.conflictingKeys(["delay for", "with"])]
      ),
      ("- delay for: 2 min", "- {stage: x, «times: b}", [.conflictingKeys(["stage", "times"])]),
      (
        "- delay for: 2 min", "- {count: lifts, at: «gaet}",
        [.unknownName("gaet", kind: .station, existing: ["gate", "row", "yard"], nearest: "gate")]
      ),
      (
        "- delay for: 2 min", "- gather: «monthly",
        [.unknownName("monthly", kind: .collection, existing: [], nearest: nil)]
      ),
      ("name: first", "name: «end", [.reservedName("end")]),
      (
        "- delay for: 2 min", "- {start: pass, times: «n}",
        [.unknownName("n", kind: .attribute, existing: [], nearest: nil)]
      ),
      // Something that starts itself at once would never end.
      (
        "- name: first", "- «start: pass\n    - name: first",
        [.cycleWithoutTime(step: "start pass/1")]
      ),
    ] as [RefusalCase]
  )
  func steps(_ refusal: RefusalCase) {
    expectRefusal(refusal.old, refusal.new, refusal.faults)
  }

  @Test func rings() {
    let old = "- delay for: 2 min\n    - release: yard\n"
    expectRefusal(
      old,
      old + "    - use: a\n  a: [{use: b}]\n  b: [{delay for: 1 s}, {use: «a}]\n",
      [.attribute(.procedureRing(["a", "b", "a"]))]
    )
    // Also where nobody uses them.
    expectRefusal(
      old,
      old + "  a: [{use: b}]\n  b: [{delay for: 1 s}, {use: «a}]\n",
      [.attribute(.procedureRing(["a", "b", "a"]))]
    )
  }

  /// Names inside a use are its own, and a fault in it is reported once for all uses.
  @Test func localNames() {
    let old = "- delay for: 2 min\n    - release: yard\n"
    expectRefusal(
      old,
      old + "    - use: a\n    - use: a\n  a: [{name: x, delay for: 1 s}, {go to: «first}]\n",
      [.unknownName("first", kind: .step, existing: ["x"], nearest: nil)]
    )
  }

  /// Twice as many with each level of use.
  @Test func tooManySteps() {
    var text = acceptedGate
    for level in 0..<20 {
      text += "  a\(level): [{use: a\(level + 1)}, {use: a\(level + 1)}]\n"
    }
    let found = problems(in: text + "  a20: [{delay for: 1 s}]\n")
    let fault = found.first?.fault
    guard case .tooMany(.step, _, let allowed)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(allowed == 60_000)
  }

  @Test func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func problems(_ text: String) throws -> [ScenarioProblem] {
      try Data(text.utf8).write(to: folder.appending(path: "pass.yaml"))
      let scenario = acceptedGate[
        ..<(acceptedGate.firstRange(of: "  pass:\n")?.lowerBound ?? acceptedGate.endIndex)
      ]
      let file = folder.appending(path: "test.yaml").path
      do throws(ScenarioProblems) {
        let loaded = try LoadedScenario.parse(scenario + "  pass: {from: pass.yaml}\n", file: file)
        #expect(loaded.plan.steps.count == 3)
        return []
      } catch {
        return error.problems
      }
    }
    let good =
      "procedure: pass\nsteps:\n  - serve at: gate\n    for: 1 min\n  - {serve at: row, for: 2 s}\n"
    #expect(try problems(good) == [])
    let path = folder.appending(path: "pass.yaml").path
    func fault(_ line: Int, _ column: Int, _ fault: ScenarioFault) -> ScenarioProblem {
      ScenarioProblem(
        file: path,
        position: SourcePosition(line: line, column: column),
        fault: fault
      )
    }
    #expect(
      try problems(good.replacing("row", with: "rwo")) == [
        fault(
          5,
          16,
          .unknownName("rwo", kind: .station, existing: ["gate", "row", "yard"], nearest: "row")
        )
      ]
    )
    #expect(
      try problems(good.replacing("procedure: pass", with: "procedure: past")) == [
        fault(1, 12, .attribute(.otherProcedureInFile("past", expected: "pass")))
      ]
    )
    #expect(try problems("procedure: pass\nsteps: [\n").map(\.file) == [path])
    #expect(
      try problems("procedure: pass\n") == [
        fault(1, 1, .missingKeys(["steps"], section: .procedureFile))
      ]
    )
    let missing = ScenarioTestFile.problems(
      acceptedGate + "  other: {from: nothing.yaml}\n",
      file: folder.appending(path: "test.yaml").path
    )
    #expect(missing.map(\.position) == [SourcePosition(line: 23, column: 17)])
  }
}

/// What is wrong with a text that stands in a certain file.
private enum ScenarioTestFile {
  static func problems(_ text: String, file: String) -> [ScenarioProblem] {
    do throws(ScenarioProblems) {
      _ = try LoadedScenario.parse(text, file: file)
      return []
    } catch {
      return error.problems
    }
  }
}
