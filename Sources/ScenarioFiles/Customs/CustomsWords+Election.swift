/// Who pays duty on materials (选择性征收关税).
extension CustomsWords {
  /// Whether a firm may choose duty on materials.
  ///
  /// Where the policy gives a share, so many of every so many manufacturers without a word of their
  /// own do; whom the policy or the firm itself names, does whatever the share.
  func electsMaterials(_ index: Int) -> Bool {
    let firm = firms[index]
    let election = policy.papers.election
    guard firm.book.electsMaterials ?? (firm.book.business == "manufacturing") else { return false }
    if let named = election.byFirm.first(where: { $0.firm.text == firm.name.text }) {
      return named.share > 0
    }
    guard firm.book.electsMaterials == nil else { return election.share > 0 }
    let before = firms[..<index].count { other in
      other.book.electsMaterials == nil && other.book.business == "manufacturing"
        && !election.byFirm.contains { $0.firm.text == other.name.text }
    }
    let (next, last) = (Double(before + 1) * election.share, Double(before) * election.share)
    return (next + 1e-9).rounded(.down) > (last + 1e-9).rounded(.down)
  }
}
