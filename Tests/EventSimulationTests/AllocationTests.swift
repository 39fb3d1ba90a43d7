#if canImport(Glibc)
  import EventSimulation
  import Glibc
  import RandomVariates
  import Testing

  /// Sets what the address space of this process may grow to; no number means any size.
  private func limitMemory(to bytes: UInt?) {
    let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = bytes ?? limit.rlim_max
    precondition(setrlimit(resource, &limit) == 0, "the limit cannot be set: \(errno)")
  }

  /// Uses up the memory of this process: until it is given back, an allocation is its death.
  ///
  /// New memory is forbidden by a limit, and what the allocator holds in reserve is taken from it.
  ///
  /// - Returns: the last block taken; each one begins with the address of the one before.
  private func takeAllMemory() -> UnsafeMutableRawPointer? {
    limitMemory(to: 0)
    var last: UnsafeMutableRawPointer?
    var size = 1 << 30
    while size > 0 {
      if let block = malloc(size) {
        block.storeBytes(of: last, as: UnsafeMutableRawPointer?.self)
        last = block
      } else {
        // Small pieces wait in lists of their own, one for each multiple of 16 bytes.
        size -= size > 4_096 ? size / 2 : 16
      }
    }
    return last
  }

  private func giveBack(_ last: UnsafeMutableRawPointer?) {
    limitMemory(to: nil)
    var next = last
    while let block = next {
      next = block.load(as: UnsafeMutableRawPointer?.self)
      free(block)
    }
  }

  @Suite struct AllocationTests {
    @Test func theEventLoopDoesNotAllocate() async {
      await #expect(processExitsWith: .success) {
        // At half load the line has reached its longest before the count begins.
        var simulation = Simulation(SingleServer(arrivalRate: 0.5, serviceRate: 1, seed: 3))
        simulation.calendar.post(.arrival, at: .zero, rank: .arrival)
        simulation.run(before: .start(of: .never), atMost: 100_000)
        let memory = takeAllMemory()
        let executed = simulation.run(before: .start(of: .never), atMost: 100_000)
        giveBack(memory)
        #expect(executed == 100_000)
      }
    }

    @Test func timersThatAreSetBackDoNotAllocate() async {
      await #expect(processExitsWith: .success) {
        var calendar = EventCalendar<UInt8>()
        var handles = Slab<EventHandle>()
        for slot in 0..<10 as Range<UInt8> { handles.append(calendar.schedule(slot, at: .days(1))) }
        func setBack(times: Int) {
          for turn in 0..<times {
            let time = SimulatedTime.days(1) + SimulatedTime(microseconds: Int64(turn))
            let slot = turn % 10
            if let handle = calendar.reschedule(handles[slot], UInt8(slot), at: time) {
              handles[slot] = handle
            }
          }
        }
        setBack(times: 1_000)
        let memory = takeAllMemory()
        setBack(times: 100_000)
        giveBack(memory)
        #expect(calendar.count == 10)
      }
    }

    /// The proof of the method: a slab that grows ends such a process.
    @Test func anAllocationWouldBeNoticed() async {
      await #expect(processExitsWith: .failure) {
        var slab = Slab([1])
        let memory = takeAllMemory()
        slab.append(2)
        giveBack(memory)
      }
    }
  }
#endif
