/// The keys of every section of a scenario: what the reader allows and the schema shows.
public enum Vocabulary {
  /// One key.
  public struct Key: Sendable {
    /// The key.
    public let name: String
    /// The forms of its value, in the words of docs/scenario-reference.md.
    public let form: String
    /// What it means.
    public let meaning: String
    /// The JSON Schema of its value.
    let schema: String
  }

  /// The names of a section's keys, in their usual order.
  public static func keys(of section: SectionKind) -> [String] {
    entries(of: section).map(\.name)
  }

  static let text = #"{"type": ["string", "number"]}"#
  static let count = #"{"type": ["integer", "string"], "minimum": 0}"#
  static let name = #"{"type": "string"}"#
  static let arguments =
    #"{"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}"#
  static let flag = #"{"type": ["boolean", "string"]}"#
  static let servers = ##"{"$ref": "#/$defs/servers"}"##
  static let properties =
    #"{"type": "object", "additionalProperties": {"type": ["string", "number"]}}"#
  static let steps = ##"{"$ref": "#/$defs/steps"}"##

  static func words(_ words: String...) -> String {
    #"{"enum": [\#(words.map { "\"\($0)\"" }.joined(separator: ", "))]}"#
  }

  static func map(of section: String) -> String {
    ##"{"type": "object", "additionalProperties": {"$ref": "#/$defs/\##(section)"}}"##
  }

  static func list(of section: String) -> String {
    ##"{"type": "array", "items": {"$ref": "#/$defs/\##(section)"}}"##
  }

  static func key(
    _ name: String,
    _ form: String,
    _ meaning: String,
    _ schema: String
  ) -> Key {
    Key(name: name, form: form, meaning: meaning, schema: schema)
  }

  /// The keys of a section.
  public static func entries(of section: SectionKind) -> [Key] {
    switch section {
    case .scenario: scenario + customsWords
    case .demand: [key("factor", "NUMBER", "multiplies all rates of arrival", text)]
    case .station: station
    case .lane: lane
    case .team: team
    case .shift:
      [
        key("from", "DURATION", "when the number takes effect", text),
        key("count", "COUNT", "servers open from then on", count),
      ]
    case .arrivals: arrivals
    case .profile:
      [
        key("per h", "list of NUMBERS", "rate of each step, per hour", #"{"type": "array"}"#),
        key("step", "DURATION", "length of each step", text),
        key("repeats", "yes | no", "whether the steps repeat; without it the rate ends", flag),
      ]
    case .step: step
    case .procedureSource:
      [key("from", "FILE", "file with the steps, beside the scenario", name)]
    case .procedureFile:
      [
        key("procedure", "NAME", "the procedure that the file holds", name),
        key("steps", "steps", "what trucks go through", steps),
      ]
    case .attributeSteps:
      [
        key("per step", "list of shares", "values of each step, in turn", #"{"type": "array"}"#),
        key("step", "DURATION", "length of each step", text),
      ]
    case .classChange:
      [
        key("from", "DURATION", "when the class begins to hold", text),
        key("class", "CLASS", "the class from then on", name),
      ]
    case .collection: collection
    case .rate:
      [
        key("mean", "RATE", "mean of a rate that swings like a sine", name),
        key("swing", "SHARE", "largest deviation from the mean", name),
        key("period", "DURATION", "length of one wave", text),
        key(
          "states",
          "list of states",
          "rates in turn, each for a time drawn at random",
          list(of: "rateState")
        ),
      ]
    case .rateState:
      [
        key("rate", "RATE", "rate of arrival while the state lasts", name),
        key("leave", "RATE", "one over the mean length of the state", name),
      ]
    case .standard: standard
    case .closing:
      [
        key("cut", "DURATION", "what is gathered before it goes out with this closing", text),
        key("due", "DURATION", "when it goes out, not before the cut", text),
      ]
    case .branch:
      [
        key("share", "SHARE", "chance of this way", text),
        key("when", "CONDITION", "condition of this way", name),
        key("otherwise", "steps", "what is done when no condition holds", steps),
        key("do", "steps", "what is done on this way", steps),
        key("go to", "STEP", "where it continues", name),
      ]
    case .gate, .gateLane, .goodsClass, .office, .yard, .scanner, .laboratory, .testLaboratory,
      .samplers,
      .warehouses, .warehouse, .firm, .firmsFile, .movements, .advanceDeclaration, .twoStep,
      .policySwitch, .entrusted, .customsFlow, .banks, .policy, .consolidated, .inspectionMode,
      .assumptions, .calendar, .layer, .officer, .roster, .outages, .outage:
      customsEntries(of: section)
    }
  }
}
