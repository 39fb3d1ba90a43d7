/// Procedures with their parameters filled in: one instance for each distinct set of arguments.
extension ScenarioReader {
  /// Reads the procedures as nodes; those `from` a file from there.
  mutating func readLibrary(_ node: SourceNode) {
    readNamed(node, "procedures", .procedure) { reader, name, value in
      let steps = value.entries == nil ? value : reader.readProcedureFile(value, named: name)
      // One that cannot be read is still known by its name.
      let none = SourceNode(position: value.position, content: .sequence([]))
      reader.library.entries.append(ProcedureLibrary.Entry(name: name, steps: steps ?? none))
    }
  }

  /// The instance of a procedure under bindings; nil where there is no such procedure.
  mutating func instance(of name: Name, _ bindings: Bindings) -> Int? {
    guard let index = library.index(of: name.text) else { return nil }
    let outer = library.bindings
    library.bindings = bindings
    defer { library.bindings = outer }
    if let known = knownInstance(of: name.text) { return known }
    guard library.frames.count < ProcedureLibrary.deepest else {
      problems.add(.nestedTooDeep(limit: ProcedureLibrary.deepest), at: name.position)
      return nil
    }
    let id = library.instanceCount
    library.instanceCount += 1
    library.entries[index].isRead = true
    library.frames.append(
      ProcedureLibrary.Frame(id: id, procedure: name.text, bindings: bindings)
    )
    let outerUses = library.uses
    library.uses = [name.text]
    let steps = readSteps(substitute(library.entries[index].steps))
    library.uses = outerUses
    let frame = library.frames.removeLast()
    scenario.procedures.append(
      Procedure(
        name: library.entries[index].name,
        steps: steps,
        instance: id,
        arguments: frame.arguments.compactMap { argument in
          argument.value.map { (argument.name, $0) }
        }
      )
    )
    return id
  }

  /// An instance of a procedure that reads the same under the present bindings.
  private mutating func knownInstance(of procedure: String) -> Int? {
    if let open = library.frames.lastIndex(where: {
      $0.procedure == procedure && $0.bindings.agrees(with: library.bindings)
    }) {
      // What it will mention is not known yet: those started from it depend on all.
      for name in library.bindings.names { _ = library.look(up: name) }
      return library.frames[open].id
    }
    let known = scenario.procedures.first { candidate in
      candidate.name.text == procedure
        && candidate.arguments.allSatisfy { library.bindings[$0.name]?.text == $0.value }
    }
    guard let known else { return nil }
    for argument in known.arguments { _ = library.look(up: argument.name) }
    return known.instance
  }

  /// The steps of a procedure that a step uses, read under its own bindings.
  mutating func readUse(_ name: Name, _ arguments: [ParameterValue]) -> [Step]? {
    guard let index = library.index(of: name.text) else {
      problems.add(
        .unknownName(
          name.text,
          kind: .procedure,
          existing: library.names,
          nearest: nearestName(to: name.text, in: library.names)
        ),
        at: name.position
      )
      return nil
    }
    if let first = library.uses.firstIndex(of: name.text) {
      let ring = library.uses[first...] + [name.text]
      problems.add(.attribute(.procedureRing(Array(ring))), at: name.position)
      return nil
    }
    library.entries[index].isRead = true
    let outer = library.bindings
    library.bindings = outer.with(arguments, level: library.frames.count)
    library.uses.append(name.text)
    let steps = readSteps(substitute(library.entries[index].steps))
    library.uses.removeLast()
    library.bindings = outer
    return steps
  }

  /// Reads the instances that flows and collections need, then what nobody uses, so that its
  /// faults are found too.
  mutating func readInstances() {
    let values = library.bindings
    // In the order of the flows in the plan, so that the order of the file is no meaning.
    let order = scenario.flows.indices.sorted { scenario.flows[$0].key < scenario.flows[$1].key }
    for index in order {
      let flow = scenario.flows[index]
      let bindings = values.with(flow.arguments, level: 0)
      scenario.flows[index].instance = instance(of: flow.procedure, bindings)
    }
    for index in scenario.collections.indices {
      let collection = scenario.collections[index]
      let bindings = values.with(collection.arguments, level: 0)
      scenario.collections[index].instance = instance(of: collection.starts, bindings)
    }
    let mentioned = library.entries.flatMap { entry in
      entry.steps.procedures(under: ["use", "start"]).filter { $0 != entry.name.text }
    }
    let first = library.entries.map(\.name).filter { !mentioned.contains($0.text) }
    for name in first + library.entries.map(\.name) { readUnused(name, values) }
    let place = library.names
    scenario.procedures.sort { a, b in
      (place.firstIndex(of: a.name.text) ?? 0, a.instance)
        < (place.firstIndex(of: b.name.text) ?? 0, b.instance)
    }
    scenario.procedureNames = place
  }

  /// Reads a procedure that has not been read, unless a parameter of it has no value.
  private mutating func readUnused(_ name: Name, _ values: Bindings) {
    guard let index = library.index(of: name.text), !library.entries[index].isRead else { return }
    var trial = self
    trial.library.foundUnbound = false
    _ = trial.instance(of: name, values)
    if !trial.library.foundUnbound { self = trial }
  }
}

extension SourceNode {
  /// The texts under some keys, wherever they stand below this node.
  fileprivate func procedures(under keys: [String]) -> [String] {
    switch content {
    case .null, .scalar, .made: []
    case .sequence(let items): items.flatMap { $0.procedures(under: keys) }
    case .mapping(let entries):
      entries.flatMap { entry in
        (keys.contains(entry.key) ? [entry.value.text].compactMap { $0 } : [])
          + entry.value.procedures(under: keys)
      }
    }
  }
}
