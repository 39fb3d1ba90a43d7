// Runs one standing work and prints what it handled, or lists all of them:
//
//   works               of each work: name, unit, a small and a large size for counting instructions
//   works NAME SIZE     units and mean; ends with an error on a wrong answer
//
// parted by tabs.
import Dispatch
import StandingWorks

let arguments = CommandLine.arguments.dropFirst()
if arguments.isEmpty {
  for work in Work.all {
    print(work.name, work.unit, max(1, work.countedSize / 4), work.countedSize, separator: "\t")
  }
} else {
  guard arguments.count == 2, let work = Work.named(arguments[1]), let size = Int(arguments[2]),
    size > 0
  else {
    fatalError("usage: works [NAME SIZE]; without them it lists the names")
  }
  // The main thread waits itself: handed over to the dispatcher, it would end valgrind 3.19.
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      let answer = try await work.run(size: size)
      print(answer.units, answer.mean, separator: "\t")
    } catch {
      fatalError("\(work.name): \(error)")
    }
    isDone.signal()
  }
  isDone.wait()
}
