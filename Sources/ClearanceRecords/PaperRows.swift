import EventSimulation

/// A document of a truck, or of a companion of it, has come into a state.
public struct TransitionRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var truck: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the class.
  public var classIndex: UInt16
  /// Number of the companion in the replication, from 1; 0 for the truck itself.
  public var companion: UInt32
  /// Index of the document in ``RunNames/attributes``.
  public var document: UInt16
  /// Index of the state among the document's words.
  public var state: UInt16
  /// When.
  public var at: SimulatedTime

  /// A row from its columns.
  public init(
    truck: UInt32,
    flow: UInt16,
    classIndex: UInt16,
    companion: UInt32,
    document: UInt16,
    state: UInt16,
    at: SimulatedTime
  ) {
    self.truck = truck
    self.flow = flow
    self.classIndex = classIndex
    self.companion = companion
    self.document = document
    self.state = state
    self.at = at
  }
}

/// What a truck or companion carried when it left, or when the run ended: one row per attribute
/// that is no document and differs from its first word or zero.
public struct AttributeRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var truck: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the attribute in ``RunNames/attributes``.
  public var attribute: UInt16
  /// Number of the companion in the replication, from 1; 0 for the truck itself.
  public var companion: UInt32
  /// The number, or the index of the word; durations in microseconds, weights in kilograms,
  /// lengths in metres.
  public var value: Double

  /// A row from its columns.
  public init(truck: UInt32, flow: UInt16, attribute: UInt16, companion: UInt32, value: Double) {
    self.truck = truck
    self.flow = flow
    self.attribute = attribute
    self.companion = companion
    self.value = value
  }
}

/// A truck has added something to a pile of a collection.
public struct GatheredRow: Sendable, BitwiseCopyable, Equatable {
  /// Number of the truck in its flow, from 1.
  public var truck: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the class.
  public var classIndex: UInt16
  /// Index of the collection in ``RunNames/collections``.
  public var collection: UInt16
  /// Index of the pile within the collection.
  public var pile: UInt32
  /// Index of the closing that takes it, or `UInt32.max` when none follows.
  public var closing: UInt32
  /// When.
  public var at: SimulatedTime

  /// A row from its columns.
  public init(
    truck: UInt32,
    flow: UInt16,
    classIndex: UInt16,
    collection: UInt16,
    pile: UInt32,
    closing: UInt32,
    at: SimulatedTime
  ) {
    self.truck = truck
    self.flow = flow
    self.classIndex = classIndex
    self.collection = collection
    self.pile = pile
    self.closing = closing
    self.at = at
  }
}

/// A companion has come to its end, or the run has ended with it under way.
public struct CompanionRow: Sendable, BitwiseCopyable, Equatable {
  /// Its number in the replication, from 1, in the order in which companions began.
  public var number: UInt32
  /// Number of the companion that sent it; 0 where a truck or a pile did.
  public var parent: UInt32
  /// Number of the truck that it belongs to.
  public var truck: UInt32
  /// Index of the flow.
  public var flow: UInt16
  /// Index of the class.
  public var classIndex: UInt16
  /// Index of its first step in ``RunNames/steps``, which tells the procedure.
  public var firstStep: UInt16
  /// Index of the collection whose pile it stands for, or ``noPlace``.
  public var collection: UInt16
  /// Index of the pile.
  public var pile: UInt32
  /// Index of the closing.
  public var closing: UInt32
  /// How many were gathered in the pile.
  public var gathered: UInt32
  /// When it began.
  public var startedAt: SimulatedTime
  /// When it came to its end; `never` if it did not.
  public var endedAt: SimulatedTime

  /// A row from its columns.
  public init(
    number: UInt32,
    parent: UInt32 = 0,
    truck: UInt32,
    flow: UInt16,
    classIndex: UInt16,
    firstStep: UInt16,
    collection: UInt16,
    pile: UInt32,
    closing: UInt32,
    gathered: UInt32,
    startedAt: SimulatedTime,
    endedAt: SimulatedTime
  ) {
    self.number = number
    self.parent = parent
    self.truck = truck
    self.flow = flow
    self.classIndex = classIndex
    self.firstStep = firstStep
    self.collection = collection
    self.pile = pile
    self.closing = closing
    self.gathered = gathered
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}
