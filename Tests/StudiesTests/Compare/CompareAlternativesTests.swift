import Testing

@testable import Studies

/// What the command line says becomes alternatives with short names that differ.
@Suite struct CompareAlternativesTests {
  private func points(
    _ variants: [String] = [],
    files: [String] = [],
    common: [String] = []
  ) throws -> [DesignPoint] {
    var options = CompareOptions(scenario: "scenarios/gate.yaml")
    options.variants = variants
    options.alternatives = files
    options.common = common
    return try CompareAlternatives(options).points
  }

  @Test func filesGoByTheirNames() throws {
    #expect(
      try points(files: ["other.yaml", "x/third.yml"]).map(\.label) == ["gate", "other", "third"]
    )
    let twins = try points(files: ["old/gate.yaml"])
    #expect(twins.map(\.label) == ["scenarios/gate.yaml", "old/gate.yaml"])
  }

  @Test func changesArePartedBySemicolons() throws {
    let found = try points(["a.b=1; c=2", "a.b=2;"], common: ["demand.factor=2"])
    #expect(
      found.map(\.overrides) == [
        ["demand.factor=2"], ["demand.factor=2", "a.b=1", "c=2"], ["demand.factor=2", "a.b=2"],
      ]
    )
    #expect(found.map(\.label) == ["gate", "a.b=1; c=2", "a.b=2"])
    // Within quotes a semicolon is text; an apostrophe within a word opens none.
    #expect(try points([#"a="x;y"; b=it's; c=2"#])[1].overrides == [#"a="x;y""#, "b=it's", "c=2"])
  }

  @Test func aNameMayStandBefore() throws {
    let found = try points(["five lanes: stations.gate.servers=5", "stations.gate.for=a: b"])
    #expect(found.map(\.label) == ["gate", "five lanes", "gate.for=a: b"])
    #expect(found[1].overrides == ["stations.gate.servers=5"])
  }

  @Test func longNamesAreShortened() throws {
    let found = try points([
      "stations.gate.lanes.in-1.serves=[bonded, non-bonded]; stations.gate.lanes.in-2.serves=[a]",
      "stations.gate.lanes.in-1.serves=[bonded, non-bonded, and all the others]",
    ])
    #expect(found[1].label == "in-1.serves=[bonded, non-bon… +1")
    #expect(found[2].label.count == 32 && found[2].label.hasSuffix("…"))
    let twins = try points(["x: a=1", "x: a=2"])
    #expect(twins.map(\.label) == ["gate", "x", "x (2)"])
  }

  @Test func wrongAlternatives() {
    #expect(throws: CompareFault.noAlternative) { try points() }
    for text in ["", " ", ";", "a=1;;b=2", ": a=1", "x:"] {
      #expect(throws: CompareFault.emptyChange(text)) { try points([text]) }
    }
    #expect(throws: CompareFault.sameAlternative("a=1", "again")) {
      try points(["a=1", "again: a=1"])
    }
    #expect(throws: CompareFault.self) { try points(files: ["scenarios/../scenarios/gate.yaml"]) }
  }
}
