import Foundation
import RandomVariates
import Testing

@testable import ScenarioFiles

@Suite struct DataFileTests {
  static let text = "time (s), weight (kg),size,gap (min)\n1.5,7,1,1\n0.1,8,2,2\n\n1e-3,,3,0.5\n"

  private func withData<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    try withFolder { folder in
      _ = try write(text.utf8, to: "service.csv", in: folder)
      return try body(folder)
    }
  }

  @Test func columnsBecomeDistributions() throws {
    try withData(DataFileTests.text) { folder in
      let times = [1_500_000.0, 100_000, 1_000]
      for column in ["time", "time (s)"] {
        let text = "empirical(service.csv, \(column))"
        #expect(try parseDistribution(text, of: .duration, folder: folder) == .empirical(times))
      }
      let gaps = try parseDistribution("trace(service.csv, gap)", of: .duration, folder: folder)
      #expect(gaps == .trace([60_000_000, 120_000_000, 30_000_000]))
      let sizes = try parseDistribution("trace(service.csv, size)", of: .plain, folder: folder)
      #expect(sizes == .trace([1, 2, 3]))
      let absolute = "trace(\(folder)/service.csv, size)"
      #expect(try parseDistribution(absolute, of: .plain, folder: "/nowhere") == sizes)
    }
  }

  @Test func wordsAndDialects() throws {
    let csv = "\u{FEFF}class;\"time (s)\"\r\naeo;\"2\"\r\n\"or;dinary\";3\r\n"
    try withData(csv) { folder in
      let data = try DataFile.load("service.csv", folder: folder)
      #expect(try data.texts("class") == ["aeo", "or;dinary"])
      #expect(try data.durations("time") == [2_000_000, 3_000_000])
    }
  }

  @Test(
    arguments: [
      (
        "tmie",
        ScenarioFault.missingColumn(
          "tmie",
          existing: ["time (s)", "weight (kg)", "size", "gap (min)"],
          nearest: "time"
        ),
        nil, nil
      ),
      ("size", .columnWithoutUnit("size", allowed: TimeUnit.names), nil, "size"),
      ("weight", .unknownUnit("kg", allowed: TimeUnit.names, nearest: nil), nil, "weight (kg)"),
    ] as [(String, ScenarioFault, Int?, String?)]
  )
  func wrongColumns(
    _ column: String,
    _ inner: ScenarioFault,
    _ row: Int?,
    _ heading: String?
  ) throws {
    try withData(DataFileTests.text) { folder in
      let data = try DataFile.load("service.csv", folder: folder)
      let found = fault { () throws(ScenarioFault) in try data.durations(column) }
      #expect(found == .csv(file: "service.csv", row: row, column: heading, inner))
    }
  }

  @Test(
    arguments: [
      ("t (s)\n1\n\nx\n", ScenarioFault.notANumber("x"), 4), ("t (s)\n1\n-2\n", .negative("-2"), 3),
      ("t (s)\nnan\n", .notFinite("nan"), 2), ("t (s),b\n1,2\n,3\n", .emptyCell, 3),
      ("t (s)\n1 min\n", .notANumber("1 min"), 2), ("t (s)\n", .noRows, nil),
      ("t (d)\n1\n1e9\n", .outOfRange("1e9", low: "0 us", high: "292000 years"), 3),
    ] as [(String, ScenarioFault, Int?)]
  )
  func wrongCells(_ text: String, _ inner: ScenarioFault, _ row: Int?) throws {
    try withData(text) { folder in
      let data = try DataFile.load("service.csv", folder: folder)
      let found = fault { () throws(ScenarioFault) in try data.durations("t") }
      let heading = data.header.first
      #expect(found == .csv(file: "service.csv", row: row, column: heading, inner))
    }
  }

  @Test func wrongFiles() throws {
    func load(_ name: String, _ folder: String) -> ScenarioFault? {
      fault { () throws(ScenarioFault) in try DataFile.load(name, folder: folder) }
    }
    func csv(_ name: String, row: Int? = nil, _ inner: ScenarioFault) -> ScenarioFault {
      .csv(file: name, row: row, column: nil, inner)
    }
    try withData("a\n1") { folder in
      let missing = csv("servce.csv", .cannotRead(.missing(nearest: "service.csv")))
      #expect(load("servce.csv", folder) == missing)
      #expect(!missing.isUnreadable, "the scenario itself was read")
      #expect(load(".", folder) == csv(".", .isDirectory))
      _ = try write([], to: "empty.csv", in: folder)
      #expect(load("empty.csv", folder) == csv("empty.csv", .isEmpty))
      _ = try write([0x61, 0x0A, 0xFF], to: "latin.csv", in: folder)
      #expect(load("latin.csv", folder) == csv("latin.csv", row: 2, .notUTF8))
      let quotes = csv("q.csv", .csvSyntax(what: "Can't have non-quote here: b"))
      _ = try write("x\n\"a\"b\n".utf8, to: "q.csv", in: folder)
      #expect(load("q.csv", folder) == quotes)
      let allowed = DataFile.allowedBytes
      let path = try write([], to: "big.csv", in: folder)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.truncate(atOffset: UInt64(allowed + 1))
      try handle.close()
      let large = csv("big.csv", .tooLarge(bytes: allowed + 1, allowed: allowed))
      #expect(load("big.csv", folder) == large)
    }
  }

  @Test func ambiguousHeadings() throws {
    try withData("t (s),t (min)\n1,2\n") { folder in
      let data = try DataFile.load("service.csv", folder: folder)
      #expect(try data.durations("t (min)") == [120_000_000])
      let found = fault { () throws(ScenarioFault) in try data.durations("t") }
      let expected = ScenarioFault.csv(
        file: "service.csv",
        row: nil,
        column: nil,
        .ambiguousColumn("t")
      )
      #expect(found == expected)
    }
  }
}
