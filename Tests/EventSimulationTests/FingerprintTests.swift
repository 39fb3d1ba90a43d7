import EventSimulation
import Testing

@Suite struct FingerprintTests {
  private struct Fact {
    var time: Int64 = 1_000_000
    var kind: UInt8 = 3
    var entity: UInt64 = 42
    var place = stableHash("gate")
  }

  private static func fingerprintOf(_ facts: [Fact]) -> Fingerprint {
    facts.reduce(into: Fingerprint()) {
      $0.combine(
        time: SimulatedTime(microseconds: $1.time),
        kind: $1.kind,
        entity: $1.entity,
        place: $1.place
      )
    }
  }

  @Test func everyBitOfEveryFieldCounts() {
    let place = stableHash("gate")
    let fields = [
      // 55 bits of microseconds are 1,100 years.
      (0..<55).map { Fact(time: 1_000_000 ^ 1 << $0) },
      (0..<8).map { Fact(kind: 3 ^ 1 << $0) },
      (0..<64).map { Fact(entity: 42 ^ 1 << $0) },
      (0..<64).map { Fact(place: place ^ 1 << $0) },
    ]
    for variants in fields {
      let values = Set((variants + [Fact()]).map { Self.fingerprintOf([$0]).value })
      #expect(values.count == variants.count + 1)
    }
  }

  @Test func orderCounts() {
    let facts = [Fact(), Fact(entity: 43), Fact(kind: 4), Fact(time: 2_000_000)]
    let straight = Self.fingerprintOf(facts)
    for first in facts.indices {
      for second in facts.indices where first < second {
        var swapped = facts
        swapped.swapAt(first, second)
        #expect(Self.fingerprintOf(swapped) != straight)
      }
    }
    #expect(Self.fingerprintOf(facts) == straight)
  }

  @Test func repeatedEventsCount() {
    let values = (0..<100).map { Self.fingerprintOf(Array(repeating: Fact(), count: $0)).value }
    #expect(Set(values).count == 100)
  }

  @Test func foldingDependsOnTheOrder() {
    let a = Self.fingerprintOf([Fact()])
    let b = Self.fingerprintOf([Fact(), Fact(entity: 43)])
    var ab = a
    ab.fold(b)
    var ba = b
    ba.fold(a)
    #expect(ab.count == 3 && ba.count == 3)
    #expect(ab.value != ba.value)
    var afterNothing = a
    afterNothing.fold(Fingerprint())
    #expect(afterNothing.value != a.value)
  }

  /// Computed from the definition by a program in another language.
  @Test func goldenValues() {
    #expect(Fingerprint().text == "243f6a8885a308d3")
    let origin = Fact(time: 0, kind: 0, entity: 0, place: 0)
    #expect(Self.fingerprintOf([origin]).text == "a756ac65deef3c4d")
    #expect(Self.fingerprintOf([Fact()]).text == "1c4e03830703957b")
    let late = Fact(time: 86_400_000_000, kind: 255, entity: .max, place: stableHash("卡口"))
    let both = Self.fingerprintOf([Fact(), late])
    #expect(both.text == "84bfeb91ff7f24a3")
    #expect(both.count == 2)
    var folded = Fingerprint()
    folded.fold(both)
    #expect(folded.text == "3f09cf7b32949cf4")
    // The text keeps its leading zeros.
    let small = Fact(time: 58, kind: 0, entity: 0, place: 0)
    #expect(Self.fingerprintOf([small]).text == "00a88e949855bca1")
  }

  @Test func goldenHashesOfNames() {
    let golden: [(String, UInt64)] = [
      ("", 0xefd0_1f60_ba99_2926), ("a", 0x82a2_a958_a9be_ce5b),
      ("foobar", 0x2c22_1949_22d1_672b), ("gate", 0xf715_bc06_0594_5740),
      ("卡口", 0x8ba7_23de_5538_b658),
    ]
    for (name, hash) in golden {
      #expect(stableHash(name) == hash, "\(name)")
    }
  }
}
