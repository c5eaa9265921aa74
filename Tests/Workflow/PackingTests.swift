import Findings
import Foundation
import Packaging
import Testing

@testable import Workflow

@Suite struct `A register` {
  @Test(arguments: [",", ";"])
  func `is read with its quotes, line breaks and either separator`(_ mark: String) throws {
    let text =
      "\u{FEFF}file\(mark)subject\(mark)sheets\r\na.pdf\(mark)\"V/v \"\"x\"\"\(mark)\ny\"\(mark)1-2\r\n"
    let register = try Register(csv: Data(text.utf8), path: "so.csv")
    #expect(register.rows.count == 1)
    #expect(register.rows[0].file == "a.pdf")
    #expect(register.rows[0].sheets == "1-2")
    #expect(register.rows[0].fields == [.subject: "V/v \"x\"\(mark)\ny"])
  }

  @Test func `is refused with an unknown column, whose nearest is named`() throws {
    let error = #expect(throws: PackError.self) {
      try Register(csv: Data("file,subjct\n".utf8), path: "so.csv")
    }
    guard case .register(_, let why) = error else { return }
    #expect(why.en.contains("is it subject?"))
  }

  @Test func `is refused without names of documents`() throws {
    #expect(throws: PackError.self) { try Register(csv: Data("subject\n".utf8), path: "so.csv") }
  }
}

@Suite struct `A ZIP file` {
  @Test func `is read by unzip, name for name and byte for byte`() throws {
    let folder = NSTemporaryDirectory() + "zip-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.zip"
    var zip = try ZIPWriter(path: path, time: dosTime(Date(timeIntervalSince1970: 1_770_000_000)))
    let contents = [
      "gói/a.txt": Array("một".utf8), "gói/trống": [],
      "gói/b": (0..<200_000).map { UInt8($0 % 251) },
    ]
    for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) {
      var crc = CRC32()
      crc.update(bytes)
      try zip.add(name, byteCount: bytes.count, crc: crc.value) { take in try take(bytes) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    try zip.finish()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])",
      path, folder,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for (name, bytes) in contents {
      #expect(FileManager.default.contents(atPath: "\(folder)/\(name)") == Data(bytes))
    }
  }

  @Test func `says the checksum that everybody says`() {
    var crc = CRC32()
    crc.update(Array("1234".utf8))
    crc.update(Array("56789".utf8))
    #expect(crc.value == 0xCBF4_3926)
  }
}
