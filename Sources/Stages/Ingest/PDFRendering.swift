import Foundation
import Imaging
import QPDF

/// Paints a page of a PDF with Poppler's `pdftoppm`, in a process that cannot outgrow its limits.
///
/// `timeout` puts the renderer into a process group of its own and kills the group by the wall clock;
/// `prlimit` bounds its memory; what it writes is bounded by what was asked for.
struct PDFRendering {
  /// The file, for errors.
  let file: String
  /// The page, from 1, for errors.
  let page: Int
  /// Pixels a row.
  let width: Int
  /// Rows.
  let height: Int
  /// Whether grey is asked for instead of colour.
  let isGray: Bool

  /// A page of line art with a hundred thousand strokes takes some seconds.
  private static let seconds = 120
  /// Poppler holds the page, its images and a few copies: six times 4 bytes a pixel, and the program.
  private var memoryBytes: Int { (1 << 30) + width * height * 24 }

  /// The pixels of a page, its crop box scaled to `width` × `height`.
  ///
  /// `pdftoppm` takes the wanted sides before it turns the page by `/Rotate`.
  func pixels(
    ofPDF path: String, page: Int, turn: QuarterTurn = .none
  ) throws(IngestError) -> PageImage {
    let absolute = URL(fileURLWithPath: path).path
    let (width, height) = turn.swapsSides ? (self.height, self.width) : (self.width, self.height)
    let arguments =
      ["-f", "\(page)", "-l", "\(page)", "-singlefile", "-cropbox"]
      + ["-scale-to-x", "\(width)", "-scale-to-y", "\(height)"] + (isGray ? ["-gray"] : [])
    let bytes = try run("pdftoppm", arguments + [absolute])
    guard let image = pdfPixmap(bytes, width: self.width, height: self.height) else {
      throw failure("pdftoppm wrote \(bytes.count) bytes that are not the page")
    }
    return image
  }

  /// The pixels of one image by itself, pixel for pixel: a sheet of one unit a pixel is made for it.
  func pixels(of facts: ImageFacts, in source: borrowing PDFFile) throws(IngestError) -> PageImage {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sohoa-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure("no temporary folder")
    }
    // A folder that cannot be removed costs disk space, not the page.
    defer { try? FileManager.default.removeItem(at: folder) }
    let sheet = folder.appendingPathComponent("image.pdf").path
    do throws(QPDFError) {
      try writeSheet(for: facts, in: source, to: sheet)
    } catch {
      throw IngestError(.damaged, file: file, page: page, found: "unreadable image stream")
    }
    return try pixels(ofPDF: sheet, page: 1)
  }

  private func writeSheet(
    for facts: ImageFacts, in source: borrowing PDFFile, to path: String
  ) throws(QPDFError) {
    var draft = try PDFDraft()
    let image = try draft.copy(facts.id, of: source)
    // Poppler widens an image that ends on a pixel's edge by one pixel, and then smooths it.
    let inside = PDFMatrix(Double(width) - 0.5, 0, 0, Double(height) - 0.5, 0.25, 0.25)
    let content = try draft.addDeflated(bytes: Array("q \(inside.syntax) cm /I Do Q".utf8))
    let box = PDFRectangle(left: 0, bottom: 0, right: Double(width), top: Double(height))
    let sheet = try draft.add(
      .dictionary([
        "Type": .name("Page"), "MediaBox": box.object, "Contents": .reference(content),
        "Resources": .dictionary(["XObject": .dictionary(["I": .reference(image)])]),
      ]))
    try draft.append(page: sheet)
    try draft.write(to: path)
  }

  private func run(_ tool: String, _ arguments: [String]) throws(IngestError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments =
      [
        "--signal=KILL", "\(Self.seconds)", "prlimit", "--as=\(memoryBytes)", "--core=0", "--",
        tool,
      ]
      + arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw failure("\(tool) cannot be started") }
    // Three samples a pixel and a header; anything longer is cut off.
    let most = width * height * 3 + 64
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height * (isGray ? 1 : 3) + 64)
    while let chunk = try? output.fileHandleForReading.read(upToCount: 1 << 20), !chunk.isEmpty {
      guard bytes.count + chunk.count <= most else {
        process.terminate()
        break
      }
      bytes += chunk
    }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let status = process.terminationStatus
      if status == 127 { throw failure("\(tool) is not installed") }
      throw failure(
        [124, 137].contains(status)
          ? "\(tool) took longer than \(Self.seconds) s" : "\(tool) ended with \(status)")
    }
    return bytes
  }

  private func failure(_ found: String) -> IngestError {
    IngestError(.toolFailed, file: file, page: page, found: found)
  }
}
