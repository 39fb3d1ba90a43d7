/// The procedures as they are written, their parameters still open, and how far they are read.
struct ProcedureLibrary {
  /// A procedure of the file.
  struct Entry {
    let name: Name
    let steps: SourceNode
    /// Whether it has been read, as an instance or within another.
    var isRead = false
  }

  /// An instance that is being read.
  struct Frame {
    let id: Int
    let procedure: String
    let bindings: Bindings
    /// Parameters looked up so far that were bound outside of it; nil where nothing binds them.
    var arguments: [(name: String, value: String?)] = []

    mutating func note(_ name: String, _ value: String?) {
      if arguments.contains(where: { $0.name == name }) { return }
      arguments.append((name, value))
    }
  }

  /// In the order of the file.
  var entries: [Entry] = []
  /// Instances that are being read, each started by the one before it.
  var frames: [Frame] = []
  /// Procedures that are being read in the last of them, each used by the one before it.
  var uses: [String] = []
  /// What parameters stand for where reading is.
  var bindings = Bindings()
  /// Instances read or being read.
  var instanceCount = 0
  /// Steps read, those of procedures read again included.
  var stepCount = 0
  /// Whether anything was unbound.
  var foundUnbound = false

  /// The most instances that may be started within one another.
  static let deepest = 32
  /// The most steps that are read; as many as a plan can hold.
  static let mostSteps = 60_000

  var names: [String] { entries.map(\.name.text) }

  func index(of name: String) -> Int? { entries.firstIndex { $0.name.text == name } }

  /// The value of a parameter; every instance being read for which it comes from outside notes it.
  mutating func look(up name: String) -> Bindings.Value? {
    let value = bindings[name]
    for index in frames.indices where index >= value?.level ?? 0 {
      frames[index].note(name, value?.text)
    }
    return value
  }
}
