import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct SourceTextTests {
  private func problem(_ path: String) -> ScenarioProblem? {
    do throws(ScenarioProblems) {
      _ = try SourceTree.load(path: path)
      return nil
    } catch {
      return error.problems.count == 1 ? error.problems.first : nil
    }
  }

  @Test func byteOrderMarkIsStripped() throws {
    try withFolder { folder in
      let path = try write([0xEF, 0xBB, 0xBF] + Array("a: 1".utf8), to: "bom.yaml", in: folder)
      let tree = try SourceTree.load(path: path)
      #expect(tree.text == "a: 1")
      #expect(tree.file == path)
      #expect(tree.root.entries?.first?.keyPosition == SourcePosition(line: 1, column: 1))
    }
  }

  @Test func missingFile() throws {
    try withFolder { folder in
      _ = try write("a: 1".utf8, to: "gate.yaml", in: folder)
      let found = try #require(problem("\(folder)/gtae.yaml"))
      #expect(found.fault == .cannotRead(.missing(nearest: "gate.yaml")))
      #expect(found.position == nil)
      #expect(found.fault.isUnreadable)
    }
  }

  @Test func folderInsteadOfFile() throws {
    try withFolder { folder in
      let found = try #require(problem(folder))
      #expect(found.fault == .isDirectory)
      #expect(found.fault.isUnreadable)
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func forbiddenFile() throws {
    try withFolder { folder in
      let path = try write("a: 1".utf8, to: "secret.yaml", in: folder)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let found = try #require(problem(path))
      #expect(found.fault == .cannotRead(.notPermitted))
      #expect(found.fault.isUnreadable)
    }
  }

  @Test func wrongContents() throws {
    try withFolder { folder in
      let gbk: [UInt8] = Array("a: 1\nb: ".utf8) + [0xBF, 0xA8, 0xBF, 0xDA]
      let cases: [([UInt8], ScenarioFault, SourcePosition?)] = [
        ([], .isEmpty, nil),
        ([0xEF, 0xBB, 0xBF], .isEmpty, nil),
        (Array("# nothing\n".utf8), .isEmpty, nil),
        (Array("a: 1\n卡\0".utf8), .isBinary, SourcePosition(line: 2, column: 2)),
        (gbk, .notUTF8, SourcePosition(line: 2, column: 4)),
        (Array("a: ".utf8) + [0xE5, 0x8D], .notUTF8, SourcePosition(line: 1, column: 4)),
      ]
      for (bytes, fault, position) in cases {
        let found = try #require(problem(write(bytes, to: "x.yaml", in: folder)))
        #expect(found.fault == fault)
        #expect(found.position == position)
        #expect(!found.fault.isUnreadable)
      }
    }
  }

  @Test func sizeIsChecked() throws {
    try withFolder { folder in
      let allowed = SourceText.allowedBytes
      let path = "\(folder)/big.yaml"
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      // Sparse: if it were read, a terabyte of zeros would not fit into memory.
      let size = 1 << 40
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.truncate(atOffset: UInt64(size))
      try handle.close()
      let found = try #require(problem(path))
      #expect(found.fault == .tooLarge(bytes: size, allowed: allowed))
      #expect(!found.fault.isUnreadable)
    }
  }

  @Test func endlessDeviceIsCutOff() throws {
    let allowed = SourceText.allowedBytes
    #expect(problem("/dev/zero")?.fault == .tooLarge(bytes: allowed + 1, allowed: allowed))
  }
}
