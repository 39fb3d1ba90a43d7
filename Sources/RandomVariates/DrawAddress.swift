/// Where a draw lives: whose it is, at which step, on which pass, and which of several there.
///
/// Every attribute of a truck is a pure function of its address and the key of the replication.
/// The same address gives the same draw whatever was drawn before, in whatever order, on whatever
/// worker; addresses that differ in any field give independent draws.
public struct DrawAddress: Sendable, BitwiseCopyable, Hashable {
  /// Stable hash of the flow's name.
  public var flow: UInt32
  /// Number of the truck in its flow.
  public var truck: UInt32
  /// Stable hash that names the step.
  public var step: UInt32
  /// Jumps the truck has taken before this pass; below 2²⁴.
  public var jumps: UInt32
  /// Tells apart the draws of one pass through one step.
  public var block: UInt8

  /// Creates an address; `jumps` is below 2²⁴.
  @inlinable
  public init(flow: UInt32, truck: UInt32, step: UInt32, jumps: UInt32 = 0, block: UInt8 = 0) {
    self.flow = flow
    self.truck = truck
    self.step = step
    self.jumps = jumps
    self.block = block
  }
}

extension Philox4x32 {
  /// The 64 random bits at `address`.
  @inlinable
  public func bits(at address: DrawAddress) -> UInt64 {
    precondition(
      address.jumps < 1 << 24,
      "a draw's address holds jumps below \(1 << 24), not \(address.jumps)"
    )
    return block(
      address.truck,
      address.flow,
      address.step,
      address.jumps << 8 | UInt32(address.block)
    ).bits
  }

  /// The uniform variate in (0, 1) at `address`.
  @inlinable
  public func unit(at address: DrawAddress) -> Double {
    openUnit(bits(at: address))
  }
}
