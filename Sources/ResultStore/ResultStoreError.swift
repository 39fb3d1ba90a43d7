import Foundation
import GRDB

/// Why a results file cannot be opened, read or written; data only, worded elsewhere.
public enum ResultStoreError: Error, Equatable {
  /// The file is not an SQLite database.
  case notADatabase(path: String)
  /// The file is an SQLite database of another program.
  case foreignDatabase(path: String)
  /// The file was written by a later release; the numbers are schema versions.
  case newerSchema(path: String, found: Int, known: Int)
  /// The system refuses to open the file; its own words follow.
  case cannotOpen(path: String, reason: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// There is no room left for the file.
  case diskFull(path: String)
  /// Another writer has the file.
  case busy(path: String)
  /// There is no such folder.
  case folderMissing(path: String)
  /// There is no such file, or it was moved or removed while it was written.
  case fileMissing(path: String)
  /// Any other failure of SQLite, with its extended result code and its own words.
  case other(code: Int, message: String)
}

extension ResultStoreError {
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ResultStoreError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .other(code: 0, message: String(describing: error))
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: message)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      self = .fileMissing(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    default: self = .other(code: Int(error.extendedResultCode.rawValue), message: message)
    }
  }

  /// The error behind a failed system call on a file.
  init(errno code: CInt, path: String) {
    switch code {
    case ENOENT: self = .fileMissing(path: path)
    case EROFS: self = .readOnly(path: path)
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    default: self = .cannotOpen(path: path, reason: String(cString: strerror(code)))
    }
  }

  /// Runs a body and turns whatever it throws into a typed error about the file.
  static func about<Value>(
    _ path: String,
    _ body: () throws -> Value
  ) throws(ResultStoreError) -> Value {
    do {
      return try body()
    } catch {
      throw ResultStoreError(error, path: path)
    }
  }
}
