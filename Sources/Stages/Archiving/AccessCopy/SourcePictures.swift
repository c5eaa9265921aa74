import Foundation
import Ingest
import QPDF
import TurboJPEG

/// What an access copy asks of the pictures of one page in its scan.
struct SourcePictures {
  /// Bytes of all of them.
  let byteCount: Int
  /// The quality of a page that is one JPEG, 1…100; nil for other pages.
  private(set) var quality: Int?
  /// How fine the colours of a page that is one JPEG are.
  ///
  /// Packed finer they gain nothing, packed as fine they lose nothing: what scanners halve makes a third of the bytes of a seal.
  private(set) var chroma = ChromaDetail.full

  /// Tables and frame of a JPEG stand before its first scan, behind thumbnails and profiles of some kilobytes.
  private static let mostHead = 1 << 18

  init(_ index: Int, of scan: Scan) throws(AssemblyFailure) {
    guard scan.format == .pdf else {
      byteCount = scan.fixity.byteCount / scan.pages.count
      if scan.format == .jpeg, let handle = FileHandle(forReadingAtPath: scan.path),
        // What cannot be read here was read before, and is packed as other pictures are.
        let head = try? handle.read(upToCount: Self.mostHead)
      {
        note([UInt8](head))
      }
      return
    }
    var head: [UInt8] = []
    do throws(QPDFError) {
      let file = try PDFFile(path: scan.path)
      let images = Set(try file.analysis(ofPage: index).images.map(\.facts.id))
      var sum = 0
      for image in images {
        sum += file.resolved(try file.object(image).entries?["Length"]).integer ?? 0
      }
      byteCount = sum
      if images.count == 1, scan.pages[index].container == .dct, let image = images.first {
        try file.streamData(image, .stored) { chunk in
          if head.count < Self.mostHead { head += chunk }
        }
      }
    } catch {
      throw .writing(error)
    }
    note(head)
  }

  private mutating func note(_ head: [UInt8]) {
    // Another kind of picture has no such header.
    guard let header = try? JPEGHeader(of: head) else { return }
    quality = header.quality
    switch header.sampling {
    case [[2, 2], [1, 1], [1, 1]]: chroma = .half
    case [[2, 1], [1, 1], [1, 1]]: chroma = .halfAcross
    default: break
    }
  }
}
