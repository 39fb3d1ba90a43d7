extension Schema {
  /// Sweeps with their settings one by one, as spreadsheets take them; version 6.
  static let sweeps = """
    CREATE VIEW sweepResults AS
    SELECT result.experiment, result.scenario, result.state, result.point, result.run,
      substr(setting.value, 1, instr(setting.value, '=') - 1) AS factor,
      substr(setting.value, instr(setting.value, '=') + 1) AS value,
      result.measure, result.unit, result.estimate, result.halfWidth, result.confidence,
      result.replications
    FROM experimentResult AS result LEFT JOIN json_each(result.settings) AS setting
    WHERE result.kind = 'sweep'
    ORDER BY result.experiment, result.point, result.measure, setting.key;

    """
}
