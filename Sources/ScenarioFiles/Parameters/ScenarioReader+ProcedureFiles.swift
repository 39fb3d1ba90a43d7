/// Procedures in files of their own.
extension ScenarioReader {
  /// The steps in the file that `{from: FILE}` names; faults in it carry its name.
  mutating func readProcedureFile(_ node: SourceNode, named name: Name) -> SourceNode? {
    guard let section = MappingReader(node, .procedureSource, &problems),
      let source = section.required("from", &problems)
    else { return nil }
    guard let file = source.text else {
      problems.add(.wrongKind(found: source.kind, expected: [.text]), at: source.position)
      return nil
    }
    let path = file.hasPrefix("/") || folder.isEmpty ? file : "\(folder)/\(file)"
    let root: SourceNode
    do throws(ScenarioProblems) {
      root = try SourceTree.load(path: path).root.inside(file: path)
    } catch {
      if error.isUnreadable {
        // Where nothing can be read there is no line to point at but that of the name.
        for problem in error.problems { problems.add(problem.fault, at: source.position) }
      } else {
        problems.add(error)
      }
      return nil
    }
    guard let content = MappingReader(root, .procedureFile, &problems) else { return nil }
    if let own = content.required("procedure", &problems)?.name(&problems), own.text != name.text {
      problems.add(
        .attribute(.otherProcedureInFile(own.text, expected: name.text)),
        at: own.position
      )
    }
    return content.required("steps", &problems)
  }
}

extension SourceNode {
  /// The same nodes with positions in a file.
  func inside(file: String) -> SourceNode {
    var copy = self
    copy.position.file = file
    switch content {
    case .scalar, .null, .made: break
    case .sequence(let items): copy.content = .sequence(items.map { $0.inside(file: file) })
    case .mapping(let entries):
      copy.content = .mapping(
        entries.map { entry in
          var entry = entry
          entry.keyPosition.file = file
          entry.value = entry.value.inside(file: file)
          return entry
        }
      )
    }
    return copy
  }
}
