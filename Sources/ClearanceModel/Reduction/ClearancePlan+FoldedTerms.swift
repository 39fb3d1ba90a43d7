/// Conditions that need no list of terms.
extension ClearancePlan {
  /// Where each branch of a choice compares one attribute at most, puts the comparison into the
  /// branch.
  mutating func foldTerms() {
    for index in steps.indices where steps[index].kind == .chooseByCondition {
      let first = Int(steps[index].firstBranch)
      let own = first..<first + Int(steps[index].branchCount)
      let isPlain = own.allSatisfy { branch in
        let (term, count) = (Int(branches[branch].firstTerm), branches[branch].termCount)
        return count == 0 || count == 1 && terms[term].attribute == .attribute
      }
      guard isPlain else { continue }
      steps[index].kind = .chooseByAttribute
      for branch in own where branches[branch].termCount == 1 {
        let term = terms[Int(branches[branch].firstTerm)]
        branches[branch].test = term.comparison
        branches[branch].firstTerm = term.place
        branches[branch].below = term.number
      }
    }
  }
}
