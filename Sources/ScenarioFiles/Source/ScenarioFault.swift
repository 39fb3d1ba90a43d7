import RandomVariates

/// What is wrong in a scenario, as data; the words are chosen where it is printed.
public enum ScenarioFault: Error, Sendable, Equatable {

  // MARK: Reading a file

  /// The file cannot be opened or read.
  case cannotRead(ReadFailure)
  /// The path is that of a folder.
  case isDirectory
  /// Nothing but blanks and comments.
  case isEmpty
  /// A NUL byte: not a text.
  case isBinary
  /// Bytes that are no UTF-8, at the first of them.
  case notUTF8
  /// Larger than a file of its kind may be; both in bytes.
  case tooLarge(bytes: Int, allowed: Int)
  /// An invisible character that a text file has no use for.
  case controlCharacter(code: UInt32)

  // MARK: YAML

  /// The text is no YAML; `what` is the parser's English message.
  case yamlSyntax(what: String)
  /// A bracket, brace or quote, at its place, that is never closed.
  case unclosed(String)
  /// A tab where only blanks may indent.
  case tabInIndentation
  /// The second occurrence of a key in one mapping.
  case duplicateKey(String)
  /// A `:` without a key before it.
  case missingKey
  /// `&name` or `*name`.
  case anchorOrAlias(String)
  /// `!name`.
  case tag(String)
  /// The key `<<`.
  case mergeKey
  /// A key written with `?`.
  case explicitKey
  /// A line that begins with `%`.
  case directive
  /// `---` after content, or `...`.
  case severalDocuments
  /// Collections or distributions within one another beyond `limit` levels.
  case nestedTooDeep(limit: Int)
  /// A text whose comma splits it inside `{ }` or `[ ]`, as in `{for: uniform(1 min, 2 min)}`.
  case forgottenQuotes(text: String)
  /// A node of another kind than its place wants.
  case wrongKind(found: NodeKind, expected: [NodeKind])

  // MARK: Quantities

  /// A number without its unit.
  case missingUnit(text: String, kind: QuantityKind, allowed: [String])
  /// A unit that is none.
  case unknownUnit(String, allowed: [String], nearest: String?)
  /// A text that is no number, or does not begin with one where it must.
  case notANumber(String)
  /// `nan`, `inf`, or a number beyond what a Double holds.
  case notFinite(String)
  /// A number with a fraction where only whole ones make sense.
  case notWhole(String)
  /// A number below zero where none can be.
  case negative(String)
  /// A value outside [`low`, `high`], as texts with their units.
  case outOfRange(String, low: String, high: String)
  /// No time of day of the form `07:30`.
  case notAClock(String)

  // MARK: Distributions

  /// The name before the parenthesis is that of no distribution.
  case wrongDistribution(name: String, allowed: [String], nearest: String?)
  /// Arguments that do not fit; `expected` is the form, such as `erlang(K, MEAN)`.
  case wrongArguments(distribution: String, found: String, expected: String)
  /// Parentheses that do not match, or text after the last one.
  case unbalancedParentheses(String)
  /// Shares that do not add up to 100 %; `found` is their sum, 1 being 100 %.
  case sharesDoNotAddUp(found: Double)
  /// A parameter out of its range.
  case distribution(DistributionFault)

  // MARK: Data files

  /// A fault in a CSV file; the first row below the header is row 2.
  indirect case csv(file: String, row: Int?, column: String?, ScenarioFault)
  /// No such column.
  case missingColumn(String, existing: [String], nearest: String?)
  /// Several columns that could be meant.
  case ambiguousColumn(String)
  /// The header does not say `column (unit)`.
  case columnWithoutUnit(String, allowed: [String])
  /// Quotes that the CSV reader cannot match.
  case csvSyntax(what: String)
  /// A column without a single value.
  case noRows
  /// A cell with nothing in it.
  case emptyCell

  // MARK: Words of the scenario

  /// A key that its section does not have.
  case unknownKey(String, section: SectionKind, allowed: [String], nearest: String?)
  /// A key that its section must have; several when one of them is enough.
  case missingKeys([String], section: SectionKind)
  /// Keys that exclude each other.
  case conflictingKeys([String])
  /// A word that is none of those allowed here.
  case unknownWord(String, key: String, allowed: [String], nearest: String?)
  /// A name that nothing of its kind has.
  case unknownName(String, kind: NamedKind, existing: [String], nearest: String?)
  /// A name given twice.
  case duplicateName(String, kind: NamedKind)
  /// A character that has a meaning in the names of measures.
  case reservedCharacter(Character, name: String)
  /// A name with a meaning of its own.
  case reservedName(String)
  /// A name without a letter.
  case emptyName
  /// Two names whose hashes are equal, so that their draws would be too.
  case hashCollision(String, String)
  /// A list or mapping with nothing in it.
  case nothingInIt(key: String)
  /// More of a kind than a scenario can have.
  case tooMany(NamedKind, found: Int, allowed: Int)

