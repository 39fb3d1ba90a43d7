import RandomVariates
import Testing

@Suite("Addresses of draws")
struct DrawAddressTests {
  let generator = Philox4x32(key: Philox4x32.key(seed: 1, replication: 1))
  let address = DrawAddress(flow: 0xF10, truck: 42, step: 0x57E9, jumps: 3, block: 1)

  @Test("fill the four counter words")
  func words() {
    #expect(generator.bits(at: address) == generator.block(42, 0xF10, 0x57E9, 0x301).bits)
    #expect(generator.unit(at: address) == openUnit(generator.bits(at: address)))
  }

  @Test("give another draw when any one field changes")
  func everyField() {
    var draws: Set<UInt64> = [generator.bits(at: address)]
    let changes: [(inout DrawAddress) -> Void] = [
      { $0.flow += 1 }, { $0.truck += 1 }, { $0.step += 1 }, { $0.jumps += 1 }, { $0.block += 1 },
    ]
    for change in changes {
      var other = address
      change(&other)
      draws.insert(generator.bits(at: other))
    }
    draws.insert(Philox4x32(key: Philox4x32.key(seed: 1, replication: 2)).bits(at: address))
    draws.insert(Philox4x32(key: Philox4x32.key(seed: 2, replication: 1)).bits(at: address))
    #expect(draws.count == 8)
  }

  @Test("give the same draws in whatever order they are asked for")
  func order() {
    var addresses: [DrawAddress] = []
    for truck in UInt32(0)..<50 {
      for step in UInt32(0)..<20 {
        addresses.append(DrawAddress(flow: 7, truck: truck, step: step))
      }
    }
    let forwards = addresses.map { generator.unit(at: $0) }
    let backwards = addresses.reversed().map { generator.unit(at: $0) }
    #expect(forwards == backwards.reversed())
  }

  @Test("leave steps of one truck uncorrelated", arguments: [1, 2, 256] as [UInt32])
  func independence(stepDistance: UInt32) {
    var sum = 0.0
    for truck in UInt32(0)..<100_000 {
      let first = generator.unit(at: DrawAddress(flow: 7, truck: truck, step: 0))
      let second = generator.unit(at: DrawAddress(flow: 7, truck: truck, step: stepDistance))
      sum += (first - 0.5) * (second - 0.5)
    }
    // A correlation has standard error 1/√n; four and a half of them.
    #expect(abs(sum * 12 / 100_000) < 4.5 / 100_000.0.squareRoot())
  }

  @Test("refuse jumps that do not fit")
  func tooManyJumps() async {
    await #expect(processExitsWith: .failure) {
      _ = Philox4x32(key: 0).bits(at: DrawAddress(flow: 0, truck: 0, step: 0, jumps: 1 << 24))
    }
  }
}
