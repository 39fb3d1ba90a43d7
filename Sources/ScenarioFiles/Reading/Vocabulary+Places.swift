/// The keys of the scenario itself, of stations and of lanes.
extension Vocabulary {
  static let scenario = [
    key("scenario", "TEXT", "the scenario's name", name),
    key("runs for", "DURATION", "length of the run, warm-up included", text),
    key("runs until", "empty", "ends when nobody is left inside", words("empty")),
    key("warm up", "DURATION | automatic", "statistics begin after it", text),
    key("seed", "COUNT", "seed of all draws", count),
    key("replications", "COUNT", "independent repetitions", count),
    key("batches", "COUNT", "equal parts of one long run that give the intervals", count),
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
    key(
      "shared attributes",
      "NAME: WORDS | number | duration | weight | length",
      "what a truck, or its lot, and its companions have together",
      #"{"type": "object"}"#
    ),
    key("stations", "NAME: station", "where trucks queue and are served", map(of: "station")),
    key("teams", "NAME: team", "people who serve at several stations", map(of: "team")),
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
    key("standards", "NAME: service standard", "times to be kept", map(of: "standard")),
  ]

  static let station = [
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
    key(
      "goes first",
      "ATTRIBUTE: WORD | list of WORDS",
      "who goes before all others in its queue",
      #"{"type": "object"}"#
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

  static let team = [
    key("members", "COUNT | list of shifts", "how many there are, and when", servers),
    key("repeats every", "DURATION", "period of the list of shifts", text),
    key(
      "on closing",
      "finish | return to queue",
      "what a closing does to those in service",
      words("finish", "return to queue")
    ),
    key("serves", "list of STATIONS", "where they serve", #"{"type": "array"}"#),
    key(
      "picks",
      "longest wait | in order",
      "which queue a member goes on with",
      words("longest wait", "in order")
    ),
  ]

  static let lane = [
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
}
