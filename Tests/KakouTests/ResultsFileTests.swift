import Foundation
import Testing

/// The results file as the command line leaves it.
@Suite("Results file")
struct ResultsFileTests {
  private static let scenario = Kakou.scenario("manual-or-automatic")

  @Test("a second run is added, the first stays")
  func adds() throws {
    try Kakou.inFolder { folder in
      for seed in ["1", "2"] {
        let outcome = try Kakou.run(
          ["run", Self.scenario, "--seed", seed, "--replications", "2"],
          in: folder
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let database = try Database(folder.appending(path: "manual-or-automatic.sqlite"))
      #expect(
        try database.rows("SELECT id, seed, state FROM run") == ["1|1|complete", "2|2|complete"]
      )
      #expect(try database.count("SELECT count(*) FROM replication") == 4)
    }
  }

  @Test("recording levels fill their tables and those before")
  func levels() throws {
    try Kakou.inFolder { folder in
      for level in ["summary", "intervals", "passages", "steps"] {
        let outcome = try Kakou.run(
          [
            "run", Self.scenario, "--replications", "1", "--record", level, "--database",
            "\(level).sqlite", "--quiet",
          ],
          in: folder
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        let database = try Database(folder.appending(path: "\(level).sqlite"))
        #expect(try database.count("SELECT count(*) > 0 FROM measure") == 1)
        let filled = try ["interval", "passage", "truck", "step"].map {
          try database.count("SELECT count(*) > 0 FROM \($0)")
        }
        let depth = ["summary": 0, "intervals": 1, "passages": 3, "steps": 4][level] ?? 0
        #expect(filled == (0..<4).map { $0 < depth ? 1 : 0 }, "\(level)")
      }
      // Each truck makes one visit here, and every visit and truck has its row.
      let database = try Database(folder.appending(path: "passages.sqlite"))
      let trucks = try database.count("SELECT trucks FROM replication")
      #expect(try database.count("SELECT count(*) FROM truck") == trucks)
      #expect(try database.count("SELECT count(*) FROM passage") == trucks)
    }
  }

  @Test("what is no database, or another program's, is refused and left as it was: exit 73")
  func refuses() throws {
    try Kakou.inFolder { folder in
      let file = folder.appending(path: "notes.txt")
      let text = Data(String(repeating: "no database at all\n", count: 99).utf8)
      try text.write(to: file)
      let outcome = try Kakou.run(["run", Self.scenario, "--database", "notes.txt"], in: folder)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("notes.txt"))
      #expect(try Data(contentsOf: file) == text)
      let missing = try Kakou.run(["run", Self.scenario, "--database", "no/x.sqlite"], in: folder)
      #expect(missing.status == 73)
      let full = try Kakou.run(["run", Self.scenario, "--database", "/dev/full"], in: folder)
      #expect(full.status == 73)
    }
  }

  @Test("an interrupted run keeps what was complete, says so, and is completed by the same command")
  func interrupt() throws {
    try Kakou.inFolder { folder in
      let arguments = [
        "run", Kakou.scenario("four-lane-gate"), "--workers", "1", "--replications", "400",
        "--database", "r.sqlite",
      ]
      let outcome = try Kakou.run(arguments, in: folder, interruptedAfter: 3)
      #expect(outcome.status == 130)
      #expect(outcome.errors.contains("of 400"))
      let url = folder.appending(path: "r.sqlite")
      let kept = try Database(url).count(
        "SELECT count(*) FROM replication WHERE state = 'complete'"
      )
      #expect((1..<400).contains(kept))
      #expect(try Database(url).rows("SELECT state FROM run") == ["interrupted"])
      #expect(outcome.errors.contains("\(kept) of 400"))
      let complete =
        "SELECT number, fingerprint FROM replication WHERE state = 'complete' ORDER BY 1"
      let before = try Database(url).rows(complete)

      // The same command with fewer replications would be another run; asked for again in full it
      // goes on. Here the rest is cut short once more.
      let again = try Kakou.run(arguments, in: folder, interruptedAfter: 3)
      #expect(again.status == 130)
      #expect(try Database(url).count("SELECT count(*) FROM run") == 1)
      let after = try Database(url).rows(complete)
      #expect(after.count > before.count)
      #expect(after.prefix(before.count).elementsEqual(before))
    }
  }
}
