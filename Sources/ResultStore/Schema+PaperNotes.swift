/// Parts of the views of documents and piles.
extension Schema {
  /// One row for each run that has nothing for a view of documents: recorded too thinly, not
  /// complete, or without a document of these names.
  static func notes(documents names: [String], columnsBetween count: Int) -> String {
    let lacks = "the scenario has no document " + names.joined(separator: " or ")
    let has = "attributeName.isDocument AND attributeName.name IN \(list(names))"
    return notes(lacks: lacks, unless: "attributeName", has, columnsBetween: count)
  }

  /// The same where it is a table of names without a row for the run that decides.
  static func notes(
    lacks: String,
    unless table: String,
    _ condition: String = "true",
    needs level: String = "passages",
    columnsBetween count: Int
  ) -> String {
    let nulls = String(repeating: "NULL, ", count: count)
    return """
      SELECT run.id, scenario.name, \(nulls)coalesce(recordingNote.note, '\(lacks)')
      FROM run JOIN scenario ON scenario.id = run.scenario
        LEFT JOIN recordingNote ON recordingNote.run = run.id AND recordingNote.needs = '\(level)'
      WHERE recordingNote.run IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM \(table) WHERE \(table).run = run.id AND \(condition))
      """
  }

  /// What trucks and companions carried at the end, one column for each attribute named.
  ///
  /// A row lacks what stayed at its first word, which ``firstWords(_:)`` has.
  static func carried(_ names: [String]) -> String {
    let columns = names.map { name in
      "max(CASE attributeName.name WHEN '\(name)' THEN coalesce(word.word, attribute.value) END)"
        + " AS \"\(name)\""
    }
    return """
      (SELECT attribute.replication, attribute.flow, attribute.truck, attribute.companion,
          \(columns.joined(separator: ", "))
        FROM attribute JOIN attributeName ON attributeName.id = attribute.attribute
          LEFT JOIN attributeWord AS word ON word.id = attribute.word
        WHERE attributeName.name IN \(list(names))
        GROUP BY attribute.replication, attribute.flow, attribute.truck, attribute.companion)
      """
  }

  /// The words that attributes have before anything is set, by run.
  static func firstWords(_ names: [String]) -> String {
    let columns = names.map { name in
      "max(CASE attributeName.name WHEN '\(name)' THEN attributeWord.word END) AS \"\(name)\""
    }
    return """
      (SELECT attributeName.run, \(columns.joined(separator: ", "))
        FROM attributeName JOIN attributeWord ON attributeWord.attributeName = attributeName.id
        WHERE attributeWord.number = 0 AND attributeName.name IN \(list(names))
        GROUP BY attributeName.run)
      """
  }

  /// One row for each document of these names that a truck or companion has brought into a state.
  ///
  /// The columns are computed over its transitions; `lastRow` is the last of them.
  static func documents(_ names: [String], _ columns: String) -> String {
    """
    (SELECT transition.replication, transition.flow, transition.truck, transition.companion,
        document.name, \(columns), max(transition.rowid) AS lastRow
      FROM transition JOIN attributeName AS document ON document.id = transition.document
        JOIN attributeWord AS state ON state.id = transition.state
      WHERE document.name IN \(list(names))
      GROUP BY transition.replication, transition.flow, transition.truck, transition.companion,
        transition.document)
    """
  }

  /// When a document first came into one of these states.
  static func first(_ states: String...) -> String {
    "min(CASE WHEN state.word IN \(list(states)) THEN transition.at END)"
  }

  /// Names of flow, class and last state of a row of ``documents(_:_:)`` called `paper`.
  static let joinedNames = """
    JOIN transition AS latest ON latest.rowid = paper.lastRow
      JOIN attributeWord AS state ON state.id = latest.state
      JOIN flow ON flow.id = paper.flow JOIN class ON class.id = latest.class
    """

  /// What was carried by whom a row of ``documents(_:_:)`` called `paper` belongs to.
  static func joinedAttributes(_ names: [String]) -> String {
    """
    LEFT JOIN \(carried(names)) AS carried ON carried.replication = paper.replication
      AND carried.flow = paper.flow AND carried.truck = paper.truck
      AND carried.companion = paper.companion
    LEFT JOIN \(firstWords(names)) AS usual ON usual.run = done.run
    """
  }

  /// The value of an attribute by ``joinedAttributes(_:)``.
  static func carriedValue(_ name: String) -> String {
    "coalesce(carried.\"\(name)\", usual.\"\(name)\")"
  }

  /// A column of an attribute by ``joinedAttributes(_:)``.
  static func carriedWord(_ name: String) -> String {
    "\(carriedValue(name)) AS \(name)"
  }

  static func list(_ words: [String]) -> String {
    "(" + words.map { "'\($0)'" }.joined(separator: ", ") + ")"
  }
}
