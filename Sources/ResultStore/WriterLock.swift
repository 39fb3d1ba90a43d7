import Foundation

/// The right to write one results file, held by at most one writer on a machine.
///
/// It is an advisory lock (`flock`) on a side file, FILE-writer. The system gives it back when the
/// process ends, however it ends; so who holds it knows that every other run in state `running`
/// has lost its process. The database file itself cannot carry the lock: closing any descriptor
/// of it would drop SQLite's own locks.
struct WriterLock: ~Copyable {
  private let descriptor: CInt
  private let path: String

  /// Takes the lock, or throws ``ResultStoreError/busy(path:)`` at once.
  init(for database: String) throws(ResultStoreError) {
    path = database + "-writer"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Self.refusal(errno, database: database) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw .busy(path: database)
      }
      // The holder before us may have removed the file between our two calls; a lock on a file
      // without a name would keep nobody out.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func refusal(_ code: CInt, database: String) -> ResultStoreError {
    switch code {
    case EACCES, EPERM, EROFS: .readOnly(path: database)
    case ENOENT: .folderMissing(path: (database as NSString).deletingLastPathComponent)
    default: ResultStoreError(errno: code, path: database)
    }
  }

  private static func isSame(_ descriptor: CInt, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
