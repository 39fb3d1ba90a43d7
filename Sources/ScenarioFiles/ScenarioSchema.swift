/// The JSON Schema of scenario files (draft 2020-12), made from the vocabulary.
///
/// It serves editors: keys, kinds of values and fixed words. Units, names and sums of shares are
/// checked when a scenario is read.
public enum ScenarioSchema {
  /// The schema as text.
  public static var text: String {
    let sections = SectionKind.allCases.filter { $0 != .scenario }
    let definitions = sections.map { "    \"\($0.rawValue)\": \(object($0, indent: 4))" }
    let shared = [
      ##"    "servers": {"type": ["integer", "string", "array"], "items": {"$ref": "#/$defs/shift"}}"##,
      ##"    "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}}"##,
      #"    "hours": {"type": ["string", "array", "object"]}"#,
      #"    "staff": {"type": ["integer", "string", "object"]}"#,
    ]
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kakou scenario",
        "type": "object",
        "required": ["scenario"],
        "anyOf": [{"required": ["arrivals", "procedures"]}, {"required": ["flows"]}],
        "additionalProperties": false,
        "properties": \(properties(of: .scenario, indent: 2)),
        "$defs": {
      \((definitions + shared).joined(separator: ",\n"))
        }
      }
      """
  }

  private static func object(_ section: SectionKind, indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    return """
      {
      \(blanks)  "type": "object",
      \(blanks)  "additionalProperties": false,
      \(blanks)  "properties": \(properties(of: section, indent: indent + 2))
      \(blanks)}
      """
  }

  private static func properties(of section: SectionKind, indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    let lines = Vocabulary.entries(of: section).map { key in
      "\(blanks)  \"\(key.name)\": \(described(key))"
    }
    return "{\n\(lines.joined(separator: ",\n"))\n\(blanks)}"
  }

  /// The schema of a key's value, with its meaning as the description an editor shows.
  private static func described(_ key: Vocabulary.Key) -> String {
    let description = "\(key.meaning) (\(key.form))"
    return key.schema.dropLast() + ", \"description\": \"\(description)\"}"
  }
}
