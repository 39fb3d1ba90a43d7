import Foundation

/// The parts of a step's name, such as `visit(gate=main)/use pass gate/1/queue`.
struct StepName: Equatable {
  /// The procedure, without the arguments of its parameters.
  let procedure: String
  /// The procedure whose steps were used there, the innermost; nil for a step of its own.
  let use: String?
  /// The step within that; empty for one that is called by its kind alone.
  let name: String

  init(_ full: String) {
    let head = full.prefix { $0 != "/" && $0 != "(" }
    var rest = full.dropFirst(head.count)
    // Arguments may contain any mark; they end where the steps begin.
    if rest.first == "(", let end = rest.range(of: ")/") {
      rest = rest[end.upperBound...]
    } else {
      rest = rest.drop { $0 != "/" }.dropFirst()
    }
    procedure = head.trimmingCharacters(in: .whitespaces)
    let parts = rest.split(separator: "/").map(String.init)
    use = parts.last { $0.hasPrefix("use ") }.map { String($0.dropFirst(4)) }
    // An unnamed step is KIND/NUMBER.
    let own = parts.filter { Int($0) == nil }.last ?? ""
    name = own
  }
}
