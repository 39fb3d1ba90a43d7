import Testing

@testable import Reports

@Suite struct TextTableTests {
  @Test func displayWidths() {
    #expect("gate".displayWidth == 4)
    #expect("卡口A".displayWidth == 5)
    #expect("；（）".displayWidth == 6)
    #expect("e\u{301}".displayWidth == 1)  // A combining accent.
    #expect("\u{1F69A}".displayWidth == 2)  // A truck.
    #expect("±…–".displayWidth == 3)
  }

  @Test func columnsAlignWhateverTheScript() {
    var table = TextTable([
      .init(title: "place", side: .left), .init(title: "wait"), .init(title: "备注", side: .left),
    ])
    table.add(["gate", "1.5 s", "x"])
    table.add(["查验场地", "12.5分钟", ""])
    #expect(
      table.lines() == [
        "place         wait  备注",
        "gate         1.5 s  x",
        "查验场地  12.5分钟",
      ]
    )
  }

  @Test func wideTablesAreCut() {
    var table = TextTable([.init(title: "place", side: .left), .init(title: "n")])
    table.add([String(repeating: "卡", count: 80), "12345"])
    for line in table.lines() { #expect(line.displayWidth <= 100) }
    #expect(table.lines()[1].hasSuffix("…   12345") || table.lines()[1].hasSuffix("…  12345"))
    var numbers = TextTable((1...30).map { .init(title: "column \($0)") })
    numbers.add((1...30).map { "\($0)" })
    for line in numbers.lines() { #expect(line.displayWidth == 100 && line.hasSuffix("…")) }
  }

  @Test func cutting() {
    #expect("卡口卡口".cut(to: 8) == "卡口卡口")
    #expect("卡口卡口".cut(to: 7) == "卡口卡…")
    #expect("卡口卡口".cut(to: 6) == "卡口…")
  }

  @Test func folding() {
    #expect("aaa bbb ccc".folded(indent: 1, width: 8) == [" aaa bbb", "   ccc"])
    // A closing mark never begins a line.
    #expect("卡口卡口，卡".folded(width: 9) == ["卡口卡", "  口，卡"])
    #expect(String(repeating: "x", count: 30).folded(width: 10) == ["xxxxxxxxx…"])
  }
}
