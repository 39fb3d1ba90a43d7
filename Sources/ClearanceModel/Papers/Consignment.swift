import EventSimulation

/// The goods of one inventory list, stock slip or pick-up request, from opening to settlement
/// (一票货物).
///
/// A consolidated declaration is a consignment too: what its slips moved, merged by item.
struct Consignment: BitwiseCopyable {
  /// A reference to a consignment that stays true when its slot has been given to another.
  ///
  /// A truck also keeps in it whether it has come to the gate and passed, so that no truck of a lot
  /// counts twice: it takes over the handle that `arrive` and `pass` return.
  struct Handle: BitwiseCopyable, Equatable {
    /// 29 bits of generation, two flags, 22 bits of slot + 1.
    var rawValue: UInt64

    static let slotBits: UInt64 = 22
    static let arrivedFlag: UInt64 = 1 << 22
    static let passedFlag: UInt64 = 1 << 23
    static let generationShift: UInt64 = 24
    static let generationMask: UInt32 = (1 << 29) - 1

    /// No consignment.
    static var none: Handle { Handle(rawValue: 0) }

    init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    init(slot: Int, generation: UInt32) {
      precondition(slot < (1 << Self.slotBits) - 1, "\(slot) consignments at once")
      rawValue =
        UInt64(generation & Self.generationMask) << Self.generationShift | UInt64(slot + 1)
    }

    /// The handle that `number` was made of.
    init(number: Double) {
      rawValue = UInt64(number)
    }

    /// The handle as a whole number below 2⁵³, which a double holds exactly; 0 for none.
    var number: Double { Double(rawValue) }

    var isNone: Bool { rawValue == 0 }
    /// Whether the truck that has this handle has come to the gate with it.
    var hasArrived: Bool { rawValue & Self.arrivedFlag != 0 }
    /// Whether the truck that has this handle has passed the gate with it.
    var hasPassed: Bool { rawValue & Self.passedFlag != 0 }
    /// The handle without what the truck did: equal for all trucks of a lot.
    var consignment: Handle {
      Handle(rawValue: rawValue & ~(Self.arrivedFlag | Self.passedFlag))
    }

    var slot: Int { Int(rawValue & (1 << Self.slotBits - 1)) - 1 }
    var generation: UInt32 { UInt32(rawValue >> Self.generationShift) }
  }
}
