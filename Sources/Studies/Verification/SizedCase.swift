/// A case and how long it must be simulated.
struct SizedCase {
  private(set) var exact: ExactCase
  let length: Length

  enum Length {
    /// Simulated minutes of all replications together after warm-up, and minutes of warm-up.
    case steady(Double, settling: Double)
    /// Replications of something that begins and ends.
    case transient(Int)
    /// Nothing is random.
    case once
  }

  init(
    _ id: String,
    _ model: String,
    _ source: String,
    load: Double,
    _ length: Length,
    _ values: [ExactValue]
  ) {
    exact = ExactCase(id: id, model: model, source: source, values: values, load: load)
    self.length = length
  }

  /// One more value.
  mutating func add(_ value: ExactValue) {
    exact = ExactCase(
      id: exact.id,
      model: exact.model,
      source: exact.source,
      values: exact.values + [value],
      load: exact.load
    )
  }

  /// All cases whose length follows from theory.
  static let all: [SizedCase] =
    familyA + familyB + familyC + familyD + familyE + familyF + familyG + familyH + familyJ
    + familyK + familyL + familyM + familyN + familyO + familyP + familyQ + familyR + lines
    + familyT + familyU + familyX + risk
}

extension SizedCase.Length {
  /// Steady state of a queue with c servers, whose services take `minutes` on average.
  static func queue(
    _ servers: Int,
    _ offered: Double,
    variability: Double = 1,
    minutes: Double = 1,
    _ question: RunLength.Question = .wait
  ) -> Self {
    let time = RunLength.queue(
      servers: servers,
      offered: offered,
      variability: variability,
      question
    )
    let settling = RunLength.settling(
      servers: servers,
      offered: offered,
      variability: variability
    )
    return .steady(time * minutes, settling: settling * minutes)
  }
}

extension SizedCase {
  /// A queue with several servers, from its probability of waiting and its mean wait.
  ///
  /// The more servers, the rarer and the more scattered are waits: where their mean to a hundredth
  /// would cost more than `RunLength.limit` trucks, the mean stay is asked instead.
  static func queue(
    _ id: String,
    _ model: String,
    _ source: String,
    servers: Int,
    offered: Double,
    variability: Double,
    waiting: Double,
    wait: Double,
    minutes: Double = 1
  ) -> SizedCase {
    let time = RunLength.queue(
      servers: servers,
      offered: offered,
      variability: variability,
      .wait
    )
    let asksWait = time * offered <= RunLength.limit
    let share = ExactValue.mean("Pw", "gate.wait.share-waiting", waiting)
    return SizedCase(
      id,
      model,
      source,
      load: offered / Double(servers),
      .queue(
        servers,
        offered,
        // How often all servers are busy does not scale with even services.
        variability: asksWait ? variability : max(0.75, variability),
        minutes: minutes,
        asksWait ? .wait : .stay
      ),
      asksWait
        ? [
          share, .minutes("Wq", "gate.wait.mean", wait * minutes),
          .mean("Lq", "gate.queue.mean", offered * wait),
        ]
        : [
          share, .minutes("W", "gate.sojourn.mean", (wait + 1) * minutes),
          .mean("L", "gate.present.mean", offered * (wait + 1)),
        ]
    )
  }
}

extension ExactValue {
  /// A mean time given in minutes.
  static func minutes(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: 60 * exact, kind: .mean)
  }

  /// A mean number, a share or a rate in the unit of the measure.
  static func mean(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: exact, kind: .mean)
  }

  /// A mean square of a time, given in minutes squared.
  static func square(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: 3600 * exact, kind: .square)
  }

  /// A quantile of a time, given in minutes.
  static func tail(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: 60 * exact, kind: .tail)
  }

  /// A standard deviation of a number.
  static func deviation(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: exact, kind: .deviation)
  }

  /// Something that is not random.
  static func exactly(_ name: String, _ measure: String, _ exact: Double) -> Self {
    Self(name: name, measure: measure, exact: exact, kind: .exactly)
  }
}
