import EventSimulation

extension RunNames {
  /// The names behind the indices in the rows of documents and account books.
  public struct Papers: Sendable, Equatable {
    /// An item of a firm's account book.
    public struct Item: Sendable, Equatable {
      /// Its name within the firm.
      public var name: String
      /// Index of the firm.
      public var firm: Int

      /// An item from its parts.
      public init(name: String, firm: Int) {
        self.name = name
        self.firm = firm
      }
    }

    /// A kind of movement.
    public struct Movement: Sendable, Equatable {
      /// Its word in scenarios, such as `first-line-in`.
      public var name: String
      /// Whether goods come in.
      public var isIn: Bool

      /// A movement from its parts.
      public init(name: String, isIn: Bool) {
        self.name = name
        self.isIn = isIn
      }
    }

    /// Firms by index.
    public var firms: [String]
    /// Items of all firms by index.
    public var items: [Item]
    /// Kinds of movement by raw value.
    public var movements: [Movement]
    /// Statuses of goods by raw value.
    public var statuses: [String]
    /// States of a consignment by raw value.
    public var phases: [String]
    /// Reasons of refusal by raw value; the first one stands for none.
    public var refusals: [String]
    /// Beginnings of the months of the run, ascending; the first is the start.
    public var months: [SimulatedTime]

    /// Names from their parts.
    public init(
      firms: [String],
      items: [Item],
      movements: [Movement],
      statuses: [String],
      phases: [String],
      refusals: [String],
      months: [SimulatedTime]
    ) {
      self.firms = firms
      self.items = items
      self.movements = movements
      self.statuses = statuses
      self.phases = phases
      self.refusals = refusals
      self.months = months
    }
  }
}
