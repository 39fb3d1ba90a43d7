import Testing

@testable import ScenarioFiles

@Suite struct ParameterTextTests {
  @Test(arguments: [
    ("<gate>-in", ["gate"]), ("a <b> and <c d>", ["b", "c d"]), ("<入口>", ["入口"]),
    ("queue at a < 3 and queue at b > 5", []), ("queue at a<3 and queue at b>5", []),
    ("queue at a<b and queue at c>d", []), ("x <= 3", []), ("<>", []), ("< a>", []), ("<a >", []),
    ("<3>", []), ("<a.b>", []), ("a < <limit>", ["limit"]), ("<<a>>", ["a"]), ("<a", []),
  ])
  func names(text: String, names: [String]) {
    let parts = ParameterText(text)
    #expect(parts.names == names)
    let again = parts.parts.map { part in
      switch part {
      case .text(let text): text
      case .parameter(let name): "<\(name)>"
      }
    }
    #expect(again.joined() == text)
    #expect(parts.isParameter == (names.count == 1 && text == "<\(names[0])>"))
  }
}
