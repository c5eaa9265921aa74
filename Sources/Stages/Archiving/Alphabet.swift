import Foundation
import QPDF
import Recognition

/// The characters that the text layer of one document uses, each with its CID.
struct Alphabet: Equatable {
  /// CID 1 is the first scalar; CID 0, `.notdef`, is never given out.
  private let scalars: [Unicode.Scalar]
  private let cids: [Unicode.Scalar: Int]

  /// The most characters that 16-bit codes can name without 0.
  private static let most = 65_535

  /// Gathers the characters of all pages, in the order of their code points.
  init(of pages: [RecognizedPage?]) {
    var used: Set<Unicode.Scalar> = [" "]
    for page in pages {
      for word in (page?.legibleLines ?? []).joined() {
        used.formUnion(Self.scalars(of: word.text))
      }
    }
    scalars = Array(used.sorted { $0.value < $1.value }.prefix(Self.most))
    cids = Dictionary(
      scalars.enumerated().map { ($0.element, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many CIDs are in use.
  var count: Int { scalars.count }

  /// The codes of a text, two bytes each; what cannot stand in a text layer is left out.
  func codes(of text: String) -> [UInt8] {
    Self.scalars(of: text).compactMap { cids[$0] }
      .flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  /// The characters of a text in NFC, without those that carry no text.
  ///
  /// Controls, U+FEFF and non-characters may not stand in ToUnicode (ISO 19005-2 6.2.11.7.2), and
  /// a private-use character means nothing to a reader.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    text.precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator:
        false
      default: scalar != "\u{FEFF}" && !scalar.properties.isNoncharacterCodePoint
      }
    }
  }

  /// The ToUnicode map: only the characters in use.
  var toUnicode: [UInt8] {
    toUnicodeMap(
      Dictionary(uniqueKeysWithValues: scalars.enumerated().map { ($0.offset + 1, $0.element) }))
  }

  /// Every CID in use is drawn with glyph 1, CID 0 with glyph 0.
  var glyphs: [UInt8] { [0, 0] + scalars.flatMap { _ in [0, 1] as [UInt8] } }

  /// Adds the font of the text layer to a document.
  func addFont(to draft: inout PDFDraft) throws(QPDFError) -> ObjectID {
    let program = try draft.addDeflated(
      ["Length1": .integer(InvisibleFont.program.count)], bytes: InvisibleFont.program)
    let glyphs = try draft.addDeflated(bytes: glyphs)
    let toUnicode = try draft.addDeflated(bytes: toUnicode)
    let descriptor = try draft.add(
      .dictionary([
        "Type": .name("FontDescriptor"), "FontName": .name(InvisibleFont.name),
        "Flags": .integer(4), "ItalicAngle": .integer(0), "StemV": .integer(80),
        "Ascent": .integer(InvisibleFont.ascent), "Descent": .integer(InvisibleFont.descent),
        "CapHeight": .integer(InvisibleFont.ascent), "FontFile2": .reference(program),
        "FontBBox": .array(
          [0, InvisibleFont.descent, InvisibleFont.advance, InvisibleFont.ascent].map {
            .integer($0)
          }),
      ]))
    let descendant = try draft.add(
      .dictionary([
        "Type": .name("Font"), "Subtype": .name("CIDFontType2"),
        "BaseFont": .name(InvisibleFont.name), "FontDescriptor": .reference(descriptor),
        "CIDSystemInfo": .dictionary([
          "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": .integer(0),
        ]),
        "CIDToGIDMap": .reference(glyphs), "DW": .integer(InvisibleFont.advance),
      ]))
    return try draft.add(
      .dictionary([
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(InvisibleFont.name),
        "Encoding": .name("Identity-H"), "DescendantFonts": .array([.reference(descendant)]),
        "ToUnicode": .reference(toUnicode),
      ]))
  }
}

/// A ToUnicode map (ISO 32000-1 9.10.3) from two-byte codes to characters.
func toUnicodeMap(_ characters: [Int: Unicode.Scalar]) -> [UInt8] {
  func digits(_ value: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - text.count) + text
  }
  var text = """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
    /CMapName /Adobe-Identity-UCS def
    /CMapType 2 def
    1 begincodespacerange
    <0000> <FFFF>
    endcodespacerange

    """
  let codes = characters.keys.sorted()
  // At most a hundred entries a block.
  for start in stride(from: 0, to: codes.count, by: 100) {
    let block = codes[start..<min(start + 100, codes.count)]
    text += "\(block.count) beginbfchar\n"
    for code in block {
      let units = characters[code].map { String(Character($0)).utf16.map { digits(Int($0)) } } ?? []
      text += "<\(digits(code))> <\(units.joined())>\n"
    }
    text += "endbfchar\n"
  }
  text += """
    endcmap
    CMapName currentdict /CMap defineresource pop
    end
    end

    """
  return Array(text.utf8)
}
