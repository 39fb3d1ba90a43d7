/// What trucks do that do not want to wait, at the steps where they queue.
///
/// These share the room of fields that only other kinds of steps use: the event loop reads many
/// steps, and a step is half a cache line.
extension StepPlan {
  /// Whether trucks queue at it for servers.
  @inlinable public var queues: Bool {
    kind == .serve || kind == .seize || kind == .seizeTogether
  }

  /// Index of the distribution of the time that a truck waits at most, or ``StepPlan/none``.
  @inlinable public var patience: UInt16 {
    get { queues ? attribute : Self.none }
    set {
      precondition(queues, "nobody waits at a step of kind \(kind)")
      attribute = newValue
    }
  }

  /// A truck that would wait behind more than so many does not join; −1 where it always does.
  ///
  /// At most ``StepPlan/mostBalkOver``.
  @inlinable public var balkOver: Int32 {
    get { queues ? Int32(mark) - 1 : -1 }
    set {
      precondition(queues, "nobody waits at a step of kind \(kind)")
      mark = UInt16(newValue + 1)
    }
  }

  /// The longest queue that ``StepPlan/balkOver`` can name.
  public static let mostBalkOver = 65_534

  /// First step of those who give up, do not join or are turned away; ``StepPlan/none`` where they
  /// have left.
  @inlinable public var onLeaving: UInt16 {
    get { queues ? target : Self.none }
    set {
      precondition(queues, "nobody waits at a step of kind \(kind)")
      target = newValue
    }
  }
}
