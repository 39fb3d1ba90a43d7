import ClearanceModel
import ClearanceRecords
import Foundation
import ResultStore
import ScenarioFiles

extension Preparation {
  /// What the results file notes of a run of this scenario before it begins.
  func header(
    _ options: RunOptions,
    version: String,
    recorded: RecordingLevel,
    replications: Int?
  ) -> RunHeader {
    RunHeader(
      scenarioName: loaded.scenario.name,
      scenarioText: loaded.text,
      seed: loaded.scenario.seed,
      options: options.canonicalText(files: loaded.filesHash),
      version: version,
      startedAt: RunStudy.now(),
      recorded: recorded,
      confidence: RunStudy.confidence,
      replicationsAsked: replications,
      startsOn: loaded.customs?.starts.map {
        String(format: "%04d-%02d-%02d", $0.year, $0.month, $0.day)
      },
      endsAt: loaded.plan.horizon,
      scenarioFile: URL(fileURLWithPath: options.scenario).standardizedFileURL.path
    )
  }
}
