import Foundation
import GRDB
import Testing

@testable import ResultStore

/// The page about the file, held against the file.
@Suite struct ResultsDatabasePageTests {
  let folder: Folder
  let page: String

  init() throws {
    folder = try Folder()
    try ResultStore.open(path: folder.database).recordRun()
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    page = try String(
      contentsOf: root.appendingPathComponent("docs/results-database.md"),
      encoding: .utf8
    )
  }

  @Test func everyQueryRunsAndFindsSomething() throws {
    let queries = page.components(separatedBy: "```sql\n").dropFirst().compactMap { part in
      part.components(separatedBy: "```").first
    }
    #expect(queries.count == 12)
    let shell = try folder.shell()
    for query in queries {
      let rows = try shell.read { db in try Row.fetchAll(db, sql: query) }
      #expect(!rows.isEmpty, "\(query)")
      #expect(rows.allSatisfy { !$0.hasColumn("note") || $0["note"] == nil }, "\(query)")
    }
  }

  @Test func everyTableViewAndColumnIsOnThePage() throws {
    let columns = try folder.shell().read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT object.name AS object, info.name AS column
          FROM sqlite_schema AS object JOIN pragma_table_info(object.name) AS info
          WHERE object.type IN ('table', 'view') AND object.name <> 'grdb_migrations'
          """
      )
    }
    #expect(columns.count > 250)
    // A section begins with its object's name between back quotes, as a heading.
    for row in columns {
      let (object, column): (String, String) = (row["object"], row["column"])
      let section = page.components(separatedBy: "\n### `\(object)`").dropFirst().first?
        .components(separatedBy: "\n#").first
      #expect(section?.contains("`\(column)`") == true, "\(object).\(column)")
    }
  }
}
