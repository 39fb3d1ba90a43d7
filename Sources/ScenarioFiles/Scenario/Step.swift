import ClearanceModel
import EventSimulation

/// One step of a procedure.
public struct Step: Sendable {
  /// Where it stands.
  public var position: SourcePosition
  /// Its name, the target of `go to`.
  public var name: Name?
  /// A former name that keeps its draws.
  public var stream: Name?
  /// What it does.
  public var action: Action
  /// Whether its draws are those of the truck's lot.
  public var drawsPerLot = false
  /// With `use`: whether the steps of that procedure draw as if they stood here.
  public var drawsHere = false
  /// How long a truck waits at most; nil where it waits for ever.
  public var patience: Law?
  /// A truck that would wait behind more than so many does not join.
  public var balkOver: Int?
  /// What those do who give up or are turned away here; nil where they leave the system.
  public var onLeaving: [Step]?

  /// The target of `go to` that is the end of the procedure, and no name of a step.
  public static let endName = "end"

  /// What a step does.
  public indirect enum Action: Sendable {
    /// Queue at a station and be served.
    case serve(station: Name, duration: Law)
    /// Let time pass.
    case delay(Law)
    /// Queue for servers and keep them.
    case seize(station: Name, count: Int)
    /// Give back what is held of a station; a number written beside it is that of the seize.
    case release(station: Name, count: Int?)
    /// Take one of several ways.
    case choose([Branch])
    /// Continue at a named step.
    case goTo(Name)
    /// Note that the truck has come here.
    case mark(Name)
    /// Give attributes values, in this order; a value is read once all names are known.
    case set([(attribute: Name, text: String, position: SourcePosition)])
    /// Go through the steps of another procedure, here; they are read with their arguments.
    case use(procedure: Name, steps: [Step])
    /// Send companions through a procedure; `instance` is that of ``Procedure/instance``.
    case start(procedure: Name, instance: Int?, number: CompanionNumber)
    /// Begin a stage of the way to clearance.
    case stage(Name)
    /// Count for the flow, and at a station and the lane of it that the truck holds or was last at.
    case count(Name, at: Name?)
    /// Join a pile of a collection.
    case gather(Name)
    /// Go through several lists of steps at the same time, and on when all are done.
    case parallel([[Step]])
    /// Queue for servers of several stations and keep them, all at once.
    case seizeTogether([(station: Name, count: Int)])
    /// Give back servers of several stations.
    case releaseTogether([(station: Name, count: Int)])
    /// Stand still until a condition holds.
    case wait(Condition)
    /// The truck, announced until now, is here.
    case startClock
    /// Ask something of papers.
    case papers(PaperAction)
    /// Look up how the truck's firm declares now, and its credit class.
    case lookUpFirm(declares: Name?, credit: Name?)
    /// Add a value to an amount.
    case sum(SumAction)
  }
}

/// What a step adds to an amount.
public struct SumAction: Sendable {
  /// The amount.
  public var amount: Name
  /// What is added, as it is written; read once all names are known.
  public var text: String
  /// Where that stands.
  public var position: SourcePosition
  /// The amount that is the whole of its share.
  public var whole: Name?
}

/// How many companions a step sends.
public enum CompanionNumber: Sendable {
  /// One.
  case one
  /// As many as a number attribute says.
  case times(Name)
  /// One for each consignment of the papers of a way, once for all trucks of a lot.
  case forEach(PaperWay)
}

/// What a step asks of papers.
public struct PaperAction: Sendable {
  /// What is asked.
  public var verb: PaperVerb
  /// Of which papers; nil for a companion's own.
  public var way: PaperWay?
  /// What is opened.
  public var kind: MovementKind?
  /// The attributes that it looks at.
  public var goods, lines, documents, status, since: Name?
  /// Whether what is opened joins the papers that the truck has.
  public var joins = false
  /// The attribute that receives the answer.
  public var sets: Name?
}

/// One way of a choice.
public struct Branch: Sendable {
  /// Where it stands.
  public var position: SourcePosition
  /// When it is taken.
  public var choice: Choice
  /// What is done on it.
  public var steps: [Step]
  /// The step where it continues; nil for the one after the choice.
  public var goTo: Name?

  /// When a branch is taken.
  public enum Choice: Sendable {
    /// By chance.
    case share(Double)
    /// By a condition.
    case when(Condition)
    /// Always, after the others.
    case otherwise
  }
}

/// Comparisons joined by *and*, in groups joined by *or*.
public struct Condition: Sendable {
  /// As it is written.
  public var text: String
  /// Where it stands.
  public var position: SourcePosition
  /// Groups of comparisons; one group must hold wholly.
  public var groups: [[Test]]

  /// One comparison.
  public struct Test: Sendable {
    /// What is looked at.
    public var attribute: Attribute
    /// How it is compared.
    public var comparison: Comparison
    /// What it is compared with.
    public var value: Value
  }

  /// What is looked at.
  public enum Attribute: Sendable, Equatable {
    /// The truck's class.
    case classOfTruck
    /// The truck's flow.
    case flow
    /// Number waiting at a place.
    case queue(at: String)
    /// Number waiting or in service at a place.
    case present(at: String)
    /// Time since midnight.
    case timeOfDay
    /// Number of open servers at a place.
    case open(at: String)
    /// An attribute of the truck.
    case attribute(String)
    /// How far the papers of a way are.
    case paperPhase(PaperWay)
    /// A number of papers.
    case paperCount(PaperOperand)
    /// A number, compared with another when the file is read.
    case constant(Double, text: String)
  }

  /// What it is compared with.
  public enum Value: Sendable, Equatable {
    /// A class, a flow, a word or a state.
    case name(String)
    /// A number of trucks, or microseconds since midnight.
    case number(Int64)
    /// A number of papers.
    case papers(PaperOperand)
    /// What a number attribute is compared with, and as it is written.
    case quantity(Double, text: String)
  }
}