  // MARK: Stations and lanes

  /// Neither servers nor lanes.
  case noServer
  /// Servers in a station whose lanes have them.
  case serversBesideLanes
  /// A schedule with no server at any time.
  case neverOpens
  /// A schedule that does not begin at 0 h.
  case scheduleStartsLate
  /// A shift that is not later than the one before.
  case shiftsNotAscending
  /// A shift that begins after the schedule repeats.
  case shiftBeyondPeriod(period: String)
  /// A lane whose classes never come to it.
  case laneWithoutTrucks(lane: String)
  /// A class that comes to a station none of whose lanes takes it.
  case truckWithoutLane(station: String, className: String)
  /// `joins: dedicated` with a lane that does not say what it takes.
  case dedicatedWithoutTakes(lane: String)

  // MARK: Steps

  /// A step with no action or more than one; the actions are named.
  case stepActions(found: [String], allowed: [String])
  /// A choice that mixes shares and conditions.
  case mixedChoice
  /// A branch after `otherwise`.
  case branchAfterOtherwise
  /// Shares of a choice that add up to more than 100 %.
  case sharesOverWhole(found: Double)
  /// A way round that takes no time.
  case cycleWithoutTime(step: String)
  /// A station that is released and never seized in the procedure.
  case releaseWithoutSeize(station: String)
  /// More servers released than can have been seized.
  case releasesOtherCount(station: String, count: Int, seized: Int)
  /// More servers seized than the station ever has.
  case seizesTooMany(count: Int, servers: Int)
  /// A condition that cannot be read.
  case conditionSyntax(String)
  /// A comparison that its attribute does not know.
  case conditionComparison(attribute: String)

  // MARK: The run

  /// A flow that never ends in a run until empty.
  case endlessFlow(flow: String)
  /// A procedure that some truck never leaves, in a run until empty.
  case endlessProcedure(procedure: String)
  /// A warm-up in a run until empty.
  case warmUpUntilEmpty
  /// A warm-up as long as the run or longer.
  case warmUpTooLong(horizon: String)
  /// A fault with a warm-up that is to be found, or with batches.
  case steadyState(SteadyStateFault)
  /// A length of time, a rate or a factor that must be more than zero.
  case notPositive(String)

  // MARK: Attributes, expressions, customs

  /// A fault in an expression.
  case expression(ExpressionFault)
  /// A fault with attributes, documents, parameters, companions or collections.
  case attribute(AttributeFault)
  /// A fault with work side by side, or with servers of several stations at once.
  case parallel(ParallelFault)
  /// A fault in the customs words.
  case customs(CustomsFault)
  /// A fault in the calendar.
  case calendar(CalendarFault)
  /// A fault in outages.
  case outage(OutageFault)
  /// Servers that fail, make way, or are blocked.
  case server(ServerFault)
  /// A fault with teams that serve at several stations.
  case team(TeamFault)
  /// A fault with service of several together, or with the shortest service first.
  case service(ServiceFault)
  /// A fault with patience and leaving.
  case patience(PatienceFault)
  /// A fault with papers.
  case papers(PaperFault)
  /// A fault with waiting for a condition.
  case wait(WaitFault)
  /// A fault with what steps sum.
  case sum(SumFault)
  /// A fault with service standards.
  case standard(StandardFault)
  /// A fault in the forms of arrivals, or in a trace.
  case arrival(ArrivalFault)
  /// A fault in a file that says who is where.
  case state(StateFault)

  // MARK: Overrides

  /// A `--set` whose path leads nowhere; `path` is the text before `=`.
  case overridePath(path: String, OverrideFault)
}

