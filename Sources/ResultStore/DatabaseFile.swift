import Foundation

/// A look at a file before SQLite touches it.
///
/// SQLite recovers, creates side files or rewrites headers as soon as it opens a file for writing;
/// so whether a file is ours is decided from its first hundred bytes (sqlite.org/fileformat2.html,
/// section 1.3): the magic string, the user version at byte 60, the application id at byte 68.
struct DatabaseFile {
  /// What lies at a path.
  enum Contents: Equatable {
    case missing
    /// No bytes: for SQLite an empty database.
    case empty
    /// A results file of this schema version.
    case results(schema: Int)
  }

  /// `KAKO` in ASCII, the mark of a results file.
  static let applicationID: UInt32 = 0x4b41_4b4f

  /// The path with its links followed, so that every writer of a file meets at one lock.
  let path: String

  init(path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// What lies at the path; throws where it is not for us to open.
  func contents() throws(ResultStoreError) -> Contents {
    let folder = (path as NSString).deletingLastPathComponent
    guard isFolder(folder) else { throw .folderMissing(path: folder) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 && errno == ENOENT { return .missing }
    guard file >= 0 else { throw ResultStoreError(errno: errno, path: path) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, header.count)
    guard count >= 0 else { throw ResultStoreError(errno: errno, path: path) }
    if count == 0 { return .empty }
    guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path)
    }
    guard word(of: header, at: 68) == Self.applicationID else {
      throw .foreignDatabase(path: path)
    }
    return .results(schema: Int(word(of: header, at: 60)))
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private func word(of header: [UInt8], at offset: Int) -> UInt32 {
    header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
