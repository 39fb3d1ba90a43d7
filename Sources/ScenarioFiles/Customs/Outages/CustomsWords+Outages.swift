import EventSimulation

extension CustomsWords {
  /// When a system is out, and what is done meanwhile.
  struct Outages {
    /// The system.
    var kind: OutageKind
    var position: SourcePosition
    /// Outages by the clock, ascending and apart.
    var planned: [Window] = []
    /// Outages at random; nil without.
    var random: Law?
    /// What is done; nil where nothing is said.
    var fallback: (word: String, position: SourcePosition)?

    /// What is done, by default too.
    var fallbackInUse: String { fallback?.word ?? kind.fallbacks[0] }

    /// One outage by the clock, from time zero.
    struct Window {
      var from: SimulatedTime
      var to: SimulatedTime
      var position: SourcePosition
    }

    /// Times between outages and their lengths, as they are written.
    struct Law {
      var every: SourceNode
      var lasts: SourceNode
      /// The assumptions that they are, where they are not written.
      var assumptions: [String]
    }
  }

  /// What the parameters of the shipped procedures stand for: a procedure, or `nothing`.
  var outageParameters: [(key: String, procedure: String)] {
    let found = outages.flatMap { $0.kind.procedures(under: $0.fallbackInUse) }
    return ShippedProcedures.outageParameters.map { key in
      (key, found.first { $0.parameter == key }?.procedure ?? OutageKind.nothing)
    }
  }
}
