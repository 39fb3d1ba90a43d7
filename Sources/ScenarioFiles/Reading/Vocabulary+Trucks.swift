import ClearanceModel

/// The keys of who comes, what trucks do, and what is gathered.
extension Vocabulary {
  static let collection = [
    key(
      "by",
      "list of ATTRIBUTES",
      "one pile for each combination of their words",
      #"{"type": "array"}"#
    ),
    key("closings", "list of closings", "cuts and dates", list(of: "closing")),
    key("sets", "ATTRIBUTE", "receives how many were gathered", name),
    key("papers", "yes | no", "whether its piles are those of firms' papers", flag),
    key("starts", "PROCEDURE", "what the companion of a pile goes through", name),
    key("with", "PARAMETER: TEXT", "parameters of that procedure", arguments),
  ]

  static let arrivals = [
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
      "ATTRIBUTE: {WORD: CLASS | list of from, class}",
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

  static let step = [
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
    key(
      "for each",
      "papers in | papers out",
      "with `start`: a companion for each consignment, once for a lot",
      words("papers in", "papers out")
    ),
    key("stage", "NAME", "its time belongs to this stage from now on", name),
    key("count", "NAME", "count at a station, or at the lane used there", name),
    key("at", "STATION", "where `count` counts", name),
    key("sum", "NAME", "add to an amount of this name", name),
    key("of", "EXPRESSION", "with `sum`: what is added", text),
    key("out of", "NAME", "with `sum`: the amount of which it is a share", name),
    key("gather", "COLLECTION", "join a pile", name),
    key(
      "do in parallel",
      "list of lists of steps",
      "go through all of them at the same time",
      ##"{"type": "array", "items": {"$ref": "#/$defs/steps"}}"##
    ),
    key("wait until", "CONDITION", "stand still until it holds", name),
    key("clock", "starts", "the truck, only announced before, is here", words("starts")),
    key("papers", "VERB", "ask something of papers", paperVerbs),
    key("way", "in | out", "with `papers`: of which way; without it a companion's own", ways),
    key("as", "MOVEMENT", "with `papers: open`: what is opened", movements),
    key("goods", "ATTRIBUTE", "with `papers: open`: weight of the goods of one truck", name),
    key("lines", "ATTRIBUTE", "with `papers: open`: item lines of a document", name),
    key("documents", "ATTRIBUTE", "with `papers: open`: documents of a truck", name),
    key("status", "STATUS | ATTRIBUTE", "with `papers: open`: status of the goods", name),
    key("joins", "yes | no", "with `papers: open`: further papers of the truck for the way", flag),
    key("since", "ATTRIBUTE", "with `papers: late fee`: when the goods entered", name),
    key("sets", "ATTRIBUTE", "with `papers`: receives the answer", name),
    key("look up", "firm", "what holds for the truck's firm now", words("firm")),
    key("declares", "ATTRIBUTE", "with `look up`: receives how it declares batches", name),
    key("credit", "ATTRIBUTE", "with `look up`: receives its credit class", name),
    key(
      "drawn",
      "per lot | here",
      "draw once for all trucks of a lot; with `use`: as if its steps stood here",
      words("per lot", "here")
    ),
    key("stream", "NAME", "a former name that keeps the draws", name),
  ]

  private static let paperVerbs = words(of: PaperVerb.allCases.map(\.word))
  private static let ways = words("in", "out")
  private static let movements = words(of: MovementKind.allCases.map(\.word))

  private static func words(of words: [String]) -> String {
    #"{"enum": [\#(words.map { "\"\($0)\"" }.joined(separator: ", "))]}"#
  }
}
