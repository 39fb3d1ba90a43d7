import Foundation
import Synchronization

/// The text of a scenario file, without a byte-order mark.
public struct SourceText: Sendable, Equatable {
  /// The file, as the user named it.
  public let file: String
  /// Its content, line ends as they are.
  public let text: String

  /// The most bytes that a scenario may have: 4 MiB.
  public static let allowedBytes = 4 << 20

  /// Reads a scenario file.
  ///
  /// - Throws: one problem: it cannot be read, is a folder, empty, too large or no UTF-8 text.
  public static func read(path: String) throws(ScenarioProblems) -> SourceText {
    var problems = ProblemList(file: path)
    do throws(LocatedFault) {
      let bytes = try BoundedFile.read(path, allowed: allowedBytes)
      return SourceText(file: path, text: try BoundedFile.decode(bytes))
    } catch {
      problems.add(error.fault, at: error.position)
      throw problems.problems
    }
  }
}

/// A hash over the contents of the files that are read.
final class FileLog: Sendable {
  private let state = Mutex<(files: Int, hash: UInt64)>((0, 0xcbf2_9ce4_8422_2325))

  /// Takes the content of one more file (FNV-1a).
  func add(_ content: Data) {
    state.withLock { state in
      state.files += 1
      for byte in content { state.hash = (state.hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      state.hash = (state.hash ^ UInt64(content.count)) &* 0x0000_0100_0000_01b3
    }
  }

  /// Sixteen hexadecimal digits; nil where no file was read.
  var text: String? {
    state.withLock { state in
      let digits = String(state.hash, radix: 16)
      return state.files == 0 ? nil : String(repeating: "0", count: 16 - digits.count) + digits
    }
  }
}

/// Reading of whole files with a limit on their size.
enum BoundedFile {
  /// Takes note of what is read beside the scenario; nil where nobody asks.
  @TaskLocal static var log: FileLog?

  /// The bytes of a file; its size is looked up before it is read.
  static func read(_ path: String, allowed: Int) throws(LocatedFault) -> [UInt8] {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw LocatedFault(fault: .cannotRead(.missing(nearest: neighbour(of: path))))
    }
    if isDirectory.boolValue { throw LocatedFault(fault: .isDirectory) }
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let size = (try? files.attributesOfItem(atPath: url.path))?[.size] as? Int ?? 0
    if size > allowed { throw LocatedFault(fault: .tooLarge(bytes: size, allowed: allowed)) }
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      // A pipe has no size beforehand: one byte more than allowed tells that it holds too much.
      var data = Data()
      while data.count <= allowed,
        let part = try handle.read(upToCount: allowed + 1 - data.count), !part.isEmpty
      {
        data += part
      }
      guard data.count <= allowed else { throw CocoaError(.fileReadTooLarge) }
      log?.add(data)
      return [UInt8](data)
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw LocatedFault(fault: .cannotRead(.notPermitted))
    } catch let error as CocoaError where error.code == .fileReadTooLarge {
      throw LocatedFault(fault: .tooLarge(bytes: allowed + 1, allowed: allowed))
    } catch {
      throw LocatedFault(fault: .cannotRead(.other(error.localizedDescription)))
    }
  }

  /// The text of UTF-8 bytes, without a byte-order mark.
  static func decode(_ bytes: [UInt8]) throws(LocatedFault) -> String {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let nul = content.firstIndex(of: 0) {
      throw LocatedFault(fault: .isBinary, position: SourcePosition(offset: nul, in: content))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      let offset = validPrefix(of: content)
      throw LocatedFault(fault: .notUTF8, position: SourcePosition(offset: offset, in: content))
    }
    guard !text.isEmpty else { throw LocatedFault(fault: .isEmpty) }
    return text
  }

  /// How many bytes are UTF-8 before the first that is not.
  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
      length += scalar.count
    }
    return length
  }

  /// The file in the folder of `path` whose name is nearest.
  private static func neighbour(of path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return nearestName(to: url.lastPathComponent, in: names.sorted())
  }
}
