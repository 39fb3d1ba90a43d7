/// How a movement goes through the columns of an account book.
enum Booking: UInt8, BitwiseCopyable {
  /// In, provisional until it is formal.
  case entry
  /// In, on no column until it has passed: entered first, or on a slip.
  case openEntry
  /// Out, provisional until it is formal.
  case exit
  /// Out on a slip: provisional until it has passed, then open until it is formal.
  case openExit

  /// Whether goods go out.
  var isExit: Bool { self == .exit || self == .openExit }
  /// Whether goods are shown as open between the gate and the declaration.
  var isOpen: Bool { self == .openEntry || self == .openExit }
}

extension MovementKind {
  /// How it goes through the book.
  var booking: Booking {
    switch self {
    case .firstLineIn, .twoStepIn, .secondLineIn, .byStatusIn: .entry
    case .enterFirst, .batchIn: .openEntry
    case .firstLineOut, .secondLineOut, .byStatusOut: .exit
    case .batchOut: .openExit
    }
  }
}

/// What an account book (电子账册) says of one item in one status, in kilograms.
///
/// Beside the book stands what lies in the firm's warehouse (WMS): every passage moves both.
///
/// - Invariant: book = opening + entered − left − consumed + corrected; physical = expected + mixed;
///   no column but these two is negative; what is available is not negative.
struct BookCell: BitwiseCopyable {
  let opening: Int64
  private(set) var entered: Int64 = 0
  private(set) var left: Int64 = 0
  private(set) var consumed: Int64 = 0
  private(set) var book: Int64
  private(set) var provisionalIn: Int64 = 0
  private(set) var provisionalOut: Int64 = 0
  private(set) var openIn: Int64 = 0
  private(set) var openOut: Int64 = 0
  /// Of what is provisional: has passed the gate.
  private(set) var passedIn: Int64 = 0
  private(set) var passedOut: Int64 = 0
  /// Put on the ledger, or taken off it, since goods of another status had left.
  private(set) var corrected: Int64 = 0
  /// What lies in the warehouse.
  private(set) var physical: Int64
  /// By how much that is more than expected: errors that are not corrected.
  private(set) var mixed: Int64 = 0

  /// - Precondition: the opening balance is not negative.
  init(opening: Int64) {
    precondition(opening >= 0, "a book that begins with \(opening) kg")
    self.opening = opening
    book = opening
    physical = opening
  }

  /// What may still be promised to leave.
  var available: Int64 { book - provisionalOut - openOut }
  /// What lies in the warehouse if nothing was mixed up.
  var expected: Int64 { book - openOut + openIn - passedOut + passedIn }

  /// Approves a quantity; returns what of it is provisional now.
  ///
  /// - Precondition: what leaves is available.
  mutating func approve(_ quantity: Int64, _ booking: Booking) -> Int64 {
    switch booking {
    case .entry: provisionalIn += quantity
    case .openEntry: return 0
    case .exit, .openExit:
      precondition(quantity <= available, "\(quantity) kg of \(available) available")
      provisionalOut += quantity
    }
    return quantity
  }

  /// Gives back what was provisional.
  mutating func giveBack(_ quantity: Int64, _ booking: Booking) {
    if booking.isExit {
      precondition(quantity <= provisionalOut, "\(quantity) kg of \(provisionalOut) provisional")
      provisionalOut -= quantity
    } else {
      precondition(quantity <= provisionalIn, "\(quantity) kg of \(provisionalIn) provisional")
      provisionalIn -= quantity
    }
  }

  /// Notes what has passed the gate.
  mutating func pass(_ quantity: Int64, _ booking: Booking) {
    switch booking {
    case .entry: passedIn += quantity
    case .exit: passedOut += quantity
    case .openEntry: openIn += quantity
    case .openExit:
      precondition(quantity <= provisionalOut, "\(quantity) kg of \(provisionalOut) provisional")
      provisionalOut -= quantity
      openOut += quantity
    }
  }

  /// Deducts or adds formally (核扣); what a product used up is consumed, not left.
  mutating func post(_ quantity: Int64, _ booking: Booking, isConsumed: Bool) {
    switch booking {
    case .entry:
      giveBack(quantity, booking)
      precondition(quantity <= passedIn, "\(quantity) kg of \(passedIn) passed")
      passedIn -= quantity
    case .exit:
      giveBack(quantity, booking)
      precondition(quantity <= passedOut, "\(quantity) kg of \(passedOut) passed")
      passedOut -= quantity
    case .openEntry:
      precondition(quantity <= openIn, "\(quantity) kg of \(openIn) open")
      openIn -= quantity
    case .openExit:
      precondition(quantity <= openOut, "\(quantity) kg of \(openOut) open")
      openOut -= quantity
    }
    if booking.isExit {
      precondition(quantity <= book, "\(quantity) kg of \(book) in the book")
      book -= quantity
      if isConsumed { consumed += quantity } else { left += quantity }
    } else {
      book += quantity
      entered += quantity
    }
  }

  /// Amends the ledger, where goods of this status are found to have left, or not to have left.
  ///
  /// - Precondition: what is taken off is available.
  mutating func amend(_ quantity: Int64) {
    precondition(available + quantity >= 0, "\(-quantity) kg of \(available) available")
    book += quantity
    corrected += quantity
  }

  // MARK: The warehouse

  /// Goods come into the warehouse, or get this status there.
  mutating func receive(_ quantity: Int64) {
    physical += quantity
  }

  /// Goods leave the warehouse, or lose this status there.
  ///
  /// - Precondition: they lie there.
  mutating func take(_ quantity: Int64) {
    precondition(quantity <= physical, "\(quantity) kg of \(physical) in the warehouse")
    physical -= quantity
  }

  /// Notes by how much more or less than the ledger says now lies in the warehouse.
  mutating func mix(_ quantity: Int64) {
    mixed += quantity
  }

  /// Whether the columns agree with each other.
  var isBalanced: Bool {
    book == opening + entered - left - consumed + corrected && available >= 0
      && min(entered, left, consumed, book) >= 0
      && min(provisionalIn, provisionalOut, openIn, openOut) >= 0
      && passedIn >= 0 && passedIn <= provisionalIn
      && passedOut >= 0 && passedOut <= provisionalOut
  }

  /// Whether what lies in the warehouse is what the ledger and the errors say.
  var agrees: Bool { physical == expected + mixed && physical >= 0 }

  /// Whether it never held anything.
  var isUntouched: Bool {
    opening == 0 && book == 0 && entered == 0 && provisionalIn == 0 && openIn == 0
  }
}
