import Findings
import QPDF

extension ConformanceRule {
  /// Clauses 6.2.8 and 6.2.9: images and forms.
  static let images: [ConformanceRule] = [
    ConformanceRule(
      "6.2.8-1", vi: "Ảnh không có Alternates", en: "Images have no Alternates"
    ) { facts in facts.objects(of: "Image") { $0["Alternates"] != nil } },
    ConformanceRule(
      "6.2.8-2", vi: "Ảnh không có OPI", en: "Images have no OPI"
    ) { facts in facts.objects(of: "Image") { $0["OPI"] != nil } },
    ConformanceRule(
      "6.2.8-3", vi: "Ảnh không yêu cầu nội suy", en: "Images do not ask for interpolation"
    ) { facts in
      facts.objects(of: "Image") { facts.resolved($0["Interpolate"]).bool == true }
        + facts.contents.filter { $0.value.inlineImageFaults.contains("Interpolate") }
        .keys.sorted().map(placeText)
    },
    ConformanceRule(
      "6.2.8.3-1", vi: "Ảnh JPEG 2000 có 1, 3 hoặc 4 kênh màu",
      en: "JPEG 2000 images have 1, 3 or 4 colour channels"
    ) { facts in
      facts.jpxImages { header, _ in
        !((1...5).contains(header.components) && header.components != 2)
          && !(header.components == 2 && header.isBoxed)
      }
    },
    ConformanceRule(
      "6.2.8.3-2", vi: "Ảnh JPEG 2000 có đúng một mô tả màu được chọn",
      en: "JPEG 2000 images with several colour descriptions mark exactly one as the best"
    ) { facts in
      facts.jpxImages { header, entries in
        guard entries["ColorSpace"] == nil else { return false }
        return header.isBoxed && header.colorMethods.count > 1 && header.exactColors != 1
      }
    },
    ConformanceRule(
      "6.2.8.3-3", vi: "Mô tả màu của JPEG 2000 là phương thức 1, 2 hoặc 3",
      en: "Colour descriptions of JPEG 2000 images use method 1, 2 or 3"
    ) { facts in
      facts.jpxImages { header, _ in !header.colorMethods.allSatisfy { (1...3).contains($0) } }
    },
    ConformanceRule(
      "6.2.8.3-5", vi: "Mọi kênh JPEG 2000 có cùng độ sâu bit, từ 1 đến 38",
      en: "All channels of a JPEG 2000 image have the same depth, 1 to 38 bits"
    ) { facts in
      facts.jpxImages { header, _ in
        Set(header.depths).count != 1 || !header.depths.allSatisfy { (1...38).contains($0) }
      }
    },
    ConformanceRule(
      "6.2.9-1", vi: "Form không có OPI", en: "Forms have no OPI"
    ) { facts in facts.objects(of: "Form") { $0["OPI"] != nil } },
    ConformanceRule(
      "6.2.9-2", vi: "Không có đối tượng PostScript", en: "There are no PostScript objects"
    ) { facts in
      facts.objects(of: "PS") { _ in true }
        + facts.objects(of: "Form") {
          facts.resolved($0["Subtype2"]).name == "PS" || $0["PS"] != nil
        }
    },
    ConformanceRule(
      "6.2.9-3", vi: "Form không tham chiếu tệp khác", en: "Forms refer to no other file"
    ) { facts in facts.objects(of: "Form") { $0["Ref"] != nil } },
  ]
}

extension DocumentFacts {
  /// The places of streams of a subtype that meet a condition.
  func objects(of subtype: String, _ condition: ([String: PDFObject]) -> Bool) -> [String] {
    streams.filter { resolved($0.entries["Subtype"]).name == subtype && condition($0.entries) }
      .map { placeText($0.id) }
  }

  /// The places of JPEG 2000 images that meet a condition; one without a header meets all.
  func jpxImages(_ condition: (JPXHeader, [String: PDFObject]) -> Bool) -> [String] {
    streams.filter { stream in
      guard filters(of: stream.entries).last == "JPXDecode" else { return false }
      guard let header = data[stream.id].flatMap(JPXHeader.init) else { return true }
      return condition(header, stream.entries)
    }.map { placeText($0.id) }
  }
}

/// What stands before the first tile of a JPEG 2000 picture (ITU-T T.800 A.5.1, I.5.3).
struct JPXHeader: Equatable {
  /// Whether the codestream lies in the boxes of a JP2 file.
  let isBoxed: Bool
  /// Channels of the codestream.
  let components: Int
  /// Bits of each channel.
  let depths: [Int]
  /// The method of each colour description.
  private(set) var colorMethods: [Int] = []
  /// How many colour descriptions say that they are exact (`APPROX` 1).
  private(set) var exactColors = 0

  init?(_ bytes: [UInt8]) {
    let start: [UInt8] = [0xFF, 0x4F, 0xFF, 0x51]
    isBoxed = !bytes.starts(with: start)
    var found: Int?
    var at = 0
    // SOC and SIZ follow one another, and nothing before them has these four bytes.
    while found == nil, at + 4 <= bytes.count {
      if bytes[at] == 0xFF, bytes[at + 1] == 0x4F, bytes[at + 2] == 0xFF, bytes[at + 3] == 0x51 {
        found = at
      }
      at += 1
    }
    guard let found, found + 42 <= bytes.count else { return nil }
    let count = Int(bytes[found + 40]) << 8 | Int(bytes[found + 41])
    guard (1...16_384).contains(count), found + 42 + count * 3 <= bytes.count else { return nil }
    components = count
    depths = (0..<count).map { Int(bytes[found + 42 + $0 * 3] & 0x7F) + 1 }
    let mark = Array("colr".utf8)
    for at in 0..<max(0, found - 7) where Array(bytes[at..<at + 4]) == mark {
      colorMethods.append(Int(bytes[at + 4]))
      if bytes[at + 6] == 1 { exactColors += 1 }
    }
  }
}
