import ClearanceModel

/// Properties of stations and lanes, and the room of queues in metres.
extension ScenarioCompiler {
  /// Compiles all properties, so that expressions of steps can use them.
  mutating func compileProperties() {
    scope.folder = folder
    // Expressions have one numbering: shared attributes come after those of trucks.
    scope.attributes = plan.attributes + plan.sharedAttributes
    scope.lanes = Array(repeating: [], count: plan.places.count)
    var values: [(place: Int, properties: [Property])] = []
    for station in scenario.stations {
      guard let index = stationIndex[station.name.text] else { continue }
      scope.stations.append((station.name.text, index))
      values.append((index, station.properties))
      for (lane, place) in zip(station.lanes, plan.places[index].lanes) {
        values.append((place, lane.properties))
        scope.lanes[index].append((lane.name.text, place))
      }
    }
    for property in values.flatMap(\.properties)
    where !plan.properties.contains(property.name.text) {
      plan.properties.append(property.name.text)
    }
    scope.properties = plan.properties
    scope.values = plan.places.map { _ in plan.properties.map { _ in nil } }
    scope.allowsProperties = false
    for (place, properties) in values {
      for property in properties { compile(property, at: place) }
    }
    scope.allowsProperties = true
    layOutProperties()
    compileQueueSpace()
  }

  private mutating func compile(_ property: Property, at place: Int) {
    guard let number = plan.properties.firstIndex(of: property.name.text) else { return }
    var parser = ExpressionParser(property.text, scope: scope)
    let term = problems.value(at: property.position) { () throws(ScenarioFault) in
      try parser.wholeNumber()
    }
    // One that cannot be read is still known by its name, as a zero.
    let expression = term?.expression ?? .constant(0)
    scope.values[place][number] = ExpressionScope.Property(
      expression: add(expression),
      dimension: term?.dimension,
      blocks: parser.block,
      depth: expression.depth,
      mean: expression.mean
    )
  }

  /// A lane has its own properties and else those of its station; a truck that is at no lane of a
  /// station whose lanes alone have a property finds that of the first.
  private mutating func layOutProperties() {
    guard !plan.properties.isEmpty else { return }
    for place in plan.places.indices {
      plan.places[place].properties = plan.properties.indices.map { property in
        let own = scope.values[place][property]
        let inherited =
          plan.places[place].station.map { scope.values[$0][property] }
          ?? scope.lanes[place].first.flatMap { scope.values[$0.place][property] }
        return (own ?? inherited)?.expression ?? StepPlan.none
      }
    }
  }

  /// Queues in metres need the length of trucks.
  private mutating func compileQueueSpace() {
    for station in scenario.stations {
      guard let space = station.queueSpace, let index = stationIndex[station.name.text] else {
        continue
      }
      plan.places[index].queueSpace = space.metres
      plan.lengthAttribute = plan.attributes.firstIndex {
        $0.name == "length" && $0.kind == .number(.length)
      }
      if plan.lengthAttribute == nil {
        problems.add(.attribute(.queueSpaceWithoutLength), at: space.position)
      }
    }
  }
}
