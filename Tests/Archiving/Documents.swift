import Archiving
import Foundation
import Imaging
import Ingest
import QPDF
import Recognition

let limits = IngestLimits(bytes: 1 << 24, pages: 20, megapixels: 20)

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
}

func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}

/// What a program of the system prints.
func output(_ tool: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

/// A scanned page of `width` × `height` grey pixels at 72 dpi, placed and turned as told.
struct SourcePage {
  var width = 200
  var height = 300
  var space = PDFObject.name("DeviceGray")
  var components = 1
  var rotate = 0
  var more: [String: PDFObject] = [:]
  var content: String?
  var isDeflated = true
  var resources: [String: PDFObject] = [:]

  @discardableResult func add(to draft: inout PDFDraft) throws -> ObjectID {
    let samples = (0..<width * height * components).map {
      UInt8(truncatingIfNeeded: $0 * 7 + $0 / 251)
    }
    var entries: [String: PDFObject] = [
      "Subtype": .name("Image"), "Width": .integer(width), "Height": .integer(height),
      "BitsPerComponent": .integer(8), "ColorSpace": space,
    ]
    entries.merge(more) { $1 }
    let image =
      isDeflated
      ? try draft.addDeflated(entries, bytes: samples)
      : try draft.addStream(entries, bytes: samples)
    let drawing = content ?? "q \(width) 0 0 \(height) 0 0 cm /I Do Q"
    let stream = try draft.addStream([:], bytes: Array(drawing.utf8))
    var resources = resources
    resources["XObject"] = .dictionary(["I": .reference(image)])
    let page = try draft.add(
      .dictionary([
        "Type": .name("Page"), "Rotate": .integer(rotate),
        "MediaBox": .array([0, 0, width, height].map { .integer($0) }),
        "Contents": .reference(stream), "Resources": .dictionary(resources),
      ]))
    try draft.append(page: page)
    return page
  }
}

func source(
  _ folder: Folder, _ pages: SourcePage..., name: String = "source.pdf",
  catalog: [String: PDFObject] = [:], info: [String: PDFObject] = [:]
) throws -> Scan {
  var draft = try PDFDraft()
  for page in pages { try page.add(to: &draft) }
  let root = try draft.catalog()
  for (key, value) in catalog { try draft.set(key, of: root, to: value) }
  if !info.isEmpty {
    try draft.setTrailer("Info", to: .reference(try draft.add(.dictionary(info))))
  }
  try draft.write(to: folder.file(name))
  return try scan(at: folder.file(name), limits: limits)
}

/// Words in one line, in pixels of the page as shown.
func text(
  _ words: [(String, Box)], width: Int = 200, height: Int = 300, turn: QuarterTurn = .none
) -> RecognizedPage {
  RecognizedPage(
    outcome: .read, width: width, height: height,
    words: words.map { Word(text: $0.0, box: $0.1, confidence: 90, line: 0, block: 0) },
    textOrientation: turn)
}

let twoWords = text([
  ("Quyết", Box(x: 20, y: 40, width: 60, height: 20)),
  ("định", Box(x: 90, y: 40, width: 40, height: 20)),
])

func written(
  _ folder: Folder, _ scans: [Scan], _ text: [RecognizedPage?],
  _ metadata: PDFMetadata = PDFMetadata(title: "Quyết định số 1"), name: String = "out.pdf",
  level: ConformanceLevel = .pdfA2u, attachment: PDFAttachment? = nil
) throws -> Deliverable {
  try writeDeliverable(
    of: scans, text: text, metadata: metadata, attachment: attachment, level: level,
    limits: limits, to: folder.file(name))
}

let record = PDFAttachment(
  name: "record.json", type: "application/json", meaning: "Siêu dữ liệu", bytes: Array("{}".utf8))
