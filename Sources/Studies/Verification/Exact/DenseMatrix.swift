/// A small matrix of numbers, row by row.
struct DenseMatrix {
  let rows: Int
  let columns: Int
  private(set) var cells: [Double]

  /// All zero.
  init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: 0, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  static func + (left: DenseMatrix, right: DenseMatrix) -> DenseMatrix {
    var sum = left
    for index in sum.cells.indices { sum.cells[index] += right.cells[index] }
    return sum
  }

  static func * (left: DenseMatrix, right: DenseMatrix) -> DenseMatrix {
    precondition(left.columns == right.rows, "\(left.columns) columns, \(right.rows) rows")
    var product = DenseMatrix(left.rows, right.columns)
    for row in 0..<left.rows {
      for middle in 0..<left.columns {
        let factor = left[row, middle]
        if factor == 0 { continue }
        for column in 0..<right.columns {
          product[row, column] += factor * right[middle, column]
        }
      }
    }
    return product
  }

  /// A row vector times the matrix.
  func after(_ vector: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: columns)
    for (row, factor) in vector.enumerated() where factor != 0 {
      for column in 0..<columns { result[column] += factor * self[row, column] }
    }
    return result
  }

  /// The matrix X with X · `divisor` = self, by Gauss's elimination with pivoting of columns.
  func divided(by divisor: DenseMatrix) -> DenseMatrix {
    // X · A = B is solved column by column: A's columns are combined, and B's with them.
    var matrix = divisor
    var result = self
    let size = divisor.rows
    for step in 0..<size {
      var pivot = step
      for column in step..<size where abs(matrix[step, column]) > abs(matrix[step, pivot]) {
        pivot = column
      }
      if pivot != step {
        matrix.exchange(step, pivot)
        result.exchange(step, pivot)
      }
      let scale = 1 / matrix[step, step]
      for column in 0..<size where column != step {
        let factor = matrix[step, column] * scale
        if factor == 0 { continue }
        for row in step..<size { matrix[row, column] -= factor * matrix[row, step] }
        for row in 0..<rows { result[row, column] -= factor * result[row, step] }
      }
      for row in step..<size { matrix[row, step] *= scale }
      for row in 0..<rows { result[row, step] *= scale }
    }
    return result
  }

  private mutating func exchange(_ one: Int, _ two: Int) {
    for row in 0..<rows { cells.swapAt(row * columns + one, row * columns + two) }
  }
}
