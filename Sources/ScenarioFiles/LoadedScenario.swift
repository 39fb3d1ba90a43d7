import ClearanceModel

/// A scenario file, read, checked and compiled.
public struct LoadedScenario: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// Its text, as it was read.
  public let text: String
  /// What it says, options included.
  public var scenario: Scenario
  /// What its customs words say; nil for a scenario that is written in the general layer alone.
  public var customs: CustomsScenario?
  /// What runs.
  public var plan: ClearancePlan
  /// A hash over the contents of all files read beside the scenario, such as tables and procedures;
  /// nil where there are none.
  public var filesHash: String?

  /// Reads a scenario file and applies `--set` options in their order.
  ///
  /// - Throws: everything that is wrong, at once.
  public static func load(
    path: String,
    overrides: [String] = []
  ) throws(ScenarioProblems) -> LoadedScenario {
    try compile(SourceTree.load(path: path), overrides: overrides)
  }

  /// Reads a scenario from a text; data files are looked for beside `file`.
  public static func parse(
    _ text: String,
    file: String,
    overrides: [String] = []
  ) throws(ScenarioProblems) -> LoadedScenario {
    try compile(SourceTree.parse(text, file: file), overrides: overrides)
  }

  private static func compile(
    _ tree: SourceTree,
    overrides: [String]
  ) throws(ScenarioProblems) -> LoadedScenario {
    let log = FileLog()
    let result = BoundedFile.$log.withValue(log) {
      Result { () throws(ScenarioProblems) in try compiled(tree, overrides: overrides) }
    }
    var loaded = try result.get()
    loaded.filesHash = log.text
    return loaded
  }

  private static func compiled(
    _ tree: SourceTree,
    overrides: [String]
  ) throws(ScenarioProblems) -> LoadedScenario {
    var tree = tree
    var problems = ProblemList(file: tree.file)
    for override in overrides { tree.set(override, problems: &problems) }
    try problems.check()
    let folder = ScenarioFiles.folder(of: tree.file)
    var customs: CustomsScenario?
    var workingDays: WorkingDays?
    var papers: PapersPlan?
    var outages: [(station: String, queues: [String])] = []
    if CustomsExpansion.isNeeded(tree) {
      let expansion = CustomsExpansion(tree, folder: folder, problems: problems)
      try expansion.problems.check()
      (tree, customs) = (expansion.tree, expansion.customs)
      workingDays = expansion.workingDays
      papers = expansion.papers
      outages = expansion.outages
    }
    var reader = ScenarioReader(tree: tree, folder: folder, problems: problems)
    reader.scenario.workingDays = workingDays
    reader.scenario.papers = papers
    reader.scenario.outages = outages
    let compiler = ScenarioCompiler(
      reader.scenario,
      folder: folder,
      problems: reader.problems
    )
    try compiler.problems.check()
    return LoadedScenario(
      file: tree.file,
      text: tree.text,
      scenario: compiler.scenario,
      customs: customs,
      plan: compiler.plan
    )
  }

  /// The folder in which the file lies; empty for the current one.
  public var folder: String { ScenarioFiles.folder(of: file) }
}

/// The folder in which a file lies; empty for the current one.
private func folder(of file: String) -> String {
  // Foundation's `deletingLastPathComponent` traps on a name of one letter.
  guard let slash = file.lastIndex(of: "/") else { return "" }
  return slash == file.startIndex ? "/" : String(file[..<slash])
}
