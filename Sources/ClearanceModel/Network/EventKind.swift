/// The kinds of model events, as the fingerprint sees them.
enum EventKind: UInt8 {
  case arrival = 1
  case serviceEnd = 2
  case delayEnd = 3
  case opening = 4
  case closing = 5
  case due = 6
  case failure = 7
  case repair = 8
  case expiry = 9
}
