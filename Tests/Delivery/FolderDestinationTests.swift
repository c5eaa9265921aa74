import Delivery
import Findings
import Foundation
import Testing

/// A folder for one test, removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // What cannot be removed stays for the system to sweep.
    try? FileManager.default.removeItem(atPath: path)
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }
}

private func shipment(_ text: String = "<edXML/>", attempt: Int = 1) -> Shipment {
  Shipment(
    delivery: "d1", attempt: attempt, documentId: "Y98.01,2026/03/05,123/SMH-VP",
    receivers: ["Y99.02"], envelope: Array(text.utf8), fileName: "a.edxml")
}

@Suite struct `A folder destination` {
  let folder: TemporaryFolder
  let destination: FolderDestination
  let now = Moment(milliseconds: 1)

  init() throws {
    folder = try TemporaryFolder()
    destination = FolderDestination(path: folder.path)
  }

  private func failure(_ shipment: Shipment) -> SendingError? {
    do throws(SendingError) {
      _ = try destination.send(shipment, at: now)
      return nil
    } catch {
      return error
    }
  }

  @Test func `holds the envelope and its manifest and nothing else`() throws {
    let receipt = try destination.send(shipment(), at: now)
    #expect(folder.names == ["a.edxml", "a.edxml.manifest.json"])
    #expect(try folder.read("a.edxml") == "<edXML/>")
    #expect(
      receipt
        == Receipt(
          reference: "\(folder.path)/a.edxml", sha256: shipment().sha256, arrival: .written,
          at: now))
    #expect(
      try folder.read("a.edxml.manifest.json") == """
        {
          "byteCount" : 8,
          "documentId" : "Y98.01,2026/03/05,123/SMH-VP",
          "file" : "a.edxml",
          "receivers" : [
            "Y99.02"
          ],
          "schema" : "sohoa.manifest/1",
          "sha256" : "\(shipment().sha256)"
        }

        """)
  }

  @Test func `is not written to again by a second attempt`() throws {
    _ = try destination.send(shipment(), at: now)
    let before = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.edxml")
    let receipt = try destination.send(shipment(attempt: 2), at: now)
    let after = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.edxml")
    #expect(receipt.arrival == .alreadyThere)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(folder.names == ["a.edxml", "a.edxml.manifest.json"])
  }

  @Test func `gets the manifest that a killed sender left out`() throws {
    try folder.write("<edXML/>", as: "a.edxml")
    #expect(try destination.send(shipment(attempt: 2), at: now).arrival == .alreadyThere)
    #expect(folder.names == ["a.edxml", "a.edxml.manifest.json"])
  }

  @Test func `is swept of the half file that a killed sender left behind`() throws {
    try folder.write("<edX", as: ".a.edxml.1.part")
    #expect(try destination.send(shipment(attempt: 2), at: now).arrival == .written)
    #expect(folder.names == ["a.edxml", "a.edxml.manifest.json"])
  }

  @Test func `never loses another file of the same name`() throws {
    try folder.write("other", as: "a.edxml")
    let error = failure(shipment())
    #expect(error?.code == .nameTaken)
    #expect(error?.kind == .permanent)
    #expect(try folder.read("a.edxml") == "other")
    #expect(folder.names == ["a.edxml"])
  }

  @Test func `may be missing for a while`() throws {
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(failure(shipment())?.code == .destinationMissing)
    #expect(failure(shipment())?.kind == .transient)
  }

  @Test func `may have no room for a while`() throws {
    // Linux's own device for this: every write to it finds no room.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/.a.edxml.1.part", withDestinationPath: "/dev/full")
    #expect(failure(shipment())?.code == .destinationFull)
    #expect(failure(shipment(attempt: 2)) == nil)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `may be closed to us for a while`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    #expect(failure(shipment())?.code == .destinationReadOnly)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    #expect(failure(shipment()) == nil)
  }

  @Test func `says in two languages what is wrong`() throws {
    try FileManager.default.removeItem(atPath: folder.path)
    let message = try #require(failure(shipment())?.message)
    #expect(message.vi.contains("thư mục đích") && message.en.contains("destination folder"))
  }
}

@Suite struct `A stored envelope` {
  @Test func `is sent only while it is the one that was queued`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<edXML/>", as: "e.edxml")
    let load = { (sha256: String, name: String) throws(SendingError) in
      try Shipment(
        delivery: "d1", attempt: 1, documentId: "i", receivers: [],
        storedAt: "\(folder.path)/\(name)", sha256: sha256, fileName: "a.edxml")
    }
    #expect(try load(shipment().sha256, "e.edxml").envelope == Array("<edXML/>".utf8))
    let changed = #expect(throws: SendingError.self) { try load("00", "e.edxml") }
    #expect(changed?.code == .envelopeChanged)
    let missing = #expect(throws: SendingError.self) { try load("00", "f.edxml") }
    #expect(missing?.code == .envelopeMissing)
    #expect(missing?.kind == .permanent)
  }
}
