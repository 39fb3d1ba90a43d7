import Testing

@testable import ScenarioFiles

/// Where the files beside a scenario are looked for.
@Suite struct FileNameTests {
  private static let text = """
    scenario: a gate
    runs for: 1 h
    stations: {gate: {servers: 1}}
    arrivals: {trucks: {every: 2 min, procedure: pass}}
    procedures: {pass: [{serve at: gate, for: 1 min}]}
    """

  @Test(arguments: [
    ("s", ""), ("gate.yaml", ""), ("/gate.yaml", "/"), ("/a/gate.yaml", "/a"), ("a/g", "a"),
    ("../g", ".."),
  ])
  func folder(file: String, folder: String) throws {
    #expect(try LoadedScenario.parse(Self.text, file: file).folder == folder)
  }
}
