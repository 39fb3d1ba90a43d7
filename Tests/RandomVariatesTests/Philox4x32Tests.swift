import RandomVariates
import Testing

@Suite("Philox4x32-10")
struct Philox4x32Tests {
  struct KnownAnswer: Sendable {
    let counter: [UInt32]
    let key: UInt64
    let words: [UInt32]
  }

  @Test(
    "gives the published known answers",
    arguments: [
      KnownAnswer(
        counter: [0, 0, 0, 0],
        key: 0,
        words: [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]
      ),
      KnownAnswer(
        counter: [UInt32](repeating: .max, count: 4),
        key: .max,
        words: [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
      ),
      KnownAnswer(
        counter: [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344],
        key: 0x299F_31D0_A409_3822,
        words: [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
      ),
    ]
  )
  func knownAnswer(_ answer: KnownAnswer) {
    let c = answer.counter
    let block = Philox4x32(key: answer.key).block(c[0], c[1], c[2], c[3])
    #expect([block.word0, block.word1, block.word2, block.word3] == answer.words)
  }

  @Test("joins words with the lower one first")
  func halves() {
    let block = Philox4x32(key: 0).block(0, 0, 0, 0)
    #expect(block.bits == 0xE169_C58D_6627_E8D5)
    #expect(block.moreBits == 0x9B00_DBD8_BC57_AC4C)
  }

  @Test("has another key for every replication and seed")
  func keys() {
    var keys: Set<UInt64> = []
    for seed in UInt64(0)..<100 {
      for replication in UInt64(0)..<100 {
        keys.insert(Philox4x32.key(seed: seed, replication: replication))
      }
    }
    #expect(keys.count == 10_000)
  }

  @Test("moves about half of the key's bits with each bit of seed and replication")
  func avalanche() {
    let key = Philox4x32.key(seed: 2023, replication: 7)
    var moved = 0
    for bit in 0..<64 {
      let flip = UInt64(1) << bit
      moved += (key ^ Philox4x32.key(seed: 2023 ^ flip, replication: 7)).nonzeroBitCount
      moved += (key ^ Philox4x32.key(seed: 2023, replication: 7 ^ flip)).nonzeroBitCount
    }
    // 8,192 fair bits: mean 4,096, standard deviation 45; five of them.
    #expect(abs(moved - 4096) < 226)
  }

  @Test("is uniform over truck numbers, in one draw and in neighbouring pairs")
  func uniformity() {
    var single = [Int](repeating: 0, count: 256)
    var pairs = [Int](repeating: 0, count: 256)
    var previous = 0
    for unit in SharedUnits.values {
      let cell = Int(unit * 256)
      single[cell] += 1
      pairs[(previous & 0xF0) | cell >> 4] += 1
      previous = cell
    }
    #expect(chiSquare(single) < chiSquareLimit(degrees: 255))
    #expect(chiSquare(pairs) < chiSquareLimit(degrees: 255))
  }
}
