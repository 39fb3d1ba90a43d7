/// The uniform variate of 64 random bits: (top 52 bits + ½) · 2⁻⁵², never 0 and never 1.
///
/// Every value is an odd multiple of 2⁻⁵³ in [2⁻⁵³, 1 − 2⁻⁵³], so both `u` and 1 − `u` are exact.
/// (A 53rd bit before the half would round the largest value to 1.)
@inlinable
public func openUnit(_ bits: UInt64) -> Double {
  Double(Int64(bitPattern: (bits >> 11) | 1)) * 0x1p-53
}