/// A part of a scenario with keys of its own.
public enum SectionKind: String, Sendable, CaseIterable {
  /// The outermost mapping.
  case scenario
  /// Under `demand`.
  case demand
  /// One station.
  case station
  /// One lane.
  case lane
  /// One entry of a schedule.
  case shift
  /// One flow under `arrivals`.
  case arrivals
  /// Under `profile`.
  case profile
  /// One step.
  case step
  /// One branch of a choice.
  case branch
  /// One gate.
  case gate
  /// One lane of a gate.
  case gateLane
  /// The control room, the image review or the document office.
  case office
  /// The inspection yard.
  case yard
  /// The scanner of the yard.
  case scanner
  /// The laboratory.
  case laboratory
  /// One of several laboratories.
  case testLaboratory
  /// The teams that take samples.
  case samplers
  /// Under `warehouses`.
  case warehouses
  /// One warehouse.
  case warehouse
  /// One class of goods.
  case goodsClass
  /// One firm.
  case firm
  /// Firms that stand in a file.
  case firmsFile
  /// Under `movements` of a flow.
  case movements
  /// The switch of advance declaration.
  case advanceDeclaration
  /// The switch of two-step declaration.
  case twoStep
  /// A switch by firms and goods.
  case policySwitch
  /// Entrusted processing.
  case entrusted
  /// One flow under `flows`.
  case customsFlow
  /// Under `banks`.
  case banks
  /// Under `policy`.
  case policy
  /// One rule under `inspection modes`.
  case inspectionMode
  /// Under `consolidated declaration`.
  case consolidated
  /// Under `assumptions`.
  case assumptions
  /// Under `calendar`.
  case calendar
  /// One layer of the calendar.
  case layer
  /// Under `outages`.
  case outages
  /// When one system is out.
  case outage
  /// A procedure that stands in a file of its own.
  case procedureSource
  /// The file of a procedure.
  case procedureFile
  /// Shares of an attribute by the clock.
  case attributeSteps
  /// The class of a word of an attribute from an instant on.
  case classChange
  /// One collection.
  case collection
  /// One closing of a collection.
  case closing
  /// A rate that varies.
  case rate
  /// One state of a rate.
  case rateState
  /// One team.
  case team
  /// One officer, or several with the same skills.
  case officer
  /// One roster.
  case roster
  /// One service standard.
  case standard
}

/// What carries a name in a scenario.
public enum NamedKind: String, Sendable, CaseIterable {
  /// A station.
  case station
  /// A lane.
  case lane
  /// A station or a lane.
  case place
  /// A class of trucks.
  case classOfTrucks
  /// A flow.
  case flow
  /// A procedure.
  case procedure
  /// A step.
  case step
  /// A mark.
  case mark
  /// A truck.
  case truck
  /// An attribute.
  case attribute
  /// A word of an attribute.
  case word
  /// A state of a document.
  case state
  /// A property of a station or lane.
  case property
  /// A gate.
  case gate
  /// A firm.
  case firm
  /// A class of goods.
  case goods
  /// A collection.
  case collection
  /// A layer of the calendar.
  case layer
  /// An amount that steps add to.
  case amount
  /// A team.
  case team
  /// An officer.
  case officer
  /// What an officer can do.
  case skill
  /// A stage.
  case stage
  /// A service standard.
  case standard
}

/// Why a file could not be read.
public enum ReadFailure: Sendable, Equatable {
  /// There is no such file; `nearest` is a file of the folder with a similar name.
  case missing(nearest: String?)
  /// It may not be read by this user.
  case notPermitted
  /// Anything else, in the system's words.
  case other(String)
}

/// What a node of the scenario is.
public enum NodeKind: Sendable, Equatable {
  /// A word, a number, a line of text.
  case text
  /// A list of nodes.
  case list
  /// Keys and their values.
  case mapping
  /// Nothing after the colon or the dash.
  case nothing
}

/// What a number with a unit measures.
public enum QuantityKind: Sendable, Equatable {
  /// A length of time, `5 min`.
  case duration
  /// A share, `15%`.
  case share
  /// Trucks per time, `50 per h`.
  case rate
  /// A weight, `40 t`.
  case weight
  /// A length, `120 m`.
  case length
  /// An amount of money, `5 million yuan`.
  case money
  /// A value by weight, `5664 USD per t`.
  case value
  /// A temperature, `4 °C`.
  case temperature
}

/// Why a `--set` option leads nowhere.
public enum OverrideFault: Error, Sendable, Equatable {
  /// There is no `=` in it.
  case noValue
  /// The path is not keys and `[0]` joined by dots.
  case malformed
  /// No such key where `existing` ones are.
  case noSuchKey(String, existing: [String], nearest: String?)
  /// No item of that name in a list whose items have the `existing` ones.
  case noSuchItem(String, existing: [String], nearest: String?)
  /// An index beyond the `count` items of a list.
  case noSuchIndex(Int, count: Int)
  /// A path that goes on where there is a text, a list or a mapping that it cannot enter.
  case cannotEnter(found: NodeKind, before: String)
}

extension ScenarioFault {
  /// Whether the scenario cannot be read at all (exit status 66), as against a wrong content (65).
  public var isUnreadable: Bool {
    switch self {
    case .cannotRead, .isDirectory: true
    default: false
    }
  }
}
