/// What the parameters stand for at some point of a procedure.
struct Bindings {
  /// A value with the place where it is written.
  struct Value {
    let text: String
    let position: SourcePosition
    /// How many instances within one another were being read when it was given; 0 for the values
    /// of the scenario and of flows.
    let level: Int
  }

  /// Looked up by name; iterated in the order of the names only.
  private var values: [String: Value] = [:]

  subscript(name: String) -> Value? { values[name] }

  /// All names, sorted.
  var names: [String] { values.keys.sorted() }

  /// The same with other values for some of the names.
  func with(_ arguments: [ParameterValue], level: Int) -> Bindings {
    var result = self
    for argument in arguments {
      result.values[argument.name.text] = Value(
        text: argument.value,
        position: argument.position,
        level: level
      )
    }
    return result
  }

  /// Whether all names stand for the same texts.
  func agrees(with other: Bindings) -> Bool {
    values.count == other.values.count && values.allSatisfy { other[$0.key]?.text == $0.value.text }
  }
}

/// The value that `with` or `values` gives to a parameter.
public struct ParameterValue: Sendable {
  /// The parameter.
  public let name: Name
  /// Its value, as it is written.
  public let value: String
  /// Where the value stands.
  public let position: SourcePosition
}
