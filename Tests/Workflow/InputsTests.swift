import Foundation
import Testing

@testable import Workflow

/// A folder of empty files that is gone after the test.
private final class Folder {
  let path: String

  init(_ files: [String]) throws {
    path = NSTemporaryDirectory() + "sohoa-inputs-\(UUID().uuidString)"
    for file in files {
      let full = URL(fileURLWithPath: path + "/" + file)
      try FileManager.default.createDirectory(
        at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: full)
    }
  }

  deinit {
    // Left behind when it cannot be removed: the system clears its temporary folder.
    try? FileManager.default.removeItem(atPath: path)
  }
}

private let byFile = Grouping(kind: .file, pattern: nil)

@Test func `documents below a folder have a path from there, others have none`() throws {
  let folder = try Folder(["a.pdf", "hop/1.jpg", "hop/2.jpg"])
  let inputs = try Inputs(
    paths: [folder.path], grouping: Grouping(kind: .folder, pattern: nil), output: nil)
  let paths = Set(inputs.origins(below: folder.path).values)
  #expect(paths.contains("hop"))
  #expect(inputs.origins(below: "/elsewhere").isEmpty)
}

@Test func `a folder gives its scans in natural order and passes over the rest`() throws {
  let folder = try Folder(["10.pdf", "2.pdf", "sub/1.tif", "notes.txt", ".hidden.pdf"])
  let inputs = try Inputs(paths: [folder.path], grouping: byFile, output: nil)
  #expect(inputs.documents.map(\.name) == ["2.pdf", "10.pdf", "sub/1.tif"])
  #expect(inputs.passedOver == [folder.path + "/notes.txt"])
}

@Test func `two files of one name become two documents`() throws {
  let folder = try Folder(["a/1.pdf", "b/1.pdf"])
  let inputs = try Inputs(
    paths: [folder.path + "/a/1.pdf", folder.path + "/b/1.pdf"], grouping: byFile, output: nil)
  #expect(inputs.documents.map(\.name) == ["1.pdf", "1.pdf~2"])
}

@Test func `the same file named twice is one document`() throws {
  let folder = try Folder(["1.pdf"])
  let inputs = try Inputs(
    paths: [folder.path, folder.path + "/1.pdf"], grouping: byFile, output: nil)
  #expect(inputs.documents.count == 1)
}

@Test func `the same stem in two formats does not collide`() throws {
  let folder = try Folder(["a.pdf", "a.tif"])
  let inputs = try Inputs(paths: [folder.path], grouping: byFile, output: nil)
  #expect(inputs.documents.map(\.name) == ["a.pdf", "a.tif"])
}

@Test func `a folder of page images is one document`() throws {
  let folder = try Folder(["vb1/1.jpg", "vb1/2.jpg", "vb1/10.jpg", "vb2/1.jpg"])
  let inputs = try Inputs(
    paths: [folder.path], grouping: Grouping(kind: .folder, pattern: nil), output: nil)
  #expect(inputs.documents.map(\.name) == ["vb1", "vb2"])
  #expect(
    inputs.documents.first?.files.map { ($0 as NSString).lastPathComponent }
      == ["1.jpg", "2.jpg", "10.jpg"])
}

@Test func `a name pattern joins page images`() throws {
  let folder = try Folder(["vb7_1.jpg", "vb7_2.jpg", "vb8_1.jpg"])
  let grouping = Grouping(kind: .pattern, pattern: #"^(vb\d+)_\d+\.jpg$"#)
  let inputs = try Inputs(paths: [folder.path], grouping: grouping, output: nil)
  #expect(inputs.documents.map(\.name) == ["vb7", "vb8"])
  #expect(inputs.documents.first?.files.count == 2)
}

@Test func `a pattern without a group is refused`() throws {
  let folder = try Folder(["1.jpg"])
  let grouping = Grouping(kind: .pattern, pattern: "x")
  #expect(throws: InputError.badPattern("x")) {
    try Inputs(paths: [folder.path], grouping: grouping, output: nil)
  }
}

@Test func `the output folder is not read as an input`() throws {
  let folder = try Folder(["1.pdf", "out/1.pdf/1.pdf"])
  let inputs = try Inputs(paths: [folder.path], grouping: byFile, output: folder.path + "/out")
  #expect(inputs.documents.map(\.name) == ["1.pdf"])
}

@Test func `an output folder that is the input folder is refused`() throws {
  let folder = try Folder(["1.pdf"])
  #expect(throws: InputError.self) {
    try Inputs(paths: [folder.path], grouping: byFile, output: folder.path)
  }
}

@Test func `a path that is not there is named`() {
  #expect(throws: InputError.missing("/nowhere/x.pdf")) {
    try Inputs(paths: ["/nowhere/x.pdf"], grouping: byFile, output: nil)
  }
}

@Test(arguments: [
  ("2.jpg", "10.jpg"), ("a2b1", "a2b03"), ("a", "b"), ("a1", "a1b"), ("trang-9", "trang-10"),
])
func `names stand in the order in which people count`(_ pair: (String, String)) {
  #expect(naturallyPrecedes(pair.0, pair.1))
  #expect(!naturallyPrecedes(pair.1, pair.0))
}
