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
  private static let arguments =
    #"{"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}"#
  private static let flag = #"{"type": ["boolean", "string"]}"#
  private static let servers = ##"{"$ref": "#/$defs/servers"}"##
  private static let properties =
    #"{"type": "object", "additionalProperties": {"type": ["string", "number"]}}"#
  private static let steps = ##"{"$ref": "#/$defs/steps"}"##

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
    case .gate, .gateLane, .office, .yard, .scanner, .laboratory, .samplers, .warehouses,
      .warehouse, .firm, .customsFlow, .banks, .policy, .consolidated, .assumptions:
      customsEntries(of: section)
    }
  }

  private static let scenario = [
    key("scenario", "TEXT", "the scenario's name", name),
    key("runs for", "DURATION", "length of the run, warm-up included", text),
    key("runs until", "empty", "ends when nobody is left inside", words("empty")),
    key("warm up", "DURATION", "statistics begin after it", text),
    key("seed", "COUNT", "seed of all draws", count),
    key("replications", "COUNT", "independent repetitions", count),
    key("record every", "DURATION", "length of the recording intervals", text),
    key("classes", "list of NAMES", "classes in their order of priority", #"{"type": "array"}"#),
    key("capacity", "COUNT", "places in the whole system", count),
    key("when full", "turn away", "what a full system does", words("turn away")),
    key("demand", "factor: NUMBER", "multiplies all demand", ##"{"$ref": "#/$defs/demand"}"##),
    key(
      "attributes",
      "NAME: WORDS | number | duration | weight | length | document",
      "what trucks carry besides their class",
      #"{"type": "object"}"#
    ),
    key("stations", "NAME: station", "where trucks queue and are served", map(of: "station")),
    key("arrivals", "NAME: arrivals", "who comes, when, and what for", map(of: "arrivals")),
    key(
      "starts with",
      "FLOW: COUNT",
      "trucks present at the start",
      #"{"type": "object", "additionalProperties": {"type": "integer"}}"#
    ),
    key(
      "procedures",
      "NAME: steps",
      "what trucks go through",
      ##"{"type": "object", "additionalProperties": {"anyOf": [{"$ref": "#/$defs/steps"}, {"$ref": "#/$defs/procedureSource"}]}}"##
    ),
    key("values", "PARAMETER: TEXT", "what `<PARAMETER>` stands for in procedures", arguments),
    key(
      "collections",
      "NAME: collection",
      "what is gathered and goes out at dates",
      map(of: "collection")
    ),
  ]

  private static let station = [
    key("servers", "COUNT | unlimited | list of shifts", "how many serve, and when", servers),
    key("repeats every", "DURATION", "period of the list of shifts", text),
    key(
      "on closing",
      "finish | return to queue",
      "what a closing does to those in service",
      words("finish", "return to queue")
    ),
    key(
      "queue",
      "fifo | lifo | random | priority | shortest-job",
      "order of service",
      words("fifo", "lifo", "random", "priority", "shortest-job")
    ),
    key("capacity", "COUNT", "places including those in service", count),
    key(
      "when full",
      "turn away | block upstream",
      "what a full station does",
      words("turn away", "block upstream")
    ),
    key(
      "preemptive",
      "yes | no",
      "whether a higher class takes the server of a lower one",
      flag
    ),
    key("fails after", "DISTRIBUTION", "time from repair to failure of a server", text),
    key("repaired in", "DISTRIBUTION", "time from failure to repair", text),
    key(
      "counts",
      "busy time | any time",
      "when servers age",
      words("busy time", "any time")
    ),
    key(
      "lanes",
      "list of lanes",
      "servers side by side, each with its own queue",
      list(of: "lane")
    ),
    key(
      "joins",
      "shortest queue | random | dedicated",
      "how a truck picks a lane",
      words("shortest queue", "random", "dedicated")
    ),
    key("properties", "NAME: EXPRESSION", "what expressions may ask of it", properties),
    key("queue space", "LENGTH", "room for the queue", text),
    key("stream", "NAME", "a former name that keeps the draws", name),
    key(
      "serves together",
      "COUNT | exactly COUNT",
      "how many trucks a server takes at a time",
      text
    ),
    key("jockeying", "yes | no", "whether trucks go over to a shorter lane", flag),
  ]

  private static let collection = [
    key(
      "by",
      "list of ATTRIBUTES",
      "one pile for each combination of their words",
      #"{"type": "array"}"#
    ),
    key("closings", "list of closings", "cuts and dates", list(of: "closing")),
    key("sets", "ATTRIBUTE", "receives how many were gathered", name),
    key("starts", "PROCEDURE", "what the companion of a pile goes through", name),
    key("with", "PARAMETER: TEXT", "parameters of that procedure", arguments),
  ]

  private static let lane = [
    key("name", "NAME", "name within the station", name),
    key("servers", "COUNT | unlimited | list of shifts", "how many serve; 1 by default", servers),
    key("repeats every", "DURATION", "period of the list of shifts", text),
    key(
      "on closing",
      "finish | return to queue",
      "what a closing does to those in service",
      words("finish", "return to queue")
    ),
    key(
      "takes",
      "list of CLASSES | ATTRIBUTE: list of WORDS",
      "who may use it; all by default",
      #"{"type": ["array", "object"]}"#
    ),
    key("properties", "NAME: EXPRESSION", "what expressions may ask of it", properties),
  ]

  private static let arrivals = [
    key(
      "rate",
      "RATE | mean, swing, period | states",
      "a Poisson process",
      ##"{"anyOf": [{"type": "string"}, {"$ref": "#/$defs/rate"}]}"##
    ),
    key("every", "DISTRIBUTION", "independent gaps", name),
    key("at", "list of DURATIONS", "given times", #"{"type": "array"}"#),
    key(
      "profile",
      "per h, step, repeats",
      "a Poisson process by the clock",
      ##"{"$ref": "#/$defs/profile"}"##
    ),
    key("from", "FILE", "the times of a file, in the column time (UNIT)", name),
    key("population", "COUNT", "so many trucks, which begin anew when they are done", count),
    key("batch", "COUNT | DISTRIBUTION", "trucks that come together", text),
    key("at most", "COUNT", "arrivals end after so many trucks", count),
    key(
      "class",
      "CLASS | CLASS: SHARE",
      "classes of the trucks",
      #"{"type": ["string", "object"]}"#
    ),
    key(
      "class by",
      "ATTRIBUTE: {WORD: CLASS}",
      "instead of class: it follows from an attribute",
      #"{"type": "object"}"#
    ),
    key("lot", "COUNT", "trucks that belong together", count),
    key(
      "attributes",
      "ATTRIBUTE: VALUE | VALUE: SHARE | per step",
      "what its trucks carry when they come",
      #"{"type": "object"}"#
    ),
    key(
      "of each truck",
      "list of ATTRIBUTES",
      "those drawn for each truck of a lot",
      #"{"type": "array"}"#
    ),
    key("procedure", "NAME", "what its trucks go through", name),
    key("with", "PARAMETER: TEXT", "parameters of its procedure", arguments),
    key("stream", "NAME", "a former name that keeps the draws", name),
  ]

  private static let step = [
    key("name", "NAME", "target of `go to`", name),
    key("serve at", "STATION", "queue there and be served", name),
    key("for", "DISTRIBUTION | EXPRESSION", "how long the service takes", text),
    key("patience", "DISTRIBUTION", "who waits longer gives up", text),
    key("leaves if queue over", "COUNT", "who would wait behind more does not join", count),
    key("on leaving", "steps", "what those do who give up or are turned away", steps),
    key("delay for", "DISTRIBUTION | EXPRESSION", "let time pass", text),
    key(
      "seize",
      "STATION | STATION: COUNT, …",
      "queue for servers and keep them, all at once",
      #"{"type": ["string", "object"]}"#
    ),
    key(
      "release",
      "STATION | STATION: COUNT, …",
      "give back what is held of it, or some of it",
      #"{"type": ["string", "object"]}"#
    ),
    key("choose", "list of branches", "take one of several ways", list(of: "branch")),
    key("go to", "STEP", "continue at a named step", name),
    key("mark", "NAME", "note that the truck has come here", name),
    key(
      "set",
      "ATTRIBUTE: VALUE",
      "give attributes values, in the order written",
      #"{"type": "object"}"#
    ),
    key("use", "PROCEDURE", "go through its steps, here", name),
    key("start", "PROCEDURE", "send a companion through it", name),
    key("with", "PARAMETER: TEXT", "parameters of `use` and `start`", arguments),
    key("times", "ATTRIBUTE", "how many companions", name),
    key("stage", "NAME", "its time belongs to this stage from now on", name),
    key("count", "NAME", "count at a station, or at the lane used there", name),
    key("at", "STATION", "where `count` counts", name),
    key("gather", "COLLECTION", "join a pile", name),
    key(
      "do in parallel",
      "list of lists of steps",
      "go through all of them at the same time",
      ##"{"type": "array", "items": {"$ref": "#/$defs/steps"}}"##
    ),
    key("drawn", "per lot", "draw once for all trucks of a lot", words("per lot")),
    key("stream", "NAME", "a former name that keeps the draws", name),
  ]
}
