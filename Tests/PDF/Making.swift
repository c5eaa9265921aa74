import Foundation
import QPDF

/// A folder that is removed with the value.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }
}

/// An image of a test page: its dictionary and its data.
struct TestImage {
  var entries: [String: PDFObject]
  var data: [UInt8]

  /// Eight-bit grey samples behind deflate.
  static func gray(_ width: Int, _ height: Int, _ pixels: [UInt8]) throws -> TestImage {
    TestImage(
      entries: [
        "Subtype": .name("Image"), "Width": .integer(width), "Height": .integer(height),
        "BitsPerComponent": .integer(8), "ColorSpace": .name("DeviceGray"),
        "Filter": .name("FlateDecode"),
      ], data: try deflated(pixels))
  }
}

/// A page of a test document.
struct TestPage {
  var content = "q 72 0 0 144 0 0 cm /I Do Q"
  var image: TestImage?
  var entries: [String: PDFObject] = [:]
  var resources: [String: PDFObject] = [:]
  var box: (Double, Double) = (72, 144)
}

/// Writes a document of some pages.
func makePDF(
  _ path: String, _ pages: [TestPage], catalog: [String: PDFObject] = [:]
) throws {
  var draft = try PDFDraft()
  for page in pages {
    var resources = page.resources
    if let image = page.image {
      let id = try draft.addStream(image.entries, bytes: image.data)
      resources["XObject"] = .dictionary(["I": .reference(id)])
    }
    let content = try draft.addStream([:], bytes: Array(page.content.utf8))
    var entries = page.entries
    entries["Type"] = .name("Page")
    entries["MediaBox"] = .array([.integer(0), .integer(0), .real(page.box.0), .real(page.box.1)])
    entries["Contents"] = .reference(content)
    entries["Resources"] = .dictionary(resources)
    try draft.append(page: try draft.add(.dictionary(entries)))
  }
  let root = try draft.catalog()
  for (key, value) in catalog { try draft.set(key, of: root, to: value) }
  try draft.write(to: path)
}
