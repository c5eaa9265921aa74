import Foundation
import QPDF

extension TrueTypeFont {
  /// Whether the font has every letter of Vietnamese: U+1EA0…U+1EF9 and those of Latin-1 and after.
  fileprivate var isVietnamese: Bool {
    let letters =
      (0x1EA0...0x1EF9).compactMap(Unicode.Scalar.init) + Array("ăâđêôơưĂÂĐÊÔƠƯĩũ".unicodeScalars)
    return letters.allSatisfy { glyph(of: $0) != nil }
  }
}

/// A font as the pages of one document use it: what is set in it is embedded, and nothing else.
struct PrintedFont {
  /// Its name among the resources of a page.
  let resource: String
  private let font: TrueTypeFont
  private var used: [Int: Unicode.Scalar] = [:]

  init(_ font: TrueTypeFont, resource: String) {
    self.font = font
    self.resource = resource
  }

  /// Fonts of Debian with every letter of Vietnamese, upright and bold; the first pair that is there.
  ///
  /// Nil when none is installed.
  static func installed() -> (upright: TrueTypeFont, bold: TrueTypeFont)? {
    let folder = "/usr/share/fonts/truetype"
    let pairs = [
      ("liberation2/LiberationSerif-Regular", "liberation2/LiberationSerif-Bold"),
      ("liberation/LiberationSerif-Regular", "liberation/LiberationSerif-Bold"),
      ("dejavu/DejaVuSerif", "dejavu/DejaVuSerif-Bold"),
    ]
    for pair in pairs {
      let fonts = [pair.0, pair.1].compactMap { path -> TrueTypeFont? in
        let file = FileManager.default.contents(atPath: "\(folder)/\(path).ttf")
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return file.flatMap { TrueTypeFont([UInt8]($0), name: name) }
      }
      // The first Liberation has no letters with two marks.
      if fonts.count == 2, fonts.allSatisfy(\.isVietnamese) { return (fonts[0], fonts[1]) }
    }
    return nil
  }

  /// The width of a text in points.
  func width(of text: some StringProtocol, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + font.width(of: glyph(of: $1)) } * size / 1000
  }

  /// A character that the font lacks is shown as a question mark, never as nothing.
  private func glyph(of scalar: Unicode.Scalar) -> Int {
    font.glyph(of: scalar) ?? font.glyph(of: "?") ?? 0
  }

  /// The codes of a text, which are the numbers of its glyphs.
  mutating func codes(of text: some StringProtocol) -> [UInt8] {
    String(text).precomposedStringWithCanonicalMapping.unicodeScalars.flatMap { scalar in
      let glyph = glyph(of: scalar)
      if used[glyph] == nil { used[glyph] = font.glyph(of: scalar) == nil ? "?" : scalar }
      return BigEndian.word(glyph)
    }
  }

  /// Adds the font with the glyphs that were used.
  func add(to draft: inout PDFDraft) throws(QPDFError) -> ObjectID {
    let name = "SOHOAA+\(font.name)"
    let program = font.subset(of: Set(used.keys))
    let file = try draft.addDeflated(["Length1": .integer(program.count)], bytes: program)
    let descriptor = try draft.add(
      .dictionary([
        "Type": .name("FontDescriptor"), "FontName": .name(name), "Flags": .integer(4),
        "ItalicAngle": .integer(0), "StemV": .integer(80), "Ascent": .integer(900),
        "Descent": .integer(-220), "CapHeight": .integer(660), "FontFile2": .reference(file),
        "FontBBox": .array([-200, -300, 1300, 1000].map { .integer($0) }),
      ]))
    let widths = used.keys.sorted().flatMap { glyph -> [PDFObject] in
      [.integer(glyph), .array([.real(font.width(of: glyph))])]
    }
    let descendant = try draft.add(
      .dictionary([
        "Type": .name("Font"), "Subtype": .name("CIDFontType2"), "BaseFont": .name(name),
        "FontDescriptor": .reference(descriptor), "CIDToGIDMap": .name("Identity"),
        "CIDSystemInfo": .dictionary([
          "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": .integer(0),
        ]),
        "W": .array(widths),
      ]))
    let map = try draft.addDeflated(bytes: toUnicodeMap(used))
    return try draft.add(
      .dictionary([
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
        "Encoding": .name("Identity-H"), "DescendantFonts": .array([.reference(descendant)]),
        "ToUnicode": .reference(map),
      ]))
  }
}
