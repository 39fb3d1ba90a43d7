// mm1 CUSTOMERS SEED: prints customers, seconds and the mean time in the system, parted by tabs.
//
// The twin of work W1 in peers/, whose compare.py runs both.
import Studies

let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
guard arguments.count == 2, let customers = arguments[0], customers > 0,
  let seed = arguments[1], seed >= 0
else {
  fatalError("usage: mm1 CUSTOMERS SEED")
}
let clock = ContinuousClock()
let start = clock.now
let outcome = SingleServer.run(customers: customers, seed: UInt64(seed))
let seconds = (clock.now - start) / .seconds(1)
let error = abs(outcome.mean - SingleServer.exactMeanSojourn)
guard outcome.events == 2 * customers, error <= SingleServer.tolerance(customers: customers) else {
  fatalError("\(outcome.events) events and a mean of \(outcome.mean) s are not those of this queue")
}
print(customers, seconds, outcome.mean, separator: "\t")
