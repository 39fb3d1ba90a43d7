/// Fixed phrases in both languages; each part of the product has a table of its own.
protocol PhraseTable: CaseIterable {
  /// The phrase in English and in Chinese.
  var texts: (en: String, zh: String) { get }
}

extension PhraseTable {
  /// The phrase in one language.
  func text(_ language: Language) -> String {
    switch language {
    case .en: texts.en
    case .zh: texts.zh
    }
  }
}
