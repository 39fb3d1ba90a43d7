extension Schema {
  /// The trade between wait and detection of the inspection modes of all runs; version 5.
  ///
  /// It reads estimates, which each run has whatever it records. A mode is known by the marks
  /// `entered-MODE` and `usable-MODE` of a flow.
  static let frontier = """
    CREATE VIEW inspectionFrontier AS
    WITH prefix AS (
      SELECT flow.run, flow.name AS flow, 'flow.' || flow.name || '.to-' || word AS text
      FROM flow JOIN (SELECT 'entered-' AS word UNION ALL SELECT 'usable-')
    ), mode AS (
      SELECT DISTINCT prefix.run, prefix.flow, substr(measure.name, length(prefix.text) + 1,
        length(measure.name) - length(prefix.text) - length('.mean')) AS mode
      FROM prefix JOIN measure ON measure.run = prefix.run
      WHERE substr(measure.name, 1, length(prefix.text)) = prefix.text
        AND substr(measure.name, -length('.mean')) = '.mean' AND measure.estimate IS NOT NULL
    )
    SELECT run.id AS run, scenario.name AS scenario, run.options, mode.flow, mode.mode,
    \(frontierColumns.map { column in
      """
        \(column.name).estimate\(column.scale) AS \(column.name)\(column.suffix),
        \(column.name).halfWidth\(column.scale) AS \(column.name)HalfWidth
      """
    }.joined(separator: ",\n"))
    FROM mode JOIN run ON run.id = mode.run JOIN scenario ON scenario.id = run.scenario
    \(frontierColumns.map { column in
      """
        LEFT JOIN measure AS \(column.name) ON \(column.name).run = mode.run AND \(column.name).name
          = 'flow.' || mode.flow || '.\(column.measure)-' || mode.mode || '.\(column.statistic)'
      """
    }.joined(separator: "\n"))
    ORDER BY run.id, mode.flow, mode.mode;
    """

  /// A pair of columns of the frontier, and the measure behind it; seconds become hours.
  private struct FrontierColumn {
    let name: String
    let measure: String
    let statistic: String

    var scale: String { statistic == "mean" ? " / 3600.0" : "" }
    var suffix: String { statistic == "sum" ? "" : statistic == "mean" ? "Mean" : "Share" }
  }

  private static let frontierColumns = [
    FrontierColumn(name: "toEntry", measure: "to-entered", statistic: "mean"),
    FrontierColumn(name: "toUsable", measure: "to-usable", statistic: "mean"),
    FrontierColumn(name: "detected", measure: "detected", statistic: "share"),
    FrontierColumn(name: "missed", measure: "missed", statistic: "sum"),
    FrontierColumn(name: "samples", measure: "samples", statistic: "sum"),
    FrontierColumn(name: "outBeforeResult", measure: "out-before-result", statistic: "sum"),
    FrontierColumn(name: "recalled", measure: "recalled", statistic: "sum"),
  ]
}
